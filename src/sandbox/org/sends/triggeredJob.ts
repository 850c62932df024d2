/** The messages that were asked for of one triggered send definition, and when each goes out. */
import { firstUnsent, type Course } from './send.ts';

interface Message {
  readonly subscriberKey: string;
  readonly askedAt: number;
  /** Infinity while it waits for the definition to be active. */
  sentAt: number;
}

/** Why a message was asked for and did not go out. */
export type Hindrance = 'optOut' | 'suppressed' | 'undeliverable' | 'error';

export interface NotSent {
  readonly subscriberKey: string;
  readonly at: number;
  readonly why: Hindrance;
}

/** How long messages wait, by the priority of their definition (documented as upper limits). */
const waits: ReadonlyMap<string, number> = new Map([
  ['High', 1000],
  ['Medium', 30_000],
  ['Low', 240_000],
]);

export class TriggeredJob implements Course {
  readonly definitionId: string;
  readonly unsent: NotSent[] = [];
  private readonly messages: Message[] = [];

  /** @param definitionId the GUID of the triggered send definition. */
  constructor(definitionId: string) {
    this.definitionId = definitionId;
  }

  /** Takes a message in. One of an inactive definition waits. */
  ask(
    subscriberKey: string,
    now: number,
    { isActive, priority }: { isActive: boolean; priority: string },
  ): void {
    this.messages.push({
      subscriberKey,
      askedAt: now,
      sentAt: isActive ? this.dueAfter(now, priority) : Infinity,
    });
  }

  hinder(subscriberKey: string, at: number, why: Hindrance): void {
    this.unsent.push({ subscriberKey, at, why });
  }

  /** Lets what waits go out. */
  activate(now: number, priority: string): void {
    for (const message of this.messages) {
      if (message.sentAt === Infinity) message.sentAt = this.dueAfter(now, priority);
    }
  }

  /** Lets what is not out yet wait. */
  pause(now: number): void {
    for (const message of this.messages) if (message.sentAt > now) message.sentAt = Infinity;
  }

  sentBy(now: number): number {
    const waiting = this.messages.findIndex(({ sentAt }) => sentAt > now);
    return waiting === -1 ? this.messages.length : waiting;
  }

  /** Messages that were asked for and are not out. */
  queuedAt(now: number): number {
    return this.messages.length - this.sentBy(now);
  }

  timeOf(index: number): number {
    return this.messages[index]?.sentAt ?? Infinity;
  }

  keyAt(index: number): string {
    const message = index < firstUnsent ? this.messages[index] : this.unsent[index - firstUnsent];
    return message?.subscriberKey ?? '';
  }

  get size(): number {
    return this.messages.length;
  }

  /** No message goes out before one that was asked for earlier. */
  private dueAfter(now: number, priority: string): number {
    const sent = this.messages.findLast(({ sentAt }) => sentAt !== Infinity)?.sentAt ?? 0;
    return Math.max(sent, now + (waits.get(priority) ?? 30_000));
  }
}
