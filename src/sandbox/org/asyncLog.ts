/** Requests that wait their turn or have had it, and the conversations that they are parts of. */
import type { Owned } from './collection.ts';

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
