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

/** A clock that starts at a moment, the present one by default, and runs `factor` times as fast as the machine's. */
export function acceleratedClock(factor: number, start = Date.now()): Clock {
  const startedAt = Date.now();
  return { now: () => Math.floor(start + (Date.now() - startedAt) * factor) };
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

/** The clock of a running sandbox: it follows another one, and can be set forward, stopped and sped up. */
export class AdjustableClock implements Clock {
  private readonly base: Clock;
  /** A moment of the base clock, and what this clock showed then. */
  private anchor: { readonly base: number; readonly shown: number };
  private factor = 1;

  constructor(base: Clock) {
    this.base = base;
    const now = base.now();
    this.anchor = { base: now, shown: now };
  }

  now(): number {
    const { base, shown } = this.anchor;
    return Math.floor(shown + (this.base.now() - base) * this.factor);
  }

  /** How many times as fast as the clock that it follows it runs; 0 while it is stopped. */
  get speed(): number {
    return this.factor;
  }

  /** @throws RangeError for a speed below 0. */
  setSpeed(factor: number): void {
    if (!(factor >= 0) || !Number.isFinite(factor)) throw new RangeError('The speed must be 0 or more.');
    this.moveTo(this.now());
    this.factor = factor;
  }

  /**
   * Moves the clock to a moment, or by some milliseconds with `advance`.
   * @throws RangeError for an earlier moment than the one it shows: what has happened in the org cannot be undone.
   */
  set(moment: number): void {
    if (!(moment >= this.now())) {
      throw new RangeError(
        'The clock cannot go back; reset the sandbox with the moment to begin at instead.',
      );
    }
    this.moveTo(moment);
  }

  advance(milliseconds: number): void {
    this.set(this.now() + milliseconds);
  }

  /** Begins anew at a moment, earlier or later: only for an org that begins anew as well. */
  restartAt(moment: number): void {
    this.moveTo(moment);
  }

  private moveTo(moment: number): void {
    this.anchor = { base: this.base.now(), shown: moment };
  }
}
