/** A send as views know it, and the retrieves that bring it. */
import type { RetrieveQuery } from '../../soap/index.ts';
import {
  numberAt,
  serverTime,
  textAt,
  where,
  whereAnyOf,
  type Filter,
  type SoapObject,
} from '../../soap/pure.ts';

export interface Send {
  readonly id: number;
  readonly name: string;
  readonly subject: string;
  /** The service's own word; only `Complete` is confirmed, so any word is possible. */
  readonly status: string;
  readonly numberSent?: number;
  /** How many it is for; those excluded are not counted. */
  readonly numberTargeted?: number;
  /** How many could not be built, and so are never sent. */
  readonly numberErrored?: number;
  /** When it was to start. */
  readonly sendDate?: Date;
  /** When it was finished; absent while it runs (best-practices row C2). */
  readonly sentDate?: Date;
}

/** The properties that hold the sent time, best first: the vendor's text names one, its schema the other. */
const sentTimeNames = ['SentTime', 'SentDate'] as const;
export type SentTimeName = (typeof sentTimeNames)[number];

/** The name that the schema has, for an account that does not say. */
const usualSentTime: SentTimeName = 'SentDate';

/** Which of the two names this account knows, by what its Describe lists as retrievable. */
export function sentTimeName(retrievable: readonly string[]): SentTimeName {
  return sentTimeNames.find((name) => retrievable.includes(name)) ?? usualSentTime;
}

/** What the vendor advises to poll (best-practices row C1), and what to call it by. */
function propertiesOf(sentTime: SentTimeName): string[] {
  return [
    ...['ID', 'EmailName', 'Subject', 'Status', 'NumberSent', 'NumberTargeted', 'NumberErrored'],
    ...['SendDate', sentTime],
  ];
}

/** Sends that were to start after an instant. */
export function recentSendsQuery(since: Date): RetrieveQuery {
  return {
    objectType: 'Send',
    properties: propertiesOf(usualSentTime),
    filter: where('SendDate', 'greaterThan', since),
  };
}

/** The sends that a filter asks for, of any time. */
export function foundSendsQuery(filter: Filter): RetrieveQuery {
  return { objectType: 'Send', properties: propertiesOf(usualSentTime), filter };
}

/** These sends, in one request. */
export function sendsQuery(ids: readonly number[], sentTime = usualSentTime): RetrieveQuery {
  return { objectType: 'Send', properties: propertiesOf(sentTime), filter: whereAnyOf('ID', ids) };
}

export function readSend(object: SoapObject): Send {
  const numberSent = numberAt(object, 'NumberSent');
  const numberTargeted = numberAt(object, 'NumberTargeted');
  const numberErrored = numberAt(object, 'NumberErrored');
  const sendDate = serverTime(textAt(object, 'SendDate') ?? '');
  const sentDate = sentTimeNames
    .map((name) => serverTime(textAt(object, name) ?? ''))
    .find((date) => date !== undefined);
  return {
    id: numberAt(object, 'ID') ?? 0,
    name: textAt(object, 'EmailName') ?? '',
    subject: textAt(object, 'Subject') ?? '',
    status: textAt(object, 'Status') ?? '',
    ...(numberSent === undefined ? {} : { numberSent }),
    ...(numberTargeted === undefined || numberTargeted === 0 ? {} : { numberTargeted }),
    ...(numberErrored === undefined ? {} : { numberErrored }),
    ...(sendDate === undefined ? {} : { sendDate }),
    ...(sentDate === undefined ? {} : { sentDate }),
  };
}

/** Where a send stands. Words are compared without case; unknown ones count as running. */
export type SendPhase = 'scheduled' | 'running' | 'paused' | 'complete' | 'canceled' | 'failed';

/** What the words mean of which the meaning can be told. */
const phaseWords: Readonly<Record<string, SendPhase>> = {
  complete: 'complete',
  paused: 'paused',
  canceled: 'canceled',
  cancelled: 'canceled',
  deleted: 'canceled',
  stopped: 'canceled',
  error: 'failed',
  errored: 'failed',
  failed: 'failed',
};

const over: ReadonlySet<SendPhase> = new Set(['complete', 'canceled', 'failed']);

/** True when nothing more will go out. */
export function isOver(phase: SendPhase): boolean {
  return over.has(phase);
}

/** A send is finished when its sent time has a value, or its status says Complete (best-practices row C2). */
export function phaseOf(
  send: Pick<Send, 'status' | 'numberSent' | 'sentDate' | 'sendDate'>,
  now: Date,
): SendPhase {
  const word = send.status.trim().toLowerCase();
  const said = phaseWords[word];
  if (said !== undefined && said !== 'paused') return said;
  if (send.sentDate !== undefined) return 'complete';
  if (said !== undefined) return said;
  if (word === 'scheduled') return 'scheduled';
  // The server's clock need not be ours: what has begun is running, whatever its date says.
  const hasBegun = (send.numberSent ?? 0) > 0 || word === 'sending';
  const isFuture = send.sendDate !== undefined && send.sendDate.getTime() > now.getTime();
  return isFuture && !hasBegun ? 'scheduled' : 'running';
}
