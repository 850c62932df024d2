/**
 * Text as UTF-8 octets, kept in a string with one character for each octet. The engine joins such strings without
 * widening them and copies them into buffers several times as fast as it encodes text, which is what most of the time
 * of a large answer would otherwise go to.
 */

const beyondAscii = /[\u0080-\uFFFF]/;

/** A text's octets. Most texts of the API are ASCII and stay what they are. */
export function toOctets(text: string): string {
  return beyondAscii.test(text) ? encodedOctets(text) : text;
}

/**
 * A text's octets in the engine's narrow form, which ASCII text need not have: what was cut from wider text stays
 * wide, and one wide string makes everything that it is joined to wide. For text that is used again and again.
 */
export function encodedOctets(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The bytes of octets. */
export function bytesOf(octets: string): Buffer {
  return Buffer.from(octets, 'latin1');
}
