/** The bytes of an answer that are not read yet, in one place in memory however they arrive. */

const firstCapacity = 1 << 16;

/** What is read leaves at `start`, what arrives is added at `end`. Memory is used again, not allocated again. */
export class ByteWindow {
  /** Holds more than the window: only what stands from `start` up to `end` counts. */
  bytes: Buffer = Buffer.alloc(0);
  /** The same memory, for reading several bytes at a time. */
  view = new DataView(this.bytes.buffer, 0, 0);
  start = 0;
  end = 0;

  get length(): number {
    return this.end - this.start;
  }

  append(chunk: Uint8Array): void {
    if (this.end + chunk.length > this.bytes.length) this.makeRoom(chunk.length);
    this.bytes.set(chunk, this.end);
    this.end += chunk.length;
  }

  /** The first so many bytes, which leave the window; they hold until the next `append`. */
  take(length: number): Buffer {
    const taken = this.bytes.subarray(this.start, this.start + length);
    this.start += length;
    return taken;
  }

  /** The position of `pattern` at `from` or later; -1 when it is not there. */
  indexOf(pattern: Uint8Array, from: number): number {
    return this.bytes.subarray(0, this.end).indexOf(pattern, from);
  }

  private makeRoom(length: number): void {
    const kept = this.bytes.subarray(this.start, this.end);
    const needed = kept.length + length;
    // Moving what is left to the front is cheap only while it is little.
    const room =
      needed * 2 <= this.bytes.length
        ? this.bytes
        : Buffer.allocUnsafeSlow(Math.max(needed * 2, firstCapacity));
    room.set(kept);
    this.bytes = room;
    this.view = new DataView(room.buffer, room.byteOffset, room.length);
    this.start = 0;
    this.end = kept.length;
  }
}
