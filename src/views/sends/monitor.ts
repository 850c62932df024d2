/** Watches sends until they are over: one poller for each business unit and kind, and everything that they learn. */
import { Poller, type Surroundings, type Watched } from './poller.ts';
import { beginWatch, keyOf, type SendEvent, type WatchedSend, type WatchTarget } from './watch.ts';

export interface MonitorSurroundings extends Surroundings {
  /** Told after every answer, and when a send is added or dismissed. */
  readonly changed: () => void;
  /** Told of what a person should know: that a send ended, stalled, or is given up. */
  readonly happened: (event: SendEvent, send: WatchedSend) => void;
}

/** Watches any number of sends. */
export class SendMonitor {
  private readonly surroundings: MonitorSurroundings;
  private readonly watched = new Map<string, WatchedSend>();
  private readonly pollers = new Map<string, Poller>();

  constructor(surroundings: MonitorSurroundings) {
    this.surroundings = surroundings;
  }

  get sends(): readonly WatchedSend[] {
    return [...this.watched.values()];
  }

  find(key: string): WatchedSend | undefined {
    return this.watched.get(key);
  }

  /** Starts to watch; what is watched already stays as it is. */
  watch(target: WatchTarget): void {
    this.resume(this.watched.get(keyOf(target)) ?? beginWatch(target, this.surroundings.now()));
  }

  /** Goes on with a watch from before a reload, or with one that was given up. */
  resume(known: WatchedSend): void {
    const key = keyOf(known.target);
    const { gaveUp, ...rest } = known;
    const next = gaveUp ? { ...rest, gaveUp: false, still: 0, newsAt: this.surroundings.now() } : known;
    this.watched.set(key, next);
    this.pollerOf(next.target).hurry();
    this.surroundings.changed();
  }

  /** Stops watching and forgets. */
  dismiss(key: string): void {
    const known = this.watched.get(key);
    if (known === undefined) return;
    this.watched.delete(key);
    this.pollerOf(known.target).replan();
    this.surroundings.changed();
  }

  /** Somebody looks, or nobody any more: `seen` of the surroundings has changed. */
  lookedAt(): void {
    for (const poller of this.pollers.values()) poller.replan();
  }

  dispose(): void {
    for (const poller of this.pollers.values()) poller.dispose();
    this.pollers.clear();
    this.watched.clear();
  }

  private pollerOf({ connectionId, mid, where, kind }: WatchTarget): Poller {
    const key = [connectionId, String(mid), kind].join('/');
    const known = this.pollers.get(key);
    if (known !== undefined) return known;
    const isOurs = ({ target }: WatchedSend): boolean =>
      target.connectionId === connectionId && target.mid === mid && target.kind === kind;
    const poller = new Poller({ connectionId, mid, where, kind }, this.sharedWith(isOurs), this.surroundings);
    this.pollers.set(key, poller);
    return poller;
  }

  private sharedWith(isOurs: (send: WatchedSend) => boolean): Watched {
    return {
      all: () => this.sends.filter(isOurs),
      update: (next) => {
        const key = keyOf(next.target);
        if (!this.watched.has(key)) return false;
        this.watched.set(key, next);
        return true;
      },
      settled: (events) => {
        this.surroundings.changed();
        for (const { event, send } of events) this.surroundings.happened(event, send);
      },
    };
  }
}
