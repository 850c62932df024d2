/** Requests that wait their turn or have had it, and the conversations that they are parts of. */
import type { Owned } from './collection.ts';
import type { CallbackWish } from './outbox.ts';

/** What came of one object of a queued request. */
export interface AsyncItem {
  readonly objectType: string;
  readonly correlationId: string | undefined;
  readonly ok: boolean;
  readonly message: string;
  readonly errorCode: number | undefined;
}

export interface AsyncRequest extends Owned {
  /** Counted from 1. */
  readonly number: number;
  readonly requestId: string;
  readonly conversationId: string | undefined;
  /** Its place among the calls of its conversation, and how many there are. */
  readonly sequence: number | undefined;
  readonly calls: number | undefined;
  readonly wishes: readonly CallbackWish[];
  /** `Create`, `Update`, `Delete` or `Perform`. */
  readonly operation: string;
  readonly receivedAt: number;
  /** `Queued`, `Complete`, `Error`, `Expired` or `Canceled`. */
  status: string;
  completedAt: number | undefined;
  /** OverallStatus, once it is complete. */
  overallStatus: string;
  message: string;
  errorCode: number | undefined;
  items: readonly AsyncItem[];
  /** The results as XML: with the objects, and without them. */
  details: { readonly whole: string; readonly bare: string };
}

/** Takes requests out of the queue; false when one of them has been worked on, or taken out, already. */
export function cancelAll(requests: readonly AsyncRequest[], now: number): boolean {
  if (requests.some(({ status }) => status !== 'Queued')) return false;
  for (const request of requests) {
    Object.assign(request, { status: 'Canceled', completedAt: now, overallStatus: 'Canceled' });
  }
  return true;
}

/** One call of a conversation, and what it does when its turn comes. It answers false when something failed. */
export interface Part {
  readonly dueAt: number;
  readonly run: (at: number) => boolean;
  /** What becomes of it when the conversation fails before its turn. */
  readonly fail: (at: number, errorCode: number, message: string) => void;
}

export interface Conversation {
  readonly calls: number;
  readonly parts: Map<number, Part>;
  /** When its last part came. */
  lastAt: number;
  state: 'open' | 'closed' | 'failed';
}

/** How long results are kept (documented). */
const kept = 30 * 86_400_000;

export class AsyncLog {
  private readonly requests = new Map<string, AsyncRequest>();
  private readonly conversations = new Map<string, Conversation>();
  private received = 0;

  add(request: Omit<AsyncRequest, 'number'>): AsyncRequest {
    this.received += 1;
    const entered: AsyncRequest = Object.assign({ number: this.received }, request);
    this.requests.set(entered.requestId, entered);
    return entered;
  }

  /** True while somebody waits to be told of a request that is not done. */
  get isAwaited(): boolean {
    for (const { wishes, completedAt } of this.requests.values()) {
      if (completedAt === undefined && wishes.length > 0) return true;
    }
    return false;
  }

  /** The calls of a conversation that have come so far. */
  ofConversation(mid: number, id: string): readonly AsyncRequest[] {
    return [...this.requests.values()].filter((each) => each.mid === mid && each.conversationId === id);
  }

  /** The request of an account. */
  find(mid: number, requestId: string): AsyncRequest | undefined {
    const request = this.requests.get(requestId);
    return request?.mid === mid ? request : undefined;
  }

  /** What can still be looked at, oldest first. */
  *all(now: number): Iterable<AsyncRequest> {
    for (const request of this.requests.values()) if (request.receivedAt > now - kept) yield request;
  }

  /** A conversation of an account; conversations of two accounts may have one ID. */
  conversation(mid: number, id: string): Conversation | undefined {
    return this.conversations.get(`${String(mid)} ${id}`);
  }

  begin(mid: number, id: string, conversation: Conversation): void {
    this.conversations.set(`${String(mid)} ${id}`, conversation);
  }
}
