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
  /** From the start until the headers of the answer came. */
  readonly firstByte?: number;
  /** From the start until the answer was read. */
  readonly total: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly requestId?: string;
  /** How it ended: `ok`, or the code of the error. */
  readonly outcome: 'ok' | ErrorCode;
  /** The error's message. */
  readonly message?: string;
}

export type CallLog = (record: CallRecord) => void;
