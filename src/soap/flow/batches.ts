/** Sends a write in as many calls as it needs, and joins the results in order. */
import { MarketingCloudError } from '../errors.ts';
import { overallResult, type ObjectResult, type OverallResult } from '../operations/results.ts';
import type { WriteAnswer } from '../operations/write.ts';
import type { Batch } from './batchPlan.ts';

export interface WriteOutcome {
  /**
   * `interrupted` when a call failed after others had been done; `queued` when the service took everything and works
   * on it later: follow the calls by their request ids.
   */
  readonly status: OverallResult | 'interrupted' | 'queued';
  /** The calls that were answered, in order. */
  readonly calls: readonly WriteCall[];
  /** One for each object that was answered for, ordinals counted over the whole write. */
  readonly results: readonly ObjectResult[];
  readonly interruption?: Interruption;
}

/** One call of a write. */
export interface WriteCall {
  readonly requestId?: string;
  /** What the objects of this call carry, so that the service can tell a repeat. */
  readonly correlationId?: string;
  readonly conversationId?: string;
  /** True when the service has queued it: its results only say so. */
  readonly queued: boolean;
  /** Ordinal of the first object, and how many there are. */
  readonly from: number;
  readonly count: number;
}

/** Where a write stopped. Objects before `unknownFrom` are in the results. */
export interface Interruption {
  readonly error: MarketingCloudError;
  /** Ordinal of the first object of which it is not known whether the service acted on it. */
  readonly unknownFrom: number;
  /** Ordinal of the first object that was not sent. */
  readonly unsentFrom: number;
}

/** What a call was answered, its ordinals counted over the whole write, and how it was sent. */
export interface CallAnswer extends WriteAnswer {
  readonly queued: boolean;
  readonly correlationId?: string;
  readonly conversationId?: string;
}

/**
 * Sends batches, `concurrency` of them at a time.
 * @throws MarketingCloudError when the very first call fails; later failures are part of the outcome.
 */
export async function writeInBatches<B extends Batch>(
  batches: readonly B[],
  send: (batch: B, index: number) => Promise<CallAnswer>,
  concurrency = 1,
): Promise<WriteOutcome> {
  const done = new Map<Batch, CallAnswer>();
  const state: State = { next: 0, failure: undefined };
  const work = async (): Promise<void> => {
    while (state.next < batches.length && state.failure === undefined) {
      const index = state.next++;
      const batch = batches[index];
      if (batch === undefined) return;
      try {
        done.set(batch, await send(batch, index));
      } catch (error) {
        if (!(error instanceof MarketingCloudError)) throw error;
        state.failure = earlier(state.failure, { from: batch.from, error });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, batches.length) }, work));
  if (state.failure !== undefined && done.size === 0) throw state.failure.error;
  const last = batches.at(-1);
  const unsentFrom = batches[state.next]?.from ?? (last === undefined ? 0 : last.from + last.count);
  return join(
    done,
    state.failure && { error: state.failure.error, unknownFrom: state.failure.from, unsentFrom },
  );
}

interface Failure {
  readonly from: number;
  readonly error: MarketingCloudError;
}

interface State {
  next: number;
  failure: Failure | undefined;
}

/** Of calls that fail together the first one says from where on nothing is certain. */
function earlier(one: Failure | undefined, other: Failure): Failure {
  return one === undefined || other.from < one.from ? other : one;
}

function join(done: ReadonlyMap<Batch, CallAnswer>, interruption: Interruption | undefined): WriteOutcome {
  const answers = [...done.entries()].sort(([a], [b]) => a.from - b.from);
  const results = answers.flatMap(([batch, answer]) => complete(answer, batch));
  const calls = answers.map(([{ from, count }, { results: _, ...call }]) => ({
    ...call,
    from,
    count,
  }));
  const overall = overallResult(results);
  const isQueued = overall === 'ok' && calls.some(({ queued }) => queued);
  return {
    status: interruption === undefined ? (isQueued ? 'queued' : overall) : 'interrupted',
    calls,
    results,
    ...(interruption === undefined ? {} : { interruption }),
  };
}

/** An object that the answer does not speak of counts as failed. A queued call is answered for as a whole. */
function complete({ results, queued }: CallAnswer, { from, count }: Batch): readonly ObjectResult[] {
  if (queued || results.length >= count) return results;
  const answered = new Set(results.map(({ ordinal }) => ordinal));
  const unanswered = Array.from({ length: count }, (_, index) => from + index).filter(
    (ordinal) => !answered.has(ordinal),
  );
  const missing = unanswered.map((ordinal) => ({
    ordinal,
    ok: false,
    statusCode: '',
    message: 'The service did not say what became of this object.',
    details: [],
  }));
  return [...results, ...missing].sort((a, b) => a.ordinal - b.ordinal);
}
