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

/** Objects that go out together, written already. */
export interface Batch {
  /** Ordinal of the first. */
  readonly from: number;
  readonly objects: readonly string[];
}

/**
 * The calls for objects, in order.
 * @param objects each as its XML.
 * @throws MarketingCloudError `invalid-request` when one object alone is too large: nothing must be sent then.
 */
export function planBatches(
  objects: readonly string[],
  most: { readonly objects: number; readonly bytes?: number },
): Batch[] {
  const room = (most.bytes ?? bytesPerCall) - overhead;
  const batches: Batch[] = [];
  let current: string[] = [];
  let used = 0;
  objects.forEach((object, ordinal) => {
    const size = Buffer.byteLength(object);
    if (size > room) throw tooLarge(ordinal, size);
    if (current.length === most.objects || used + size > room) {
      batches.push({ from: ordinal - current.length, objects: current });
      current = [];
      used = 0;
    }
    current.push(object);
    used += size;
  });
  if (current.length > 0) batches.push({ from: objects.length - current.length, objects: current });
  return batches;
}

function tooLarge(ordinal: number, size: number): MarketingCloudError {
  const megabytes = (size / 1_000_000).toFixed(1);
  return new MarketingCloudError(
    'invalid-request',
    `Object ${String(ordinal + 1)} takes ${megabytes} MB, and a call may not reach 5 MB. Nothing was sent.`,
  );
}
