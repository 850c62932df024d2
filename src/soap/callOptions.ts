/** What every method of the client can be given from outside. */
import type { CallLog } from './log.ts';

export interface CallOptions {
  /** Cancels the call wherever it is; the socket is told. */
  readonly signal?: AbortSignal;
  /** Milliseconds without a sign of the server; the client has a default for each kind of call. */
  readonly timeout?: number;
  /** Attempts in all, where another one is safe; 3 when left out, 1 for no second one. */
  readonly attempts?: number;
  /** Told of every attempt of this call, beside the client's own log. */
  readonly onAttempt?: CallLog;
}

/** Milliseconds that kinds of calls are allowed: the vendor's advice (best-practices row F2). */
export interface Timeouts {
  readonly asynchronous: number;
  readonly synchronous: number;
  readonly retrieve: number;
}

export const defaultTimeouts: Timeouts = { asynchronous: 30_000, synchronous: 120_000, retrieve: 300_000 };

/** Options of a method that gives pages. */
export interface PageOptions extends CallOptions {
  /** False to ask for a page only when it is wanted; by default the next one is under way while one is read. */
  readonly ahead?: boolean;
}
