/** Texts that keep no other text in memory. */

/** The same text by itself: a piece of a string keeps the whole string, here every former version of a file. */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
