/** The history of a number that grows: kept within bounds, and the rates that it shows. */
import type { Sample } from './watch.ts';

/** When there are more, every second one of the older half goes: the shape stays, and what is new stays exact. */
const most = 1200;

/** Rates are taken over no less than this, as the service adds its counts up from time to time. */
const shortestSpan = 10_000;

const recent = 30_000;

/** Adds a look. The number never goes back; of looks at the same number only the first and the last are kept. */
export function addSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  const numberSent = Math.max(last?.numberSent ?? 0, sample.numberSent);
  const isFlat = last?.numberSent === numberSent && samples.at(-2)?.numberSent === numberSent;
  const kept = isFlat ? samples.slice(0, -1) : samples;
  return thinned([...kept, { at: sample.at, numberSent }]);
}

function thinned(samples: readonly Sample[]): readonly Sample[] {
  if (samples.length <= most) return samples;
  const half = samples.length >> 1;
  return samples.filter((_, index) => index > half || index % 2 === 0);
}

export interface Rates {
  /** Over the last half minute. */
  readonly now?: number;
  /** Over all that was seen. */
  readonly average?: number;
  /** The highest over ten seconds, or over all that was seen when that is less. */
  readonly peak?: number;
}

/** Messages in a second. Undefined before two looks. */
export function ratesOf(samples: readonly Sample[]): Rates {
  const last = samples.at(-1);
  const [first] = samples;
  if (last === undefined || first === undefined || last.at <= first.at) return {};
  const since = Math.max(first.at, last.at - recent);
  const from = { at: since, numberSent: numberSentAt(samples, since) };
  const average = rate(first, last);
  return { now: rate(from, last), average, peak: peakOf(samples, average) };
}

/** The number at any moment: between two looks it is taken to have grown evenly. */
export function numberSentAt(samples: readonly Sample[], at: number): number {
  const next = samples.findIndex((sample) => sample.at >= at);
  const to = samples[next] ?? samples.at(-1);
  const from = samples[next - 1] ?? to;
  if (from === undefined || to === undefined) return 0;
  if (to.at <= from.at || at >= to.at) return to.numberSent;
  return from.numberSent + (to.numberSent - from.numberSent) * ((at - from.at) / (to.at - from.at));
}

function peakOf(samples: readonly Sample[], least: number): number {
  let peak = least;
  let from = 0;
  for (const sample of samples) {
    let start = samples[from];
    for (let next = samples[from + 1]; next !== undefined && sample.at - next.at >= shortestSpan;) {
      from += 1;
      start = next;
      next = samples[from + 1];
    }
    if (start !== undefined && sample.at - start.at >= shortestSpan)
      peak = Math.max(peak, rate(start, sample));
  }
  return peak;
}

function rate(from: Sample, to: Sample): number {
  return ((to.numberSent - from.numberSent) / (to.at - from.at)) * 1000;
}
