/** What the client tells about its calls. Records hold no secrets: texts are redacted, tokens never enter. */
import type { ErrorCode } from './errors.ts';

/** One attempt of one call. Times are in milliseconds. */
export interface CallRecord {
  /** API method, e.g. `Retrieve`. */
  readonly operation: string;
  /** What the call is about, e.g. the object type. */
  readonly subject?: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Time in the queue before this attempt, which `total` does not include. */
  readonly queued: number;
  /** Time that making the connection took; 0 when there was one, absent when there never was. */
  readonly connect?: number;
  /** From the start until the headers of the answer came. */
  readonly firstByte?: number;
  /** Time that reading the answer took, while it arrived. */
  readonly parse?: number;
  /** From the start until the answer was read. */
  readonly total: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Objects, rows or results that the answer holds; absent when there was none. */
  readonly objects?: number;
  readonly requestId?: string;
  /** What tells the service that a later attempt repeats this one. */
  readonly correlationId?: string;
  /** Milliseconds after which another attempt follows; absent when none does. */
  readonly retryIn?: number;
  /** How it ended: `ok`, or the code of the error. */
  readonly outcome: 'ok' | ErrorCode;
  /** The error's message. */
  readonly message?: string;
}

export type CallLog = (record: CallRecord) => void;
