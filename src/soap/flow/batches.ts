/** Splits a write that is larger than one call may be, and joins the results in order. */
import { MarketingCloudError } from '../errors.ts';
import { overallResult, type ObjectResult, type OverallResult } from '../operations/results.ts';
import type { WriteAnswer } from '../operations/write.ts';

export interface WriteOutcome {
  /** `interrupted` when a call failed after others had been done. */
  readonly status: OverallResult | 'interrupted';
  readonly requestIds: readonly string[];
  /** One for each object that was answered for, ordinals counted over the whole write. */
  readonly results: readonly ObjectResult[];
  readonly interruption?: Interruption;
}

/** Where a write stopped. Objects before `unknownFrom` are in the results. */
export interface Interruption {
  readonly error: MarketingCloudError;
  /** Ordinal of the first object of which it is not known whether the service acted on it. */
  readonly unknownFrom: number;
  /** Ordinal of the first object that was not sent. */
  readonly unsentFrom: number;
}

/** Vendor's advice for one synchronous call (best-practices row B9). */
export const objectsPerCall = 50;

/**
 * Sends the objects in calls of `objectsPerCall`, `concurrency` of them at a time.
 * @throws MarketingCloudError when the very first call fails; later failures are part of the outcome.
 */
export async function writeInBatches<T>(
  objects: readonly T[],
  send: (batch: readonly T[]) => Promise<WriteAnswer>,
  concurrency = 1,
): Promise<WriteOutcome> {
  const batches: { from: number; objects: readonly T[] }[] = [];
  for (let from = 0; from < objects.length; from += objectsPerCall) {
    batches.push({ from, objects: objects.slice(from, from + objectsPerCall) });
  }
  const done = new Map<number, WriteAnswer>();
  const state: { next: number; failure?: { from: number; error: MarketingCloudError } } = { next: 0 };
  const work = async (): Promise<void> => {
    while (state.next < batches.length && state.failure === undefined) {
      const batch = batches[state.next++];
      if (batch === undefined) return;
      try {
        done.set(batch.from, await send(batch.objects));
      } catch (error) {
        if (!(error instanceof MarketingCloudError)) throw error;
        state.failure ??= { from: batch.from, error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, batches.length) }, work));
  if (state.failure !== undefined && done.size === 0) throw state.failure.error;
  const unsentFrom = batches[state.next]?.from ?? objects.length;
  return join(
    done,
    state.failure && { error: state.failure.error, unknownFrom: state.failure.from, unsentFrom },
  );
}

function join(done: ReadonlyMap<number, WriteAnswer>, interruption: Interruption | undefined): WriteOutcome {
  const answers = [...done.entries()].sort(([a], [b]) => a - b);
  const results = answers.flatMap(([from, answer]) =>
    answer.results.map((result) => ({ ...result, ordinal: result.ordinal + from })),
  );
  return {
    status: interruption === undefined ? overallResult(results) : 'interrupted',
    requestIds: answers.flatMap(([, { requestId }]) => (requestId === undefined ? [] : [requestId])),
    results,
    ...(interruption === undefined ? {} : { interruption }),
  };
}
