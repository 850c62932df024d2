/** The simulated org: everything its accounts own. */
import type { Clock } from '../clock.ts';
import { mix, RandomSequence } from '../random.ts';
import { LastBatches } from './lastBatches.ts';
import type { Account } from './account.ts';
import { AutomationLog } from './automations.ts';
import { Agenda, type Appointment, type Mishap } from './agenda.ts';
import { AsyncLog } from './asyncLog.ts';
import { Collection } from './collection.ts';
import type { Email, SendClassification, SendDefinition, TriggeredSendDefinition } from './content.ts';
import type { DataExtension } from './dataExtension.ts';
import type { Folder } from './folder.ts';
import { MemoryFiles, type FileStore } from './files.ts';
import type { Group } from './group.ts';
import type { ImportRun } from './imports.ts';
import { KeptObjects } from './kept.ts';
import type { PrivateIP } from './privateIPs.ts';
import type { List, LoggedUnsubscribe, ProfileAttribute, Subscriber } from './people.ts';
import type { User } from './user.ts';
import { Outbox } from './outbox.ts';
import type { Schedule } from './schedule.ts';
import type { SmsMessage } from './sms.ts';
import { SendLog } from './sends/sendLog.ts';
import { TaskLog } from './tasks.ts';

/** The kinds of object that have a number for an ID, and the number before the first one. */
const firstIds = {
  folder: 861_000,
  list: 2_400,
  subscriber: 500_000_000,
  membership: 900_000_000,
  email: 31_000,
  user: 700_000,
  kept: 5_000,
  attribute: 126_000,
  task: 129_159_000,
  account: 100_000_100,
};

export type NumberedKind = keyof typeof firstIds;

export class Org {
  readonly clock: Clock;
  readonly randomSeed: number;
  private sequence: RandomSequence;
  private readonly agenda = new Agenda();
  readonly accounts: Account[];
  readonly enterprise: Account;
  readonly profileAttributes: ProfileAttribute[];

  readonly folders = new Collection<Folder, 'id' | 'key' | 'objectId'>({
    id: (folder) => folder.id,
    key: (folder) => folder.key,
    objectId: (folder) => folder.objectId,
  });
  readonly dataExtensions = new Collection<DataExtension, 'key' | 'name' | 'objectId'>({
    key: (extension) => extension.key,
    name: (extension) => extension.name,
    objectId: (extension) => extension.objectId,
  });
  readonly subscribers = new Collection<Subscriber, 'id' | 'key' | 'email'>({
    id: (subscriber) => subscriber.id,
    key: (subscriber) => subscriber.key,
    email: (subscriber) => subscriber.email,
  });
  readonly lists = new Collection<List, 'id' | 'key' | 'objectId'>({
    id: (list) => list.id,
    key: (list) => list.key,
    objectId: (list) => list.objectId,
  });
  readonly groups = new Collection<Group, 'id' | 'objectId' | 'name'>({
    id: (group) => group.id,
    objectId: (group) => group.objectId,
    name: (group) => group.name,
  });
  readonly emails = new Collection<Email, 'id' | 'key'>({
    id: (email) => email.id,
    key: (email) => email.key,
  });
  readonly sendClassifications = new Collection<SendClassification, 'key' | 'objectId'>({
    key: (classification) => classification.key,
    objectId: (classification) => classification.objectId,
  });
  readonly sendDefinitions = new Collection<SendDefinition, 'key' | 'objectId'>({
    key: (definition) => definition.key,
    objectId: (definition) => definition.objectId,
  });
  readonly triggeredSendDefinitions = new Collection<TriggeredSendDefinition, 'key' | 'objectId'>({
    key: (definition) => definition.key,
    objectId: (definition) => definition.objectId,
  });
  readonly users = new Collection<User, 'id' | 'key' | 'userId'>({
    id: (user) => user.id,
    key: (user) => user.key,
    userId: (user) => user.userId,
  });
  readonly privateIPs: PrivateIP[] = [];
  /** The IDs of subscribers by the GUIDs of publications. */
  readonly publicationSubscribers = new Map<string, Set<number>>();
  readonly sends = new SendLog();
  /** Objects of which the org keeps what was written and no more. */
  readonly kept = new KeptObjects();
  /** What was logged by LogUnsubEvent. */
  readonly loggedUnsubscribes: LoggedUnsubscribe[] = [];
  /** The data extensions that delete something by themselves, and whether the next look at them is planned. */
  readonly retained = { extensions: new Set<DataExtension>(), isPlanned: false };
  /** Schedules by the objects that they are of. */
  readonly schedules = new Map<string, Schedule>();
  readonly automations = new AutomationLog();
  readonly smsMessages: SmsMessage[] = [];
  readonly imports: ImportRun[] = [];
  readonly tasks = new TaskLog();
  /** The files of its FTP account. */
  files: FileStore = new MemoryFiles();
  /** How far each RetrieveAllSinceLastBatch has come. */
  readonly lastBatches = new LastBatches();
  readonly asyncRequests = new AsyncLog();
  readonly outbox = new Outbox();

  /** Told of what went wrong while nobody asked for it. */
  onMishap: (mishap: Mishap) => void = () => undefined;

  private readonly lastIds: Record<NumberedKind, number> = { ...firstIds };

  /** @param accounts the enterprise first. */
  constructor(
    clock: Clock,
    randomSeed: number,
    accounts: readonly [Account, ...Account[]],
    profileAttributes: readonly ProfileAttribute[],
  ) {
    this.clock = clock;
    this.randomSeed = randomSeed;
    this.sequence = new RandomSequence(randomSeed);
    this.accounts = [...accounts];
    this.enterprise = accounts[0];
    this.profileAttributes = profileAttributes.map((attribute) => ({ ...attribute }));
  }

  /** For whatever the org makes up as it goes: identifiers of new objects, of requests and of messages. */
  get random(): RandomSequence {
    return this.sequence;
  }

  /** Lets something happen at a moment; one that is past comes next. @returns what takes it back. */
  plan(appointment: Appointment): () => void {
    return this.agenda.add(appointment);
  }

  /**
   * Lets everything happen that is due. Each thing draws on random values of its own, for it must come out the same
   * whoever looked at the org before. A bug in one of them is no failure of the call that happens to come next.
   */
  advance(now: number): void {
    for (let due = this.agenda.next(now); due !== undefined; due = this.agenda.next(now)) {
      const { number, appointment } = due;
      this.apart(number, () => {
        const { at, work, failed } = appointment;
        const reason = this.attempt(at, () => work(at));
        if (reason !== undefined) this.attempt(at, () => failed?.(at, reason));
      });
    }
  }

  /** @returns what went wrong, as a sentence. */
  private attempt(at: number, work: () => void): string | undefined {
    try {
      work();
      return undefined;
    } catch (error) {
      const reason = `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`;
      this.onMishap({ at, reason, error });
      return reason;
    }
  }

  /** Does something that draws on random values of its own, by a number: what comes after it draws as if it had not been. */
  apart(number: number, work: () => void): void {
    const { sequence } = this;
    this.sequence = new RandomSequence(mix(this.randomSeed + 7, number));
    try {
      work();
    } finally {
      this.sequence = sequence;
    }
  }

  account(mid: number): Account | undefined {
    return this.accounts.find((account) => account.mid === mid);
  }

  /** The next free ID of a kind. */
  nextId(kind: NumberedKind): number {
    this.lastIds[kind] += 1;
    return this.lastIds[kind];
  }
}
