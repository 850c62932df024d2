/** Retrieves that have more pages: where each goes on, by the RequestID of the page before. */
import type { Account } from '../org/account.ts';
import type { Query } from './query.ts';

/** How many are kept; the oldest is forgotten first. The service lets them expire after a time that nobody knows. */
const kept = 1000;

/** A retrieve whose next page begins at `position`. */
export interface Continuation {
  readonly account: Account;
  readonly query: Query;
  readonly position: number;
}

export class Continuations {
  private readonly waiting = new Map<string, Continuation>();

  /** Keeps what comes after the page whose answer has this RequestID. */
  keep(requestId: string, continuation: Continuation): void {
    this.waiting.set(requestId, continuation);
    const oldest = this.waiting.keys().next().value;
    if (this.waiting.size > kept && oldest !== undefined) this.waiting.delete(oldest);
  }

  /** What comes after the page with this RequestID. It can be asked for again, as after a broken connection. */
  find(requestId: string, account: Account): Continuation | undefined {
    const continuation = this.waiting.get(requestId);
    return continuation?.account === account ? continuation : undefined;
  }
}
