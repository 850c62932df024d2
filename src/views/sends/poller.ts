/** Asks for the watched sends of one business unit, one question at a time, no oftener than it helps. */
import { MarketingCloudError } from '../../soap/pure.ts';
import { isOpen, nextDelay, shortest } from './askingPace.ts';
import { learn, learnFailure, learnNothing, type Learnt, type Limits } from './learn.ts';
import type { Place, Reading, SendEvent, WatchedSend, WatchKind } from './watch.ts';

/** One request to the service. */
export interface Question extends Place {
  readonly kind: WatchKind;
  readonly ids: readonly string[];
}

/** Everything that the asking needs of the world around it. */
export interface Surroundings {
  /** All of a business unit in one request (best-practices row C1). What is not known is left out. */
  readonly ask: (question: Question, signal: AbortSignal) => Promise<readonly Reading[]>;
  readonly now: () => number;
  /** Calls back after so many milliseconds; the result calls it off. */
  readonly schedule: (milliseconds: number, callback: () => void) => () => void;
  readonly limits: () => Limits;
  /** True while somebody sees the numbers. */
  readonly seen: () => boolean;
  /** Told of what should never happen: an error outside of a question. */
  readonly report: (error: unknown) => void;
}

/** What is watched, shared with the monitor: whoever is dismissed while the question is under way is gone. */
export interface Watched {
  all(): readonly WatchedSend[];
  /** False when it is no longer watched. */
  update(next: WatchedSend): boolean;
  /** Called after each answer. */
  settled(events: readonly { readonly event: SendEvent; readonly send: WatchedSend }[]): void;
}

export class Poller {
  private readonly about: Omit<Question, 'ids'>;
  private readonly watched: Watched;
  private readonly surroundings: Surroundings;
  private readonly stopping = new AbortController();
  private callOff: (() => void) | undefined;
  private isAsking = false;
  private askedAt: number | undefined;
  private failures = 0;
  private throttled = false;

  constructor(about: Omit<Question, 'ids'>, watched: Watched, surroundings: Surroundings) {
    this.about = about;
    this.watched = watched;
    this.surroundings = surroundings;
  }

  /** Asks as soon as it may: there is something new to ask for, or somebody looks again. */
  hurry(): void {
    if (this.throttled) this.replan();
    else if (this.askedAt === undefined) this.plan(0);
    else this.plan(Math.max(0, this.askedAt + shortest - this.surroundings.now()));
  }

  /** Plans the next question anew, after the sends or what is seen have changed. */
  replan(): void {
    const { now, seen } = this.surroundings;
    const { failures, throttled } = this;
    const delay = nextDelay(this.watched.all(), { failures, throttled, seen: seen() }, now());
    if (delay === undefined) this.rest();
    else this.plan(Math.max(0, (this.askedAt ?? now()) + delay - now()));
  }

  dispose(): void {
    this.rest();
    this.stopping.abort();
  }

  private rest(): void {
    this.callOff?.();
    this.callOff = undefined;
  }

  private plan(milliseconds: number): void {
    this.rest();
    // After the answer that is under way the next question is planned anyhow.
    if (this.isAsking || this.stopping.signal.aborted) return;
    this.callOff = this.surroundings.schedule(milliseconds, () => {
      this.ask().catch(this.surroundings.report);
    });
  }

  private async ask(): Promise<void> {
    const open = this.watched.all().filter(isOpen);
    if (open.length === 0) return;
    this.isAsking = true;
    this.askedAt = this.surroundings.now();
    const learnt = await this.answersFor(open).finally(() => (this.isAsking = false));
    if (this.stopping.signal.aborted) return;
    const events = learnt.flatMap(({ next, event }) =>
      this.watched.update(next) && event !== undefined ? [{ event, send: next }] : [],
    );
    this.replan();
    this.watched.settled(events);
  }

  private async answersFor(open: readonly WatchedSend[]): Promise<Learnt[]> {
    const { ask, now, limits } = this.surroundings;
    try {
      const ids = open.map(({ target }) => target.id);
      const readings = await ask({ ...this.about, ids }, this.stopping.signal);
      this.failures = 0;
      this.throttled = false;
      const byId = new Map(readings.map((reading) => [reading.id, reading]));
      return open.map((send) => {
        const reading = byId.get(send.target.id);
        return reading === undefined
          ? learnNothing(send, now(), limits())
          : learn(send, reading, now(), limits());
      });
    } catch (failure) {
      this.failures += 1;
      this.throttled = failure instanceof MarketingCloudError && failure.code === 'throttled';
      return open.map((send) => learnFailure(send, failure, now(), limits()));
    }
  }
}
