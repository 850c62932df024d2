/** Compares bytes with what is expected of them, four at a time. */

/** Bytes that are being read; `view` is the same memory, and nothing from `end` on counts. */
export interface ByteSource {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly end: number;
}

export interface BytePattern {
  readonly bytes: Uint8Array;
  /** The same bytes as words; the last few bytes, which fill no word, are left out. */
  readonly words: Int32Array;
}

const wordLength = 4;

/** Copies the bytes: what they are taken from may change. */
export function bytePattern(source: Uint8Array): BytePattern {
  const bytes = Uint8Array.from(source);
  const view = new DataView(bytes.buffer);
  const words = Int32Array.from({ length: Math.floor(bytes.length / wordLength) }, (_, index) =>
    view.getInt32(index * wordLength, true),
  );
  return { bytes, words };
}

/** True when the pattern stands whole at `start`. */
export function matches({ bytes, view, end }: ByteSource, start: number, pattern: BytePattern): boolean {
  const { bytes: expected, words } = pattern;
  if (start + expected.length > end) return false;
  let position = start;
  for (const word of words) {
    if (view.getInt32(position, true) !== word) return false;
    position += wordLength;
  }
  for (; position < start + expected.length; position += 1) {
    if (bytes[position] !== expected[position - start]) return false;
  }
  return true;
}
