/** Decides whether a language server that has stopped by itself is started anew: later each time, and not for ever. */

/** So many stops … */
const most = 5;

/** … in so many milliseconds are too many. */
const within = 180_000;

/** In milliseconds; doubled each time. */
const firstDelay = 250;

export class RestartPolicy {
  private stops: readonly number[] = [];

  /**
   * To be called when the server has stopped.
   * @param now in milliseconds
   * @returns how long to wait before it is started anew, in milliseconds; undefined when it has stopped too often
   */
  stopped(now: number): number | undefined {
    this.stops = [...this.stops.filter((at) => now - at < within), now];
    const count = this.stops.length;
    return count < most ? firstDelay * 2 ** (count - 1) : undefined;
  }
}
