/** Finds out how many calls at once carry most: reads at 1, 2, 4, 8 … for as long as more is gained (best-practices row B7). */

export interface ConcurrencyStep {
  readonly concurrency: number;
  readonly callsPerSecond: number;
  /** Milliseconds that a call took, the middle one of all. */
  readonly medianTime: number;
}

export interface ConcurrencyAdvice {
  readonly steps: readonly ConcurrencyStep[];
  /** The fewest calls at once that carry nearly as much as the best step. */
  readonly proposal: number;
}

interface Options {
  /** One cheap read. It must not wait in a queue of its own. */
  readonly call: (signal: AbortSignal | undefined) => Promise<unknown>;
  /** Most calls at once that are tried. */
  readonly ceiling: number;
  /** Calls at each step for each of those at once. */
  readonly rounds?: number;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: ConcurrencyStep) => void;
  /** Milliseconds. */
  readonly now?: () => number;
}

/** A step that brings less than this is not worth its calls. */
const worthwhileGain = 1.1;

/** @throws whatever a call throws: measuring ends with the first failure, so that nobody is throttled for it. */
export async function tuneConcurrency(options: Options): Promise<ConcurrencyAdvice> {
  const { call, ceiling, signal, onStep, rounds = 4, now = () => performance.now() } = options;
  // The first call pays for token and connection, which none of the steps should.
  await call(signal);
  const steps: ConcurrencyStep[] = [];
  for (let concurrency = 1; concurrency <= ceiling; concurrency = next(concurrency, ceiling)) {
    const step = await measure({ call, signal, now }, concurrency, rounds);
    steps.push(step);
    onStep?.(step);
    const before = steps.at(-2);
    if (before !== undefined && step.callsPerSecond < before.callsPerSecond * worthwhileGain) break;
    if (concurrency === ceiling) break;
  }
  return { steps, proposal: proposalOf(steps) };
}

function next(concurrency: number, ceiling: number): number {
  return Math.min(concurrency * 2, ceiling);
}

async function measure(
  {
    call,
    signal,
    now,
  }: Required<Pick<Options, 'call' | 'now'>> & { readonly signal: AbortSignal | undefined },
  concurrency: number,
  rounds: number,
): Promise<ConcurrencyStep> {
  const times: number[] = [];
  const worker = async (): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      const start = now();
      await call(signal);
      times.push(now() - start);
    }
  };
  const start = now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (now() - start) / 1000;
  times.sort((a, b) => a - b);
  return {
    concurrency,
    callsPerSecond: (concurrency * rounds) / seconds,
    medianTime: times[Math.floor(times.length / 2)] ?? 0,
  };
}

function proposalOf(steps: readonly ConcurrencyStep[]): number {
  const best = Math.max(...steps.map(({ callsPerSecond }) => callsPerSecond));
  return steps.find(({ callsPerSecond }) => callsPerSecond * worthwhileGain >= best)?.concurrency ?? 1;
}
