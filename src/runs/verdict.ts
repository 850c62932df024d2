/** Reads answers for what failed, whatever level of them says so. */
import type { TextRange, XmlElementNode } from '../language/index.ts';
import { numberAt, objectsAt, textAt, type RequestProgress, type SoapObject } from '../soap/index.ts';
import type { StepAnswer } from './exchange.ts';
import type { ObjectFailure } from './model.ts';
import { objectsOf } from './objects.ts';

export interface Verdict {
  /** True when the service reports no failure. */
  readonly isWhole: boolean;
  /** True when some objects failed and others did not. */
  readonly isPartial: boolean;
  /** The service's words, or our own count of what failed. */
  readonly message: string;
  readonly objects: readonly ObjectFailure[];
}

/** What became of one object. */
interface ObjectResult {
  readonly ordinal: number;
  readonly ok: boolean;
  readonly message: string;
  readonly errorCode?: number;
}

/** What came of a request. */
export interface Came {
  readonly answers: readonly StepAnswer[];
  /** Of the calls that were queued. */
  readonly finished: readonly RequestProgress[];
}

/** @param message as it stands in the file, so that a failure is put where its object is. */
export function judge({ answers, finished }: Came, message: XmlElementNode): Verdict {
  const ranges = objectsOf(message).map(({ range, nameRange }) => ({
    start: range.start,
    end: nameRange.end,
  }));
  const results = [...answers.flatMap(resultsIn), ...finished.flatMap((request) => request.results)];
  const objects = results.filter(({ ok }) => !ok).map((result) => failureOf(result, ranges));
  const complaint = complaintOf(answers) ?? callComplaintOf(finished);
  return {
    isWhole: complaint === undefined && objects.length === 0,
    isPartial: objects.length > 0 && objects.length < results.length,
    objects,
    message: wordsFor(objects, complaint, results.length),
  };
}

/** A result of each object: those of writes lie beside the status, those of actions one level deeper. */
function resultsIn(answer: StepAnswer): ObjectResult[] {
  const { content } = answer;
  const isQueued = 'queued' in answer && answer.queued;
  const from = 'from' in answer ? answer.from : 0;
  const results = ['Results', 'Results.Result', 'Results.ExtractResult']
    .flatMap((path) => objectsAt(content, path))
    .filter((result) => 'StatusCode' in result);
  // The answer to a queued call says that it is queued, and nothing of its objects.
  return isQueued ? [] : results.map((result, index) => readResult(result, from + index));
}

function readResult(result: SoapObject, ordinal: number): ObjectResult {
  const errorCode = numberAt(result, 'ErrorCode');
  return {
    ordinal,
    ok: textAt(result, 'StatusCode')?.toUpperCase() !== 'ERROR',
    message: textAt(result, 'StatusMessage') ?? '',
    ...(errorCode === undefined ? {} : { errorCode }),
  };
}

function failureOf(
  { ordinal, message, errorCode }: ObjectResult,
  ranges: readonly TextRange[],
): ObjectFailure {
  const range = ranges[ordinal];
  return {
    ordinal,
    message: message === '' ? 'The service gives no reason.' : message,
    ...(errorCode === undefined || errorCode === 0 ? {} : { code: errorCode }),
    ...(range === undefined ? {} : { range }),
  };
}

function complaintOf(answers: readonly StepAnswer[]): string | undefined {
  return answers
    .map(({ content }) => textAt(content, 'OverallStatus') ?? 'OK')
    .find((status) => !['OK', 'MoreDataAvailable', 'Success'].includes(status));
}

function callComplaintOf(finished: readonly RequestProgress[]): string | undefined {
  const failed = finished.find(({ outcome }) => outcome === 'failed');
  return failed === undefined ? undefined : failed.callMessage || failed.callStatus || failed.serviceStatus;
}

function wordsFor(objects: readonly ObjectFailure[], complaint: string | undefined, results: number): string {
  const [first] = objects;
  if (first === undefined) return (complaint ?? '').replace(/^Error:\s*/, '');
  if (results === 1) return first.message;
  return `${String(objects.length)} of ${String(results)} objects failed: ${first.message}`;
}
