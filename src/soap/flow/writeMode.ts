/** Whether a call of a write is answered at once, queued, or first the one and then the other. */
import { MarketingCloudError, type ErrorCode } from '../errors.ts';
import type { Repeatability } from '../transport/retry.ts';

/**
 * `synchronous`: the answer says what became of each object. `asynchronous`: the service queues the call, and the
 * answer says no more. `hybrid`: synchronous, up to three times, then asynchronous (best-practices row C5).
 */
export type WriteMode = 'synchronous' | 'asynchronous' | 'hybrid';

/** How one try is sent. */
export interface Sending {
  /** Whether the service is asked to queue it. */
  readonly queued: boolean;
  readonly repeatability: Repeatability;
}

/** Failures after which the queue of the service may still take the call. */
const worthQueueing: ReadonlySet<ErrorCode> = new Set([
  'connection-lost',
  'timed-out',
  'throttled',
  'unavailable',
]);

/** Sends a call in a mode. @throws MarketingCloudError of the last try. */
export async function inMode<T>(mode: WriteMode, send: (sending: Sending) => Promise<T>): Promise<T> {
  switch (mode) {
    case 'synchronous':
      return send({ queued: false, repeatability: 'write' });
    case 'asynchronous':
      return send({ queued: true, repeatability: 'write' });
    case 'hybrid':
      try {
        return await send({ queued: false, repeatability: 'correlated-write' });
      } catch (error) {
        if (!(error instanceof MarketingCloudError) || !worthQueueing.has(error.code)) throw error;
        return send({ queued: true, repeatability: 'correlated-write' });
      }
  }
}
