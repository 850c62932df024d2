/** Writes text so that every character comes back from any XML parser as it was. */
import { MarketingCloudError } from '../errors.ts';

/** What XML 1.0 cannot hold at all, even escaped: most control characters and halves of surrogate pairs. */
const impossible =
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const special = /[&<>\r\n\t"]/g;
/** Most texts have none of these, which one look tells. */
// eslint-disable-next-line no-control-regex -- as above
const needsCare = /[&<>\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const textReplacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A literal carriage return would be read back as a line feed.
  '\r': '&#xD;',
};
const attributeReplacements: Readonly<Record<string, string>> = {
  ...textReplacements,
  '\n': '&#xA;',
  '\t': '&#x9;',
  '"': '&quot;',
};

/**
 * Escapes element content.
 * @throws MarketingCloudError `invalid-request` when the text has a character that XML cannot carry.
 */
export function escapeText(text: string): string {
  if (!needsCare.test(text)) return text;
  refuseImpossible(text);
  return text.replace(special, (character) => textReplacements[character] ?? character);
}

/** Escapes an attribute value for double quotes; throws like `escapeText`. */
export function escapeAttribute(text: string): string {
  refuseImpossible(text);
  return text.replace(special, (character) => attributeReplacements[character] ?? character);
}

function refuseImpossible(text: string): void {
  const found = impossible.exec(text);
  if (found === null) return;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new MarketingCloudError(
    'invalid-request',
    `The character U+${code} at position ${String(found.index)} of a value cannot be sent: XML has no way to write it.`,
  );
}
