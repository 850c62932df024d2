/** Collects XML as the bytes that are sent: half the memory of text that is put together and encoded at last. */
import { escapeText } from './text.ts';

/** More than most objects take; it grows for those that take more. */
const firstLength = 4096;

/** 1 for each character that stands in a text as it is and takes one byte. */
const standsAsItIs = Uint8Array.from({ length: 128 }, (_, code) => {
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a;
  return isControl || '&<>'.includes(String.fromCharCode(code)) ? 0 : 1;
});

export class XmlBytes {
  private bytes = Buffer.allocUnsafe(firstLength);
  private used = 0;

  get length(): number {
    return this.used;
  }

  /** @param tags as they are to stand there. */
  addTags(tags: Uint8Array): void {
    const bytes = this.room(tags.length);
    let at = this.used;
    // Tags are short: a loop has copied one before a call to copy it has begun.
    for (const byte of tags) bytes[at++] = byte;
    this.used = at;
  }

  /**
   * Adds the content of an element.
   * @throws MarketingCloudError as `escapeText`
   */
  addValue(value: string): void {
    const { length } = value;
    const bytes = this.room(length);
    const start = this.used;
    for (let index = 0; index < length; index += 1) {
      const code = value.charCodeAt(index);
      if (code > 0x7f || standsAsItIs[code] === 0) {
        this.addText(escapeText(value));
        return;
      }
      bytes[start + index] = code;
    }
    this.used = start + length;
  }

  /** Adds whatever is escaped already. */
  addText(text: string): void {
    // No character of a text takes more than three bytes for each of its units.
    const bytes = this.room(3 * text.length);
    this.used += bytes.write(text, this.used);
  }

  /** Takes the first bytes away. */
  take(length: number): Uint8Array {
    const taken = Buffer.from(this.bytes.subarray(0, length));
    this.bytes.copyWithin(0, length, this.used);
    this.used -= length;
    return taken;
  }

  toString(): string {
    return this.bytes.toString('utf8', 0, this.used);
  }

  private room(more: number): Buffer {
    const needed = this.used + more;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * needed);
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    return this.bytes;
  }
}
