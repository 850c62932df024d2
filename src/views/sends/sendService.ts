/** Asks the service for what the monitor watches: one request for all sends of a business unit. */
import type { SoapClient } from '../../soap/index.ts';
import { accountKey } from '../account.ts';
import { MarketingCloudError, type ErrorCode } from '../../soap/pure.ts';
import type { Question } from './poller.ts';
import { phaseOf, readSend, sendsQuery, sentTimeName, type Send, type SentTimeName } from './send.ts';
import {
  readTriggeredDefinition,
  readTriggeredTotals,
  triggeredDefinitionsQuery,
  triggeredPhase,
  triggeredTotalsQuery,
  type TriggeredSendDefinition,
} from './triggeredSend.ts';
import type { Reading } from './watch.ts';

/** An answer that takes longer is of no use: the next question is due. */
const timeout = 30_000;

/** Names and states of triggered send definitions change seldom: they are asked for this often, in milliseconds. */
const definitionsEvery = 60_000;

interface KnownDefinitions {
  readonly askedAt: number;
  readonly askedFor: readonly string[];
  readonly byKey: ReadonlyMap<string, TriggeredSendDefinition>;
}

type ClientFor = (connectionId: string, mid: number) => Promise<Pick<SoapClient, 'retrieveAll' | 'describe'>>;

export class SendService {
  private readonly clientFor: ClientFor;
  private readonly now: () => number;
  private readonly sentTimes = new Map<string, SentTimeName>();
  private readonly definitions = new Map<string, KnownDefinitions>();

  constructor(clientFor: ClientFor, now: () => number) {
    this.clientFor = clientFor;
    this.now = now;
  }

  /** @throws MarketingCloudError */
  ask(question: Question, signal: AbortSignal): Promise<Reading[]> {
    return question.kind === 'send' ? this.askSends(question, signal) : this.askTriggered(question, signal);
  }

  private async askSends({ connectionId, mid, ids }: Question, signal: AbortSignal): Promise<Reading[]> {
    const client = await this.clientFor(connectionId, mid);
    const sentTime = await this.sentTimeOf(client, connectionId, signal);
    const objects = await client.retrieveAll(sendsQuery(ids.map(Number), sentTime), { signal, timeout });
    const now = new Date(this.now());
    return objects.map((object) => readingOf(readSend(object), now));
  }

  /** Asked of each connection once: an account that does not describe its sends has what the schema has. */
  private async sentTimeOf(
    client: Awaited<ReturnType<ClientFor>>,
    connectionId: string,
    signal: AbortSignal,
  ): Promise<SentTimeName> {
    const known = this.sentTimes.get(connectionId);
    if (known !== undefined) return known;
    const descriptions = await client.describe(['Send'], { signal, timeout }).catch(noneWhenRefused);
    const properties = descriptions.flatMap((description) => description.properties);
    const found = sentTimeName(properties.filter(({ retrievable }) => retrievable).map(({ name }) => name));
    this.sentTimes.set(connectionId, found);
    return found;
  }

  private async askTriggered(question: Question, signal: AbortSignal): Promise<Reading[]> {
    const client = await this.clientFor(question.connectionId, question.mid);
    const definitions = await this.definitionsOf(client, question, signal);
    const objects = await client.retrieveAll(triggeredTotalsQuery(question.ids), { signal, timeout });
    return objects.map(readTriggeredTotals).map(({ key, sent, queued, errors }) => {
      const { name = '', subject = '', status = '' } = definitions.get(key) ?? {};
      const phase = triggeredPhase(status);
      return { id: key, name, subject, status, phase, numberSent: sent, queued, errors };
    });
  }

  private async definitionsOf(
    client: Awaited<ReturnType<ClientFor>>,
    { connectionId, mid, ids }: Question,
    signal: AbortSignal,
  ): Promise<KnownDefinitions['byKey']> {
    const place = accountKey({ connectionId, mid });
    const known = this.definitions.get(place);
    const isFresh = known !== undefined && this.now() - known.askedAt < definitionsEvery;
    if (isFresh && ids.every((id) => known.askedFor.includes(id))) return known.byKey;
    const objects = await client.retrieveAll(triggeredDefinitionsQuery(ids), { signal, timeout });
    const byKey = new Map(objects.map(readTriggeredDefinition).map((each) => [each.key, each] as const));
    this.definitions.set(place, { askedAt: this.now(), askedFor: ids, byKey });
    return byKey;
  }
}

/** Codes of a service that is there, and does not describe. */
const refusals: ReadonlySet<ErrorCode> = new Set(['request-rejected', 'fault', 'not-permitted']);

/** @throws what is no refusal: then the sends cannot be asked for either, and Describe is tried again with them. */
function noneWhenRefused(error: unknown): [] {
  if (error instanceof MarketingCloudError && refusals.has(error.code)) return [];
  throw error;
}

/** What a send that was retrieved says to the monitor. */
function readingOf(send: Send, now: Date): Reading {
  const { id, name, subject, status, numberSent, numberTargeted, numberErrored, sendDate, sentDate } = send;
  return {
    id: String(id),
    name,
    subject,
    status,
    phase: phaseOf(send, now),
    numberSent: numberSent ?? 0,
    ...(numberTargeted === undefined ? {} : { audience: numberTargeted }),
    ...(numberErrored === undefined ? {} : { errors: numberErrored }),
    ...(sendDate === undefined ? {} : { sendAt: sendDate.getTime() }),
    ...(sentDate === undefined ? {} : { sentAt: sentDate.getTime() }),
  };
}
