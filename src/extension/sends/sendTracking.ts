/** Tracking of the sends on the panel: asked for when wanted, kept until the card goes. */
import type { TrackingPart } from '../../shared/liveSendsMessages.ts';
import {
  keyOf,
  loadTracking,
  trackingAskedFor,
  trackingPartOf,
  type Tracking,
  type WatchedSend,
  type WatchTarget,
} from '../../views/index.ts';
import type { Accounts } from '../connections/accounts.ts';
import { describeError } from '../errors/describeError.ts';

export class SendTracking {
  private readonly accounts: Accounts;
  private readonly changed: () => void;
  private readonly parts = new Map<string, TrackingPart>();

  constructor(accounts: Accounts, changed: () => void) {
    this.accounts = accounts;
    this.changed = changed;
  }

  partOf(key: string): TrackingPart | undefined {
    return this.parts.get(key);
  }

  /** Never throws: a failure is shown where the tracking would be. */
  async load(target: WatchTarget): Promise<void> {
    const key = keyOf(target);
    this.put(key, this.parts.get(key) ?? trackingAskedFor);
    try {
      this.put(key, trackingPartOf(await this.ask(target), Date.now()));
    } catch (error) {
      const { title, advice } = describeError(error);
      this.put(key, { ...trackingAskedFor, note: '', problem: `${title} ${advice}` });
    }
  }

  /** Asks anew, so that the file holds what is true when it is written. @throws MarketingCloudError, ExportError */
  async export(send: WatchedSend): Promise<void> {
    const { exportTracking } = await import('./exportSend.ts');
    await exportTracking(send, await this.ask(send.target));
  }

  forget(key: string): void {
    this.parts.delete(key);
  }

  private async ask({ connectionId, mid, id }: WatchTarget): Promise<Tracking> {
    return loadTracking(await this.accounts.client(connectionId, mid), Number(id));
  }

  private put(key: string, part: TrackingPart): void {
    this.parts.set(key, part);
    this.changed();
  }
}
