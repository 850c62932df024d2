/** A send as views know it, and the retrieves that bring it. */
import type { RetrieveQuery } from '../../soap/index.ts';
import { numberAt, serverTime, textAt, where, whereAnyOf, type SoapObject } from '../../soap/pure.ts';

export interface Send {
  readonly id: number;
  readonly name: string;
  readonly subject: string;
  /** The service's own word; only `Complete` is confirmed, so any word is possible. */
  readonly status: string;
  readonly numberSent?: number;
  /** How many it is for, before exclusions. */
  readonly numberTargeted?: number;
  /** When it was to start. */
  readonly sendDate?: Date;
  /** When it was finished; absent while it runs (best-practices row C2). */
  readonly sentDate?: Date;
}

/** What the vendor advises to poll, by the names that the schema has (best-practices row C1), and what to call it by. */
const properties = [
  'ID',
  'EmailName',
  'Subject',
  'Status',
  'NumberSent',
  'NumberTargeted',
  'SendDate',
  'SentDate',
];

/** Sends that were to start after an instant. */
export function recentSendsQuery(since: Date): RetrieveQuery {
  return { objectType: 'Send', properties, filter: where('SendDate', 'greaterThan', since) };
}

/** These sends, in one request. */
export function sendsQuery(ids: readonly number[]): RetrieveQuery {
  return { objectType: 'Send', properties, filter: whereAnyOf('ID', ids) };
}

export function readSend(object: SoapObject): Send {
  const numberSent = numberAt(object, 'NumberSent');
  const numberTargeted = numberAt(object, 'NumberTargeted');
  const sendDate = serverTime(textAt(object, 'SendDate') ?? '');
  const sentDate = serverTime(textAt(object, 'SentDate') ?? '');
  return {
    id: numberAt(object, 'ID') ?? 0,
    name: textAt(object, 'EmailName') ?? '',
    subject: textAt(object, 'Subject') ?? '',
    status: textAt(object, 'Status') ?? '',
    ...(numberSent === undefined ? {} : { numberSent }),
    ...(numberTargeted === undefined || numberTargeted === 0 ? {} : { numberTargeted }),
    ...(sendDate === undefined ? {} : { sendDate }),
    ...(sentDate === undefined ? {} : { sentDate }),
  };
}

/** Where a send stands. Words are compared without case; unknown ones count as running. */
export type SendPhase = 'scheduled' | 'running' | 'complete' | 'ended';

const ended = new Set(['canceled', 'cancelled', 'error', 'errored', 'failed', 'deleted', 'stopped']);

/** A send is finished when its sent time has a value, or its status says Complete (best-practices row C2). */
export function phaseOf(
  send: Pick<Send, 'status' | 'numberSent' | 'sentDate' | 'sendDate'>,
  now: Date,
): SendPhase {
  const word = send.status.trim().toLowerCase();
  if (ended.has(word)) return 'ended';
  if (send.sentDate !== undefined || word === 'complete') return 'complete';
  if (word === 'scheduled') return 'scheduled';
  // The server's clock need not be ours: what has begun is running, whatever its date says.
  const hasBegun = (send.numberSent ?? 0) > 0 || word === 'sending';
  const isFuture = send.sendDate !== undefined && send.sendDate.getTime() > now.getTime();
  return isFuture && !hasBegun ? 'scheduled' : 'running';
}
