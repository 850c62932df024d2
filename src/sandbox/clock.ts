/** Where the sandbox takes its time from: everything that moves in the org is a function of a clock. */

/** A source of time. It must never run backwards. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
}

/** A clock that stands still until it is told otherwise. */
export interface ManualClock extends Clock {
  /** Moves the clock forward. */
  advance(milliseconds: number): void;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that starts at the present moment and runs `factor` times as fast as the machine's. */
export function acceleratedClock(factor: number): Clock {
  const start = Date.now();
  return { now: () => Math.floor(start + (Date.now() - start) * factor) };
}

/** A clock that shows `start` (milliseconds since 1970) until it is advanced. */
export function manualClock(start: number): ManualClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
