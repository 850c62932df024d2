/**
 * Delivers the answers to queued requests. A sandbox does things when somebody looks; while somebody waits to be
 * called, it looks by itself. A failed delivery is entered in the journal and not tried again (documented).
 */
import type { CallbackReach } from '../contracts.ts';
import type { Journal } from '../journal.ts';
import type { Org } from '../org/org.ts';
import type { Callback } from '../org/outbox.ts';
import { isLoopback } from '../loopback.ts';

/** How often it looks, and how long it waits for whom it calls. */
const interval = 50;
const patience = 10_000;

export class Dispatcher {
  private readonly journal: Journal;
  private readonly reach: CallbackReach;
  private readonly org: () => Org;
  private timer: NodeJS.Timeout | undefined;
  private readonly ending = new AbortController();

  constructor(place: { readonly journal: Journal; readonly org: () => Org }, reach: CallbackReach) {
    this.journal = place.journal;
    this.org = place.org;
    this.reach = reach;
  }

  /** Looks from now on until nobody waits to be called any more. */
  watch(): void {
    if (this.timer !== undefined || this.isIdle || this.ending.signal.aborted) return;
    this.timer = setInterval(() => this.look(), interval);
    this.timer.unref();
    this.look();
  }

  /** Ends whatever is under way. */
  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.ending.abort();
  }

  private get isIdle(): boolean {
    const { outbox, asyncRequests } = this.org();
    return outbox.isEmpty && !asyncRequests.isAwaited;
  }

  private look(): void {
    const org = this.org();
    org.advance(org.clock.now());
    for (const callback of org.outbox.take()) this.send(callback);
    if (!this.isIdle) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private send(callback: Callback): void {
    const withheld = this.reasonToWithhold(callback);
    if (withheld !== undefined) {
      this.enter(callback, 'Withheld', [withheld]);
      return;
    }
    post(callback, this.ending.signal).then(
      (status) => this.enter(callback, `HTTP ${String(status)}`, []),
      (error: unknown) => this.enter(callback, 'Failed', [reasonOf(error)]),
    );
  }

  private reasonToWithhold({ type, address }: Callback): string | undefined {
    if (type !== 'HTTPPost')
      return `The sandbox sends nothing by ${type}: what would go to ${address} is kept here.`;
    if (this.reach === 'anywhere') return undefined;
    if (this.reach === 'none') return 'Callbacks are switched off.';
    return isLoopback(address)
      ? undefined
      : `${address} is not on this machine: the sandbox calls it only with the option callbacks: anywhere.`;
  }

  private enter({ mid, requestId }: Callback, outcome: string, problems: readonly string[]): void {
    if (this.ending.signal.aborted) return;
    const at = new Date(this.org().clock.now()).toISOString();
    this.journal.add({ at, operation: 'Callback', requestId, mid, outcome, problems });
  }
}

/** Posts the fields as a form does. @returns the status of the answer. */
async function post({ address, fields }: Callback, ending: AbortSignal): Promise<number> {
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    signal: AbortSignal.any([ending, AbortSignal.timeout(patience)]),
  });
  await response.body?.cancel();
  return response.status;
}

/** What went wrong is in the cause: `fetch failed` says nothing. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}
