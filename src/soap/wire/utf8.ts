/** Decodes the bytes of an answer, strictly: a byte that is not text is an error, never a question mark. */
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { MarketingCloudError } from '../errors.ts';

/** UTF-8, or UTF-16 when a byte order mark says so. All methods throw MarketingCloudError `malformed-answer`. */
export class Utf8Decoder {
  private decoder: TextDecoder | undefined;
  /** True while the last byte may be the beginning of a character. */
  private isWithin = false;

  /** Decodes the next bytes of a document; a character cut in two is kept for the next call. */
  next(bytes: Uint8Array): string {
    if (bytes.length === 0) return '';
    // Only what a document begins with is a byte order mark.
    this.decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: (bytes[0] ?? 0) < 0x80 });
    // Most of what the service sends needs no decoding, which takes several times as long as looking.
    if (!this.isWithin && this.decoder.encoding === 'utf-8' && isAscii(bytes)) return asciiText(bytes);
    this.isWithin = (bytes.at(-1) ?? 0) >= 0x80;
    return this.guard(this.decoder, (decoder) => decoder.decode(bytes, { stream: true }));
  }

  /** What is left at the end of the document: nothing, or an error when a character was cut off. */
  end(): string {
    return this.decoder === undefined ? '' : this.guard(this.decoder, (decoder) => decoder.decode());
  }

  /** Decodes a piece that is whole in itself. */
  whole(bytes: Uint8Array): string {
    return this.next(bytes) + this.end();
  }

  private guard(decoder: TextDecoder, decode: (decoder: TextDecoder) => string): string {
    try {
      return decode(decoder);
    } catch (error) {
      throw new MarketingCloudError(
        'malformed-answer',
        'The answer has bytes that are not text in its encoding.',
        {},
        error,
      );
    }
  }
}

function asciiText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
