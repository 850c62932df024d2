/** Answers to queued requests that are on their way to where the caller wants them. */

/** Where the answer to a queued request is to go, as `SendResponseTo` has it. */
export interface CallbackWish {
  /** `None`, `email`, `FTP` or `HTTPPost`. */
  readonly type: string;
  readonly address: string;
  /** `Never`, `OnError`, `Always`, `OnConversationError`, `OnConversationComplete`, `OnCallComplete` or `OnExpired`. */
  readonly when: string;
  readonly includesResults: boolean;
  readonly includesObjects: boolean;
}

/** An answer that is due. */
export interface Callback {
  readonly mid: number;
  readonly requestId: string;
  readonly type: string;
  readonly address: string;
  /** The fields of the documentation, by their names. */
  readonly fields: Readonly<Record<string, string>>;
}

export class Outbox {
  private waiting: Callback[] = [];

  put(callback: Callback): void {
    this.waiting.push(callback);
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** Takes out everything that is due. */
  take(): readonly Callback[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }
}
