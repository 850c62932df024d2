/** Writes XML text: escaping, and the few element shapes that answers are made of. */

/** Characters that XML 1.0 has no way to write; a real service would fail on them, this one shows where they were. */
const unwritable = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Character data, escaped. A carriage return is written as a reference, since a reader would otherwise turn it into
 * a line feed.
 */
export function escapeText(text: string): string {
  // Most texts need nothing done, and one test is cheaper than five replacements.
  if (!/[&<>\r]|[^\t\n -\uD7FF\uE000-\uFFFD]/.test(text)) return text;
  return text
    .replace(unwritable, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}

/** An attribute value, escaped for double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#x9;').replaceAll('\n', '&#xA;');
}

/** `<name>text</name>`, or the empty form for no text. */
export function textElement(name: string, text: string): string {
  return text === '' ? `<${name}/>` : `<${name}>${escapeText(text)}</${name}>`;
}

/** `<name>…</name>` around markup, with attributes written as they stand. */
export function element(name: string, content: string, attributes = ''): string {
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}
