/** How a send moves: an uneven but never backward course from its first message to its last. */
import { mixFraction } from '../../random.ts';

const steps = 48;

/** The share of messages that is out, as a function of the share of time that has gone; both from 0 to 1. */
export class Pace {
  /** The share that is out at the end of each step. */
  private readonly marks: readonly number[];

  constructor(seed: number) {
    const weights = Array.from({ length: steps }, (_, step) => {
      // A send starts slowly, then its speed varies.
      const warmUp = Math.min(1, (step + 1) / 4);
      return warmUp * (0.5 + mixFraction(seed, step));
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let reached = 0;
    this.marks = [0, ...weights.map((weight) => (reached += weight / total))];
  }

  /** The share of messages out when this share of the time is over. */
  shareAt(time: number): number {
    if (time <= 0) return 0;
    if (time >= 1) return 1;
    const step = Math.floor(time * steps);
    const from = this.marks[step] ?? 0;
    return from + ((this.marks[step + 1] ?? 1) - from) * (time * steps - step);
  }

  /** The share of the time after which this share of the messages is out: the inverse of `shareAt`. */
  timeOf(share: number): number {
    if (share <= 0) return 0;
    if (share >= 1) return 1;
    let low = 0;
    let high = steps;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.marks[middle] ?? 1) <= share) low = middle;
      else high = middle;
    }
    const from = this.marks[low] ?? 0;
    const width = (this.marks[low + 1] ?? 1) - from;
    return (low + (width === 0 ? 0 : (share - from) / width)) / steps;
  }
}
