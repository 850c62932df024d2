/** The journal: the last requests that the sandbox received, with what it objected to, and counts by CorrelationID. */
import type { Correlation, RequestRecord } from './contracts.ts';

/** How many requests are kept, and of how many CorrelationIDs the counts are. */
const kept = 1000;
const keptCorrelations = 100_000;

type Entry = Omit<RequestRecord, 'number'>;

export class Journal {
  private records: RequestRecord[] = [];
  private readonly counts = new Map<string, { calls: number; objects: number; done: number }>();
  private received = 0;

  /** Enters a request. @param objects how many of its objects carry each CorrelationID. */
  add(entry: Entry, objects: ReadonlyMap<string, number> = new Map()): void {
    this.received += 1;
    this.records.push({ number: this.received, ...entry });
    if (this.records.length > kept) this.records.shift();
    for (const [id, count] of objects) {
      const counts = this.countsOf(id);
      counts.calls += 1;
      counts.objects += count;
    }
  }

  /** Counts an object with this CorrelationID that was written or performed. */
  countDone(correlationId: string): void {
    this.countsOf(correlationId).done += 1;
  }

  /** A copy of what is kept, newest last. */
  all(): readonly RequestRecord[] {
    return [...this.records];
  }

  /** What was received with each CorrelationID. */
  correlations(): ReadonlyMap<string, Correlation> {
    return new Map([...this.counts].map(([id, counts]) => [id, { ...counts }]));
  }

  clear(): void {
    this.records = [];
    this.counts.clear();
    this.received = 0;
  }

  private countsOf(id: string): { calls: number; objects: number; done: number } {
    const counts = this.counts.get(id) ?? { calls: 0, objects: 0, done: 0 };
    this.counts.set(id, counts);
    const oldest = this.counts.keys().next().value;
    if (this.counts.size > keptCorrelations && oldest !== undefined) this.counts.delete(oldest);
    return counts;
  }
}
