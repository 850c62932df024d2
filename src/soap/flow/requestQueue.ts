/** The one queue of a connection: so many calls at once, so many a minute, and fewer while the service throttles. */
import { Rate } from './rate.ts';
import { cancelled, systemTimer, type Timer } from './timer.ts';

export interface QueueSettings {
  /** Calls at once; never more than `concurrencyCeiling`, whatever is asked for. */
  readonly maxConcurrent?: number;
  /** Calls that may start in any minute. */
  readonly maxPerMinute?: number;
  /** Told whenever the state has changed. */
  readonly onChange?: (state: QueueState) => void;
  readonly timer?: Timer;
}

/** What a status bar can show of a queue. */
export interface QueueState {
  readonly waiting: number;
  readonly running: number;
  /** Calls that may run at once now: fewer than configured after the service has throttled. */
  readonly allowed: number;
  /** True while no call starts because the service asked for fewer. */
  readonly paused: boolean;
}

/** The vendor's advice is at most 20 synchronous calls at once (best-practices row B8). */
export const concurrencyCeiling = 20;
/** The vendor's advice for calls a minute. */
const defaultPerMinute = 2000;
/** First pause after the service has throttled; doubled each time that it does so again, up to the longest. */
const firstPause = 5000;
const longestPause = 60_000;

/** Runs calls in the order in which they came. */
export class RequestQueue {
  private readonly timer: Timer;
  private readonly onChange: (state: QueueState) => void;
  private readonly rate: Rate;
  private readonly most: number;
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private allowed: number;
  private pausedUntil = -Infinity;
  private nextPause = firstPause;
  private stopAlarm: (() => void) | undefined;

  constructor({ maxConcurrent, maxPerMinute, onChange, timer }: QueueSettings = {}) {
    this.timer = timer ?? systemTimer;
    this.onChange = onChange ?? (() => undefined);
    this.rate = new Rate(maxPerMinute ?? defaultPerMinute);
    this.most = Math.max(1, Math.min(Math.floor(maxConcurrent ?? concurrencyCeiling), concurrencyCeiling));
    this.allowed = this.most;
  }

  get state(): QueueState {
    return {
      waiting: this.waiting.length,
      running: this.running,
      allowed: this.allowed,
      paused: this.timer.now() < this.pausedUntil,
    };
  }

  /**
   * Runs a call when it is its turn.
   * @param work is told how many milliseconds it waited.
   * @throws MarketingCloudError `cancelled` when the signal is aborted while it waits; whatever `work` throws.
   */
  async run<T>(work: (waited: number) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const came = this.timer.now();
    await this.turn(signal);
    try {
      return await work(this.timer.now() - came);
    } finally {
      this.running -= 1;
      this.startNext();
    }
  }

  /** Says that the service asks for fewer calls: none starts for a while, and then half as many at once. */
  throttled(): void {
    const now = this.timer.now();
    // Calls that were under way together are refused together: that is one refusal.
    if (now < this.pausedUntil) return;
    this.pausedUntil = now + this.nextPause;
    this.nextPause = Math.min(this.nextPause * 2, longestPause);
    this.allowed = Math.max(1, Math.floor(this.allowed / 2));
    this.changed();
  }

  /** Says that the service answered: one more call at once is allowed again. */
  succeeded(): void {
    if (this.timer.now() < this.pausedUntil) return;
    this.nextPause = firstPause;
    if (this.allowed === this.most) return;
    this.allowed += 1;
    this.startNext();
  }

  private turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(cancelled());
        return;
      }
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(start), 1);
        this.changed();
        reject(cancelled());
      };
      const start = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.waiting.push(start);
      this.startNext();
    });
  }

  private startNext(): void {
    this.stopAlarm?.();
    this.stopAlarm = undefined;
    while (this.waiting.length > 0 && this.running < this.allowed) {
      const now = this.timer.now();
      const delay = Math.max(this.pausedUntil - now, this.rate.delay(now));
      if (delay > 0) {
        this.stopAlarm = this.timer.after(delay, () => this.startNext());
        break;
      }
      this.rate.started(now);
      this.running += 1;
      this.waiting.shift()?.();
    }
    this.changed();
  }

  private changed(): void {
    this.onChange(this.state);
  }
}
