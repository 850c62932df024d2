/** Divides a write into calls that are neither too many objects nor too many bytes. */
import { MarketingCloudError } from '../errors.ts';

/** Vendor's advice for one synchronous call (best-practices row B9). */
export const objectsPerCall = 50;
/** Vendor's advice for one asynchronous call (row B9). */
export const objectsPerAsynchronousCall = 100;
/** Vendor's advice for the size of a call: less than 5 MB (row C7). */
const bytesPerCall = 5_000_000;
/** What envelope, header and options take at most, generously. */
const overhead = 16_384;

/** Objects that go out together. */
export interface Batch {
  /** Ordinal of the first. */
  readonly from: number;
  readonly count: number;
}

/** What one call takes at most; `bytes` for tests. */
interface Most {
  readonly objects: number;
  readonly bytes?: number;
}

/** Divides objects as they come. */
export class BatchPlan {
  private readonly most: number;
  private readonly room: number;
  /** Ordinal of the next object, and where the batch that it may go to begins. */
  private next = 0;
  private from = 0;
  private used = 0;

  constructor({ objects, bytes = bytesPerCall }: Most) {
    this.most = objects;
    this.room = bytes - overhead;
  }

  /**
   * Takes the next object.
   * @param size as it is sent, in bytes.
   * @returns the batch before it, when the object begins another one.
   * @throws MarketingCloudError `invalid-request` when one object alone is too large: nothing must be sent then.
   */
  add(size: number): Batch | undefined {
    if (size > this.room) throw tooLarge(this.next, size);
    const isFull = this.next - this.from === this.most || this.used + size > this.room;
    const full = isFull ? this.end() : undefined;
    this.next += 1;
    this.used += size;
    return full;
  }

  /** The last batch; undefined when there is nothing in it. */
  end(): Batch | undefined {
    const { from } = this;
    const count = this.next - from;
    this.from = this.next;
    this.used = 0;
    return count === 0 ? undefined : { from, count };
  }
}

/**
 * The calls for objects, in order.
 * @param sizes of each as it is sent, in bytes.
 * @throws MarketingCloudError as `BatchPlan`.
 */
export function planBatches(sizes: readonly number[], most: Most): Batch[] {
  const plan = new BatchPlan(most);
  const batches = sizes.map((size) => plan.add(size));
  return [...batches, plan.end()].filter((batch) => batch !== undefined);
}

function tooLarge(ordinal: number, size: number): MarketingCloudError {
  const megabytes = (size / 1_000_000).toFixed(1);
  return new MarketingCloudError(
    'invalid-request',
    `Object ${String(ordinal + 1)} takes ${megabytes} MB, and a call may not reach 5 MB. Nothing was sent.`,
  );
}
