/** The bytes that every row of a page has in common, learnt from one row, so that the others need no parsing. */
import { isUtf8 } from 'node:buffer';
import type { RowPageBuilder } from './rowPage.ts';

/** `leads[n]` stands before the value of cell n and ends in `<Value`; `tail` stands after the last value. */
export interface RowTemplate {
  readonly leads: readonly Uint8Array[];
  readonly tail: Uint8Array;
}

const value = /<Value(?:>[^<]*<\/Value>|\s*\/>)/g;
const closing = Buffer.from('</Value>');

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const ampersand = 0x26;
const space = 0x20;
const semicolon = 0x3b;
const carriageReturn = 0x0d;

/**
 * Learns from a row whose columns are known from parsing it. Undefined when the row has anything that the
 * comparison of bytes would not see: comments, CDATA, values inside other values, names other than the columns.
 */
export function learnTemplate(row: Buffer, columns: readonly string[]): RowTemplate | undefined {
  const text = row.toString('latin1');
  if (text.includes('<!') || text.includes('<?')) return undefined;
  const leads: Uint8Array[] = [];
  let from = 0;
  for (const match of text.matchAll(value)) {
    const lead = row.subarray(from, match.index + '<Value'.length);
    const name = /<Name>([^<&]*)<\/Name><Value$/.exec(lead.toString('utf8'))?.[1];
    if (name !== columns[leads.length]) return undefined;
    leads.push(Uint8Array.from(lead));
    from = match.index + match[0].length;
  }
  if (leads.length === 0 || leads.length !== columns.length) return undefined;
  return { leads, tail: Uint8Array.from(row.subarray(from)) };
}

/**
 * Adds the row that stands at `start` up to `end` by comparing it with the template. False, and nothing added, when
 * it differs in anything but its values, or holds something that only a parser can judge.
 */
export function addByTemplate(
  template: RowTemplate,
  source: Uint8Array,
  range: { start: number; end: number },
  page: RowPageBuilder,
): boolean {
  const mark = page.beginRow();
  let position = range.start;
  for (const lead of template.leads) {
    const next = matches(source, position, lead) ? addValue(source, position + lead.length, page) : -1;
    if (next === -1) return page.takeBack(mark);
    position = next;
  }
  const { tail } = template;
  if (position + tail.length === range.end && matches(source, position, tail)) return true;
  return page.takeBack(mark);
}

/** Adds one value whose `<Value` has just ended; gives the position behind it, or -1 when it is not a plain one. */
function addValue(source: Uint8Array, afterName: number, page: RowPageBuilder): number {
  if (source[afterName] !== greaterThan) return addEmptyValue(source, afterName, page);
  const start = afterName + 1;
  let end = start;
  let seen = 0;
  let isEscaped = false;
  for (let byte = byteAt(source, end); byte !== lessThan; byte = byteAt(source, end)) {
    seen |= byte;
    if (byte >= space && byte !== ampersand) {
      end += 1;
      continue;
    }
    end = behindSpecial(source, end, byte);
    if (end === -1) return -1;
    isEscaped ||= byte === ampersand || byte === carriageReturn;
  }
  if (!matches(source, end, closing)) return -1;
  if (seen >= 0x80 && !isUtf8(source.subarray(start, end))) return -1;
  page.addBytes(source, { start, end }, isEscaped);
  return end + closing.length;
}

/** Past the end there is nothing more to a value than at the next markup. */
function byteAt(source: Uint8Array, index: number): number {
  return source[index] ?? lessThan;
}

/** The position behind a reference or a control character; -1 when no XML parser would accept it. */
function behindSpecial(source: Uint8Array, position: number, byte: number): number {
  if (byte === ampersand) return referenceEnd(source, position);
  return isXmlCharacter(byte) ? position + 1 : -1;
}

/** `/>` or ` />` behind `<Value`. */
function addEmptyValue(source: Uint8Array, afterName: number, page: RowPageBuilder): number {
  let position = afterName;
  while (source[position] === space) position += 1;
  if (source[position] !== slash || source[position + 1] !== greaterThan) return -1;
  page.addBytes(source, { start: 0, end: 0 }, false);
  return position + 2;
}

const reference = /^&(?:amp|lt|gt|quot|apos|#(\d{1,7})|#x([\da-fA-F]{1,6}));$/;

/** The position behind the reference that starts at `start`; -1 when it is not one that every parser accepts. */
function referenceEnd(source: Uint8Array, start: number): number {
  const end = source.indexOf(semicolon, start);
  if (end === -1 || end - start > 10) return -1;
  const match = reference.exec(String.fromCharCode(...source.subarray(start, end + 1)));
  if (match === null) return -1;
  const [, decimal, hexadecimal] = match;
  const code =
    decimal === undefined ? Number.parseInt(hexadecimal ?? '20', 16) : Number.parseInt(decimal, 10);
  return isXmlCharacter(code) ? end + 1 : -1;
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function matches(source: Uint8Array, position: number, expected: Uint8Array): boolean {
  const { length } = expected;
  for (let index = 0; index < length; index += 1) {
    if (source[position + index] !== expected[index]) return false;
  }
  return true;
}
