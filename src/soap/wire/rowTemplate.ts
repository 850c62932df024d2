/** The bytes that every row of a page has in common, learnt from one row, so that the others need no parsing. */
import { isUtf8 } from 'node:buffer';
import { bytePattern, matches, type BytePattern, type ByteSource } from './bytePattern.ts';
import type { RowPageBuilder } from './rowPage.ts';

/** `leads[n]` stands before the value of cell n and ends in `<Value`; `tail` stands after the last value. */
export interface RowTemplate {
  readonly leads: readonly BytePattern[];
  readonly tail: BytePattern;
}

const value = /<Value(?:>[^<]*<\/Value>|\s*\/>)/g;
const closing = bytePattern(Buffer.from('</Value>'));

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
  const leads: BytePattern[] = [];
  let from = 0;
  for (const match of text.matchAll(value)) {
    const lead = row.subarray(from, match.index + '<Value'.length);
    const name = /<Name>([^<&]*)<\/Name><Value$/.exec(lead.toString('utf8'))?.[1];
    if (name !== columns[leads.length]) return undefined;
    leads.push(bytePattern(lead));
    from = match.index + match[0].length;
  }
  if (leads.length === 0 || leads.length !== columns.length) return undefined;
  return { leads, tail: bytePattern(row.subarray(from)) };
}

/**
 * Adds the row that stands at `start` by comparing it with the template, and gives the position behind it. -1, and
 * nothing added, when it differs in anything but its values, holds something that only a parser can judge, or is not
 * there to its end.
 */
export function addByTemplate(
  { leads, tail }: RowTemplate,
  source: ByteSource,
  start: number,
  page: RowPageBuilder,
): number {
  // The values of a row cannot be more bytes than are there.
  const mark = page.beginRow(source.end - start);
  let position = start;
  for (const lead of leads) {
    const isThere = matches(source, position, lead);
    position = isThere ? addValue(source, position + lead.bytes.length, page) : -1;
    if (position === -1) break;
  }
  if (position !== -1 && matches(source, position, tail)) return position + tail.bytes.length;
  page.takeBack(mark);
  return -1;
}

/** Adds one value whose `<Value` has just ended; gives the position behind it, or -1 when it is not a plain one. */
function addValue(source: ByteSource, afterName: number, page: RowPageBuilder): number {
  const { bytes, end } = source;
  if (bytes[afterName] !== greaterThan) return addEmptyValue(source, afterName, page);
  const start = afterName + 1;
  const target = page.bytes;
  // Target and source go forward together.
  const shift = page.used - start;
  let position = start;
  let seen = 0;
  let isEscaped = false;
  while (position < end) {
    const byte = bytes[position] ?? lessThan;
    if (byte === lessThan) break;
    if (byte === ampersand || byte < space) {
      if (!isSpecialRight(source, position, byte)) return -1;
      isEscaped ||= standsForOthers(byte);
    }
    seen |= byte;
    target[position + shift] = byte;
    position += 1;
  }
  const isText = seen < 0x80 || isUtf8(bytes.subarray(start, position));
  if (!isText || !matches(source, position, closing)) return -1;
  page.endCell(position + shift, isEscaped);
  return position + closing.bytes.length;
}

/** Whether what stands here is not what a parser reports. */
function standsForOthers(byte: number): boolean {
  return byte === ampersand || byte === carriageReturn;
}

/** Whether any XML parser would accept the reference that begins here, or the control character that stands here. */
function isSpecialRight(source: ByteSource, position: number, byte: number): boolean {
  return byte === ampersand ? isReference(source, position) : isXmlCharacter(byte);
}

/** `/>` or ` />` behind `<Value`. */
function addEmptyValue({ bytes, end }: ByteSource, afterName: number, page: RowPageBuilder): number {
  let position = afterName;
  while (position < end && bytes[position] === space) position += 1;
  if (position + 2 > end || bytes[position] !== slash || bytes[position + 1] !== greaterThan) return -1;
  page.endCell(page.used, false);
  return position + 2;
}

const named = ['&amp;', '&lt;', '&gt;', '&quot;', '&apos;'].map((text) => bytePattern(Buffer.from(text)));
const numeric = /^&#(?:(\d{1,7})|x([\da-fA-F]{1,6}));$/;

function isReference(source: ByteSource, start: number): boolean {
  if (named.some((name) => matches(source, start, name))) return true;
  const end = source.bytes.indexOf(semicolon, start);
  if (end === -1 || end >= source.end || end - start > 10) return false;
  const match = numeric.exec(source.bytes.toString('latin1', start, end + 1));
  if (match === null) return false;
  const [, decimal, hexadecimal] = match;
  const code =
    decimal === undefined ? Number.parseInt(hexadecimal ?? '20', 16) : Number.parseInt(decimal, 10);
  return isXmlCharacter(code);
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
