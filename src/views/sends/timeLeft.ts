/** How long a send will still take: a likely value, and a range that holds as often as it says it does. */
import { numberSentAt } from './samples.ts';
import type { Sample } from './watch.ts';

/** How many sends in ten end within the range; a test holds it to this over random histories. */
export const sendsInTen = 8;

/** Milliseconds from the last look. */
export interface TimeLeft {
  readonly least: number;
  readonly likely: number;
  readonly most: number;
}

/** The history is cut into so many spans of one length; their differences tell how steady the send is. */
const spans = 8;

/** A history shorter than this, or with fewer looks, says too little. */
const shortestHistory = 15_000;
const fewestLooks = 6;

/** Of the normal distribution, for a range that leaves out one in ten on either side; more, as spans are few and alike. */
const width = 1.5;

/** No range is narrower than a look at a send that keeps its counts for a while can tell. */
const leastSpread = 0.05;
const mostSpread = 0.85;

/**
 * @param samples as kept by `addSample`
 * @param left messages that have not gone out yet
 * @returns undefined when too little is known, or nothing moves
 */
export function timeLeft(samples: readonly Sample[], left: number): TimeLeft | undefined {
  const moving = samples.slice(Math.max(0, samples.findIndex(({ numberSent }) => numberSent > 0) - 1));
  const last = moving.at(-1);
  const [first] = moving;
  if (first === undefined || last === undefined || moving.length < fewestLooks) return undefined;
  const span = (last.at - first.at) / spans;
  if (span * spans < shortestHistory || last.numberSent <= first.numberSent) return undefined;

  const speeds = speedsOf(moving, first.at, span);
  const speed = weightedMean(speeds);
  if (speed <= 0) return undefined;
  const likely = left / speed;
  const spread = spreadOf(speeds, speed, likely / span);
  const lag = lagOf(moving);
  return {
    least: Math.max(0, likely / (1 + spread) - lag),
    likely,
    most: likely / (1 - spread) + lag,
  };
}

/** Messages in a millisecond, span by span. */
function speedsOf(samples: readonly Sample[], start: number, span: number): number[] {
  const marks = Array.from({ length: spans + 1 }, (_, mark) => numberSentAt(samples, start + mark * span));
  return marks.slice(1).map((mark, index) => (mark - (marks[index] ?? 0)) / span);
}

/** What was lately tells more of what comes than what was at the start, when a send warms up. */
function weightedMean(speeds: readonly number[]): number {
  const weights = speeds.map((_, index) => 1 + index / spans);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return speeds.reduce((sum, speed, index) => sum + speed * (weights[index] ?? 0), 0) / total;
}

/** The error of a mean over the past, and of one over what is to come, as a share of the speed. */
function spreadOf(speeds: readonly number[], speed: number, spansLeft: number): number {
  const variance = speeds.reduce((sum, each) => sum + (each - speed) ** 2, 0) / (speeds.length - 1);
  const share = Math.sqrt(variance * (1 / spans + 1 / Math.max(spansLeft, 0.5))) / speed;
  return Math.min(mostSpread, Math.max(leastSpread, width * share));
}

/** How far behind the truth the number may be: the longest time that it lately stood still. */
function lagOf(samples: readonly Sample[]): number {
  let lag = 0;
  for (const [index, { at, numberSent }] of samples.slice(-30).entries()) {
    const next = samples.slice(-30)[index + 1];
    if (next !== undefined && next.numberSent >= numberSent) lag = Math.max(lag, next.at - at);
  }
  return lag;
}
