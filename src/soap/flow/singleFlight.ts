/** Lets any number of callers share one piece of work that is under way. */
import { cancelled } from './timer.ts';

/** At most one run of the work at a time; who asks meanwhile gets the result of that run. */
export class SingleFlight<T> {
  private current: Promise<T> | undefined;

  /**
   * Starts the work, or joins it. A caller's signal makes that caller leave with `cancelled`; the work goes on for
   * the others.
   */
  async run(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    this.current ??= work().finally(() => (this.current = undefined));
    return untilAborted(this.current, signal);
  }
}

/** The promise, or `cancelled` as soon as the signal says so. The promise itself goes on. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  if (signal.aborted) {
    // Nobody waits for it any more, so its failure must not count as unhandled.
    promise.catch(() => undefined);
    throw cancelled();
  }
  let leave: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(cancelled());
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (leave !== undefined) signal.removeEventListener('abort', leave);
  }
}
