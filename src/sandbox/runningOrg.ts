/** The org that a sandbox serves, with all that belongs to it; it can begin anew while the server goes on. */
import { join } from 'node:path';
import { Dispatcher } from './callbacks/dispatcher.ts';
import { AdjustableClock, systemClock } from './clock.ts';
import type { ResetOptions, SandboxConnection, SandboxOptions, SeedName } from './contracts.ts';
import { FaultBoard } from './faults/faultBoard.ts';
import type { Site } from './http/admin/site.ts';
import { clientIds } from './http/token/clients.ts';
import { Codes } from './http/token/codes.ts';
import { Journal } from './journal.ts';
import { FolderFiles } from './org/files.ts';
import type { Org } from './org/org.ts';
import { ownOrg, type OwnSeed } from './ownSeed/ownSeed.ts';
import { Continuations } from './retrieve/continuations.ts';
import { seeds } from './seeds.ts';
import { apiUser, userPassword } from './seed/users.ts';
import { AccessTokens } from './service/accessTokens.ts';
import { RecordedFiles } from './state/recordedFiles.ts';
import { replay } from './state/replay.ts';
import { StateFile } from './state/stateFile.ts';
import { TrapBoard } from './traps/traps.ts';

const defaults = {
  randomSeed: 20_240_501,
  clientSecret: 'sandbox-secret-that-protects-nothing',
  tokenLifetimeSeconds: 1079,
} as const;

export class RunningOrg implements Site {
  readonly address: string;
  readonly endpoint: string;
  readonly clientSecret: string;
  readonly tokenLifetimeSeconds: number;
  readonly clock: AdjustableClock;
  readonly tokens: AccessTokens;
  readonly codes = new Codes();
  readonly journal = new Journal();
  readonly faults: FaultBoard;
  readonly traps = new TrapBoard();
  readonly callbacks: Dispatcher;
  readonly state: StateFile | undefined;
  continuations = new Continuations();
  org: Org;
  private readonly folder: string | undefined;
  private seed: SeedName | OwnSeed;

  /**
   * @param address where the server listens, `http://127.0.0.1:PORT`.
   * @throws Error with a sentence for the person when a seed of one's own or the kept state cannot be used.
   */
  constructor(options: SandboxOptions, address: string) {
    const { clientSecret = defaults.clientSecret, randomSeed = defaults.randomSeed, folder } = options;
    this.address = address;
    this.endpoint = `${address}/Service.asmx`;
    this.clientSecret = clientSecret;
    this.tokenLifetimeSeconds = options.tokenLifetimeSeconds ?? defaults.tokenLifetimeSeconds;
    this.clock = new AdjustableClock(options.clock ?? systemClock);
    this.tokens = new AccessTokens(`${String(randomSeed)} ${clientSecret}`);
    this.faults = new FaultBoard(randomSeed);
    this.folder = folder;
    this.state = folder === undefined ? undefined : new StateFile(join(folder, 'org.jsonl'));
    this.seed = options.seed ?? 'demo';
    this.callbacks = new Dispatcher(
      { journal: this.journal, org: () => this.org },
      options.callbacks ?? 'loopback',
    );
    this.org = this.restored() ?? this.begun(this.seed, randomSeed, this.clock.now());
  }

  get connection(): SandboxConnection {
    const { org, address, clientSecret } = this;
    return {
      name: `${org.enterprise.name} (sandbox)`,
      address,
      clientId: clientIds.server,
      clientSecret,
      webApp: { clientId: clientIds.webApp, clientSecret },
      publicApp: { clientId: clientIds.publicApp },
      user: { name: apiUser.userId, password: userPassword },
      enterpriseId: org.enterprise.mid,
      businessUnits: org.accounts.map(({ mid, name }) => ({ mid, name })),
    };
  }

  reset({ seed = this.seed, randomSeed = this.org.randomSeed, at }: ResetOptions): void {
    this.org = this.begun(seed, randomSeed, at ?? this.clock.now());
    this.seed = seed;
    this.continuations = new Continuations();
    this.journal.clear();
    this.faults.clear();
  }

  /** An org that begins at a moment. Files of a folder stay where they are. */
  private begun(seed: SeedName | OwnSeed, randomSeed: number, startedAt: number): Org {
    const org = seeded(seed, this.clock, { randomSeed, startedAt });
    this.state?.begin({ version: 1, seed, randomSeed, startedAt });
    this.giveFiles(org);
    return this.watched(org);
  }

  /** What goes wrong in the org while nobody asks for it is in the journal. */
  private watched(org: Org): Org {
    org.onMishap = ({ at, reason, error }) => {
      const detail = error instanceof Error && error.stack !== undefined ? error.stack : reason;
      this.journal.add({
        at: new Date(at).toISOString(),
        operation: 'Background',
        mid: 0,
        outcome: 'Failed',
        problems: [`The sandbox failed: ${detail}`],
      });
    };
    return org;
  }

  /** The org that was kept, as it was; undefined when none was. */
  private restored(): Org | undefined {
    const kept = this.state?.read();
    if (kept === undefined) return undefined;
    const { head, entries } = kept;
    const now = this.clock.now();
    this.seed = head.seed as SeedName | OwnSeed;
    const org = seeded(this.seed, this.clock, head);
    this.giveFiles(
      org,
      entries.filter((entry) => entry.kind === 'read'),
    );
    for (const entry of entries) if (entry.kind === 'call') replay(org, entry);
    // Whoever was to be told of these was told then.
    org.outbox.take();
    // The clock may have been ahead of that of the machine.
    const last = entries.findLast((entry) => entry.kind === 'call')?.at ?? head.startedAt;
    this.clock.restartAt(Math.max(now, last));
    return this.watched(org);
  }

  private giveFiles(org: Org, earlier: ConstructorParameters<typeof RecordedFiles>[2] = []): void {
    if (this.folder === undefined || this.state === undefined) return;
    org.files = new RecordedFiles(new FolderFiles(join(this.folder, 'ftp')), this.state, earlier);
  }
}

/** Makes an org while its clock stands at the moment at which it begins, and lets it go on from there. */
function seeded(
  seed: SeedName | OwnSeed,
  clock: AdjustableClock,
  { randomSeed, startedAt }: { readonly randomSeed: number; readonly startedAt: number },
): Org {
  const { speed } = clock;
  const before = clock.now();
  clock.setSpeed(0);
  clock.restartAt(startedAt);
  try {
    return typeof seed === 'string' ? seeds[seed](clock, randomSeed) : ownOrg(seed, clock, randomSeed);
  } catch (error) {
    clock.restartAt(before);
    throw error;
  } finally {
    clock.setSpeed(speed);
  }
}
