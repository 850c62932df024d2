/** What RetrieveAllSinceLastBatch has given so far: for each such retrieve, from when until when (documented). */

/** Changes after `from`, and until `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export class LastBatches {
  private readonly windows = new Map<string, Window>();

  /**
   * The next window of a retrieve.
   * @param key the account, type, properties and filter: only the same of all that go on from each other.
   */
  next(key: string, now: number): Window {
    const window = { from: this.windows.get(key)?.to ?? -Infinity, to: now };
    this.windows.set(key, window);
    return window;
  }

  /** The window before, once more; the next one when there was none. */
  repeat(key: string, now: number): Window {
    return this.windows.get(key) ?? this.next(key, now);
  }
}
