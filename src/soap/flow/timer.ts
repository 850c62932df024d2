/** Where the flow of calls gets its time from, so that tests need not wait. */
import { MarketingCloudError } from '../errors.ts';

export interface Timer {
  /** Milliseconds since any fixed moment; never goes back. */
  now(): number;
  /** Calls back once after so many milliseconds, unless the function that it gives is called first. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemTimer: Timer = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timeout = setTimeout(callback, milliseconds);
    return () => clearTimeout(timeout);
  },
};

/** The error of a call whose caller wants it no more. */
export function cancelled(): MarketingCloudError {
  return new MarketingCloudError('cancelled', 'The request was cancelled.');
}

/** Waits. @throws MarketingCloudError `cancelled` as soon as the signal says so. */
export function pause(timer: Timer, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(cancelled());
      return;
    }
    const leave = (): void => {
      stop();
      reject(cancelled());
    };
    const stop = timer.after(milliseconds, () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    });
    signal?.addEventListener('abort', leave, { once: true });
  });
}
