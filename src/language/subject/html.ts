/** Tells markup from other text. */

const document = /<!doctype\s+html|<html[\s>]|<body[\s>]/i;
const tag = /<\/?(?:table|tbody|tr|td|div|span|p|a|img|br|font|style|center|h[1-6]|ul|li)\b[^>]*>/gi;

/** So many tags are no longer a word in bold. */
const manyTags = 10;

/** True for a text that is a page, or much of one. */
export function isRendered(text: string): boolean {
  if (!text.includes('<')) return false;
  return document.test(text) || (text.match(tag)?.length ?? 0) >= manyTags;
}
