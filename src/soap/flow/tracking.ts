/** Follows a request that the service has queued to its end, and reads what became of each object. */
import type { CallOptions } from '../callOptions.ts';
import { MarketingCloudError } from '../errors.ts';
import { explained, overallResult, type ObjectResult, type OverallResult } from '../operations/results.ts';
import type { RetrieveQuery } from '../operations/retrieve.ts';
import { where } from '../wire/filter.ts';
import { numberAt, textAt, type SoapObject } from '../wire/soapObject.ts';
import { pause, systemTimer, type Timer } from './timer.ts';

/** What is known of a queued request at one moment. */
export interface RequestProgress {
  readonly requestId: string;
  readonly done: boolean;
  /** The service's word for where it stands, e.g. `Queued` or `Complete`; `''` before it has one. */
  readonly serviceStatus: string;
  /** Whether the call as a whole went well, and what the service says of it: `CallStatus` and `CallMessage`. */
  readonly callStatus: string;
  readonly callMessage: string;
  /** As the server wrote it; see `serverTime`. */
  readonly completed?: string;
  /** Whether all objects, some, or none went well; of a request that is done. */
  readonly outcome?: OverallResult;
  /** One for each object, once the request is done. */
  readonly results: readonly ObjectResult[];
}

export interface FollowOptions extends CallOptions {
  /** Milliseconds between the first looks; the pauses grow while nothing changes. 2 seconds when left out. */
  readonly interval?: number;
  /** Milliseconds until it is given up; 1 hour when left out. The request itself goes on. */
  readonly patience?: number;
  readonly timer?: Timer;
}

interface Retriever {
  retrieveAll(query: RetrieveQuery, options: CallOptions): Promise<SoapObject[]>;
}

const longestPause = 60_000;

/** Looks again and again; the last progress is `done`. */
export async function* followRequest(
  client: Retriever,
  requestId: string,
  { interval = 2000, patience = 3_600_000, timer = systemTimer, ...options }: FollowOptions,
): AsyncGenerator<RequestProgress> {
  const began = timer.now();
  for (let wait = interval; ; wait = Math.min(wait * 1.5, longestPause)) {
    const progress = await look(client, requestId, options);
    yield progress;
    if (progress.done) return;
    if (timer.now() - began + wait > patience) throw unfinished(requestId, progress);
    await pause(timer, wait, options.signal);
  }
}

async function look(client: Retriever, requestId: string, options: CallOptions): Promise<RequestProgress> {
  const found = await client.retrieveAll(requestQuery(requestId), options);
  const [request] = found;
  const text = (path: string): string => (request === undefined ? '' : (textAt(request, path) ?? ''));
  const serviceStatus = text('Status');
  const completed = text('CompleteDate');
  const known = {
    requestId,
    serviceStatus,
    callStatus: text('CallStatus'),
    callMessage: text('CallMessage'),
  };
  if (!isDone(serviceStatus, completed)) return { ...known, done: false, results: [] };
  const items = await client.retrieveAll(itemsQuery(requestId), options);
  const results = items.map(resultOf).sort((a, b) => a.ordinal - b.ordinal);
  return {
    ...known,
    done: true,
    ...(completed === '' ? {} : { completed }),
    outcome: outcomeOf(results, known.callStatus),
    results,
  };
}

/** The words are not documented; whatever has a date of completion is complete. */
function isDone(status: string, completed: string): boolean {
  return completed !== '' || /^(complete|completed|error|failed|expired|cancell?ed)/i.test(status);
}

/** A call can fail as a whole, and has no results then. */
function outcomeOf(results: readonly ObjectResult[], callStatus: string): OverallResult {
  if (results.length > 0) return overallResult(results);
  return callStatus === '' || callStatus.toUpperCase() === 'OK' ? 'ok' : 'failed';
}

function requestQuery(requestId: string): RetrieveQuery {
  return {
    objectType: 'AsyncRequestResult',
    properties: ['Status', 'CompleteDate', 'CallStatus', 'CallMessage'],
    filter: where('RequestID', 'equals', requestId),
  };
}

function itemsQuery(requestId: string): RetrieveQuery {
  return {
    objectType: 'ResultItem',
    properties: [
      'StatusCode',
      'StatusMessage',
      'OrdinalID',
      'ErrorCode',
      'RequestObjectType',
      'CorrelationID',
    ],
    filter: where('RequestID', 'equals', requestId),
  };
}

function resultOf(item: SoapObject, position: number): ObjectResult {
  const statusCode = textAt(item, 'StatusCode') ?? '';
  const errorCode = numberAt(item, 'ErrorCode');
  return {
    ordinal: numberAt(item, 'OrdinalID') ?? position,
    ok: statusCode.toUpperCase() === 'OK',
    statusCode,
    message: textAt(item, 'StatusMessage') ?? '',
    ...explained(errorCode === 0 ? undefined : errorCode),
    details: [],
  };
}

function unfinished(requestId: string, { serviceStatus }: RequestProgress): MarketingCloudError {
  const where = serviceStatus === '' ? '' : ` It is ${serviceStatus}.`;
  return new MarketingCloudError(
    'timed-out',
    `The service has not finished the queued request ${requestId} in the time allowed.${where} It goes on there.`,
    { requestId },
  );
}
