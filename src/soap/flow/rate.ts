/** How soon another call may start, when only so many may start in any minute. */

const minute = 60_000;
/** The minute is served in slices, so that what is left of it is not used up at its beginning. */
const slices = 12;

/** Never more than `perMinute` starts in any 60 seconds. */
export class Rate {
  private readonly starts: number[] = [];
  /** So many starts are allowed in a window of so many milliseconds. */
  private readonly slots: number;
  private readonly window: number;

  /** @param perMinute at least 1. */
  constructor(perMinute: number) {
    const most = Math.max(1, Math.floor(perMinute));
    this.slots = Math.max(1, Math.floor(most / slices));
    // As many windows as fit into the allowance, rounded down: the sum over a minute never exceeds it. Whole milliseconds,
    // since fractions added up fall short of the minute.
    this.window = Math.ceil(minute / Math.floor(most / this.slots));
  }

  /** Milliseconds from `now` until the next start is allowed; 0 for at once. */
  delay(now: number): number {
    if (this.starts.length < this.slots) return 0;
    return Math.max(0, (this.starts[0] ?? 0) + this.window - now);
  }

  /** Notes a start. */
  started(now: number): void {
    this.starts.push(now);
    if (this.starts.length > this.slots) this.starts.shift();
  }
}
