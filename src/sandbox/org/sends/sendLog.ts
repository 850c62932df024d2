/** All sends of the org: those that were started, and those that start by themselves as the clock goes on. */
import type { Send, SendOrder } from './send.ts';

/** A send without what the log gives it. */
export type NewSend = Omit<Send, 'id' | 'eventBase' | 'orders'>;

/** A send that starts again and again, at every multiple of `every` milliseconds of the clock. */
export interface RecurringSend {
  readonly every: number;
  /** How long before its start a send is made. */
  readonly lead: number;
  make(startsAt: number): NewSend;
}

/** Job IDs grow by one every ten seconds from here on, so that later sends have higher ones. */
const firstJob = Date.UTC(2000, 0, 1);
const jobLength = 10_000;

/** So many numbers are kept free for the events of a triggered send definition. */
const mostTriggered = 1_000_000;

export class SendLog {
  private readonly sends = new Map<number, Send>();
  private readonly recurring: { readonly plan: RecurringSend; next: number }[] = [];
  private readonly watched = new Map<number, ((at: number) => void)[]>();
  private messages = 0;

  /** Every send made until `now` that goes to its audience at one go, oldest first. */
  until(now: number): readonly Send[] {
    return this.allUntil(now).filter(({ course }) => course === undefined);
  }

  /** Every send made until `now`, those of triggered send definitions among them. */
  allUntil(now: number): readonly Send[] {
    this.advance(now);
    return [...this.sends.values()];
  }

  find(id: number, now: number): Send | undefined {
    this.advance(now);
    return this.sends.get(id);
  }

  /** Adds a send that is made at `send.createdAt`. */
  add(send: NewSend): Send {
    this.advance(send.createdAt);
    let id = Math.floor((send.createdAt - firstJob) / jobLength);
    while (this.sends.has(id) || this.isReserved(id)) id += 1;
    return this.keep(send, id);
  }

  /** Gives an order to a send, and tells those who wait for such. */
  order(send: Send, order: SendOrder): void {
    send.orders.push(order);
    for (const tell of this.watched.get(send.id) ?? []) tell(order.at);
  }

  /** Calls back whenever an order is given to a send. */
  onOrder(send: Send, tell: (at: number) => void): void {
    this.watched.set(send.id, [...(this.watched.get(send.id) ?? []), tell]);
  }

  /** Lets a send recur, the first one being the first that is made after `from`. */
  recur(plan: RecurringSend, from: number): void {
    this.recurring.push({ plan, next: Math.ceil((from + plan.lead) / plan.every) * plan.every });
  }

  private advance(now: number): void {
    for (const entry of this.recurring) {
      const { plan } = entry;
      for (; entry.next - plan.lead <= now; entry.next += plan.every) {
        this.keep(plan.make(entry.next), recurringId(entry.next));
      }
    }
  }

  /** The IDs of recurring sends follow from their start alone and must be free when their time comes. */
  private isReserved(id: number): boolean {
    return this.recurring.some(({ plan }) => (id * jobLength + firstJob) % plan.every === 0);
  }

  private keep(send: NewSend, id: number): Send {
    const kept: Send = { ...send, id, eventBase: this.messages, orders: [] };
    this.messages += send.course === undefined ? send.audience.size : mostTriggered;
    this.sends.set(id, kept);
    return kept;
  }
}

function recurringId(startsAt: number): number {
  return Math.floor((startsAt - firstJob) / jobLength);
}
