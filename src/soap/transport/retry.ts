/** Whether a failed attempt is made again, and after how long: a pure decision. */
import type { ErrorCode } from '../errors.ts';

/**
 * What a call may be repeated for. `read`: after anything that may pass. `write`: only when it is certain that the
 * service did not act. `correlated-write`: as a read, since its CorrelationID tells the service that it is a repeat.
 */
export type Repeatability = 'read' | 'write' | 'correlated-write';

export interface FailedAttempt {
  readonly code: ErrorCode;
  /** True when it is certain that the service did nothing with the request. */
  readonly notActedOn: boolean;
  /** 1 for the first. */
  readonly attempt: number;
  /** Milliseconds since the first attempt began. */
  readonly elapsed: number;
}

export interface RetryPolicy {
  readonly repeatability: Repeatability;
  /** Attempts in all, the first included. */
  readonly attempts: number;
  /** Milliseconds that one attempt is allowed. */
  readonly timeout: number;
}

/** The vendor's advice: try up to three times (best-practices row C5). */
export const defaultAttempts = 3;

/** Failures that may be gone the next time. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'connection-failed',
  'connection-lost',
  'timed-out',
  'throttled',
  'unavailable',
]);

const shortest = 500;
const longest = 30_000;

/**
 * Milliseconds to wait before the next attempt; undefined to give up. The wait grows from attempt to attempt, and half
 * of it is left to chance, so that callers who failed together do not come back together.
 * @param random from 0 up to 1.
 */
export function retryDelay(
  { code, notActedOn, attempt, elapsed }: FailedAttempt,
  { repeatability, attempts, timeout }: RetryPolicy,
  random: number,
): number | undefined {
  if (attempt >= attempts || !passing.has(code)) return undefined;
  if (repeatability === 'write' && !notActedOn) return undefined;
  // A read that has used up the time of a whole attempt has kept its reader waiting for long enough.
  if (repeatability === 'read' && elapsed >= timeout) return undefined;
  const whole = Math.min(shortest * 2 ** (attempt - 1), longest);
  return whole / 2 + (whole / 2) * random;
}
