/** The journal: the last requests that the sandbox received, with what it objected to. */
import type { RequestRecord } from './contracts.ts';

/** How many requests are kept. */
const kept = 1000;

export class Journal {
  private readonly records: RequestRecord[] = [];

  add(record: RequestRecord): void {
    this.records.push(record);
    if (this.records.length > kept) this.records.shift();
  }

  /** A copy of what is kept, newest last. */
  all(): readonly RequestRecord[] {
    return [...this.records];
  }
}
