/** Watches sends until they are done: asks the service, no oftener than it helps, and keeps what it learns. */
import { phaseOf, type Send } from './send.ts';

/** A send to watch, and where it is. */
export interface WatchTarget {
  readonly connectionId: string;
  readonly mid: number;
  /** Connection and business unit for a person. */
  readonly where: string;
  readonly id: number;
}

/** One look at a send. */
export interface Sample {
  /** Milliseconds since the epoch, by our clock. */
  readonly at: number;
  readonly numberSent: number;
}

export interface WatchedSend {
  readonly target: WatchTarget;
  /** What was last heard; undefined before the first answer. */
  readonly send?: Send;
  readonly samples: readonly Sample[];
  /** True once there is nothing more to ask for. */
  readonly finished: boolean;
  /** Why the last question went unanswered. */
  readonly failure?: unknown;
}

/** Everything that the monitor needs of the world around it. */
export interface MonitorSurroundings {
  /** Sends of one business unit, in one request (best-practices row C1). */
  readonly fetch: (
    group: Omit<WatchTarget, 'id'>,
    ids: readonly number[],
    signal: AbortSignal,
  ) => Promise<Send[]>;
  readonly now: () => number;
  /** Calls back after so many milliseconds; the result calls it off. */
  readonly schedule: (milliseconds: number, callback: () => void) => () => void;
  /** Told after every answer, and of every send that is found to be done. */
  readonly changed: (sends: readonly WatchedSend[]) => void;
  readonly finished: (send: WatchedSend) => void;
  /** Told of what should never happen: an error outside of a fetch. */
  readonly report: (error: unknown) => void;
}

const shortest = 2000;
const longest = 60_000;
/** Looks without growth after which the next one waits longer. */
const patience = 3;

/** One for each send: its connection, business unit and number. */
export function keyOf({ connectionId, mid, id }: WatchTarget): string {
  return `${connectionId}/${String(mid)}/${String(id)}`;
}

/** Watches any number of sends. Numbers never move back: a late or odd answer does not take away what was seen. */
export class SendMonitor {
  private readonly surroundings: MonitorSurroundings;
  private readonly watched = new Map<string, WatchedSend>();
  private stopTimer: (() => void) | undefined;
  private polling = new AbortController();
  private isPolling = false;
  private interval = shortest;
  private stillFor = 0;

  constructor(surroundings: MonitorSurroundings) {
    this.surroundings = surroundings;
  }

  get sends(): readonly WatchedSend[] {
    return [...this.watched.values()];
  }

  /** Starts to watch a send; one that is watched already stays as it is. */
  watch(target: WatchTarget): void {
    const key = keyOf(target);
    if (!this.watched.has(key)) {
      this.watched.set(key, { target, samples: [], finished: false });
      this.surroundings.changed(this.sends);
    }
    this.hurry();
  }

  /** Stops watching and forgets. */
  dismiss(key: string): void {
    if (this.watched.delete(key)) this.surroundings.changed(this.sends);
  }

  dispose(): void {
    this.stopTimer?.();
    this.polling.abort();
    this.polling = new AbortController();
    this.watched.clear();
  }

  /** Asks as soon as possible, and often from here on. */
  private hurry(): void {
    this.interval = shortest;
    this.stillFor = 0;
    this.plan(0);
  }

  private plan(milliseconds: number): void {
    this.stopTimer?.();
    this.stopTimer = undefined;
    if (this.isPolling || this.sends.every(({ finished }) => finished)) return;
    this.stopTimer = this.surroundings.schedule(milliseconds, () => {
      this.poll().catch(this.surroundings.report);
    });
  }

  private async poll(): Promise<void> {
    this.isPolling = true;
    const { signal } = this.polling;
    const groups = groupsOf(this.sends.filter(({ finished }) => !finished));
    const moved = await Promise.all(groups.map((group) => this.pollGroup(group, signal)));
    this.isPolling = false;
    if (signal.aborted) return;
    this.adapt(moved.some(Boolean));
    this.surroundings.changed(this.sends);
    this.plan(this.interval);
  }

  /** True when a number grew or a send ended. */
  private async pollGroup(group: readonly WatchedSend[], signal: AbortSignal): Promise<boolean> {
    const [first] = group;
    if (first === undefined) return false;
    try {
      const ids = group.map(({ target }) => target.id);
      const sends = await this.surroundings.fetch(first.target, ids, signal);
      const byId = new Map(sends.map((send) => [send.id, send]));
      return group.map((watched) => this.learn(watched, byId.get(watched.target.id))).some(Boolean);
    } catch (failure) {
      for (const watched of group) this.update({ ...watched, failure });
      return false;
    }
  }

  private learn(watched: WatchedSend, answer: Send | undefined): boolean {
    const { failure: _, ...known } = watched;
    if (answer === undefined) {
      this.update({
        ...known,
        failure: new Error('The service does not know this send, or not in this business unit.'),
      });
      return false;
    }
    const previous = watched.samples.at(-1)?.numberSent ?? 0;
    const numberSent = Math.max(previous, answer.numberSent ?? 0);
    const finished = ['complete', 'ended'].includes(phaseOf(answer, new Date(this.surroundings.now())));
    const next: WatchedSend = {
      ...known,
      send: { ...answer, numberSent },
      samples: [...watched.samples, { at: this.surroundings.now(), numberSent }].slice(-maxSamples),
      finished,
    };
    if (this.update(next) && finished) this.surroundings.finished(next);
    return finished || numberSent > previous;
  }

  /** False when the send has been dismissed while it was asked for. */
  private update(next: WatchedSend): boolean {
    const key = keyOf(next.target);
    if (!this.watched.has(key)) return false;
    this.watched.set(key, next);
    return true;
  }

  private adapt(moved: boolean): void {
    this.stillFor = moved ? 0 : this.stillFor + 1;
    if (moved) this.interval = shortest;
    else if (this.stillFor >= patience) this.interval = Math.min(longest, this.interval * 1.5);
  }
}

/** Those of one business unit of one connection are asked for together. */
function groupsOf(sends: readonly WatchedSend[]): (readonly WatchedSend[])[] {
  const groups = new Map<string, WatchedSend[]>();
  for (const watched of sends) {
    const { connectionId, mid } = watched.target;
    const key = `${connectionId}/${String(mid)}`;
    groups.set(key, [...(groups.get(key) ?? []), watched]);
  }
  return [...groups.values()];
}

/** More than an hour at the shortest interval. */
const maxSamples = 2000;

/** Messages in a second: over the last half minute, and over all that was seen. Undefined before two looks. */
export function ratesOf(samples: readonly Sample[]): {
  readonly now?: number;
  readonly average?: number;
  readonly peak?: number;
} {
  const last = samples.at(-1);
  const first = samples[0];
  if (last === undefined || first === undefined || last === first) return {};
  const recent = samples.find(({ at }) => last.at - at <= 30_000) ?? first;
  const now = rate(recent, last);
  const average = rate(first, last);
  const peaks = samples.slice(1).flatMap((sample, index) => rate(samples[index], sample) ?? []);
  return {
    ...(now === undefined ? {} : { now }),
    ...(average === undefined ? {} : { average }),
    ...(peaks.length === 0 ? {} : { peak: Math.max(...peaks) }),
  };
}

function rate(from: Sample | undefined, to: Sample): number | undefined {
  if (from === undefined || to.at <= from.at) return undefined;
  return ((to.numberSent - from.numberSent) / (to.at - from.at)) * 1000;
}
