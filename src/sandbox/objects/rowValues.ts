/** Values of cells: what a column takes, and the text in which it keeps and shows it. */
import type { Field } from '../org/field.ts';
import { formatUsText, parseDate } from '../serverTime.ts';

/** The text that a column keeps for a value, null for none; or why the value is not one of the column. */
export type CellValue = { readonly text: string | null } | { readonly reason: string };

/**
 * Reads a value for a column. The form of the reasons is recorded for e-mail addresses and phone numbers, and carried
 * over to the other types.
 */
export function readCell(field: Field, value: string | null): CellValue {
  if (value === null) return { text: null };
  const read = readers.get(field.type);
  // An empty value of a type that has no empty values is no value.
  if (read !== undefined && value.trim() === '') return { text: null };
  const text = read === undefined ? value : read(value.trim(), field);
  if (text === undefined) {
    return {
      reason: `The value for column [${field.name}] is not a valid ${typeNames.get(field.type) ?? 'value'}.`,
    };
  }
  if (field.type !== 'Decimal' && field.maxLength !== undefined && text.length > field.maxLength) {
    return {
      reason: `The value for column [${field.name}] exceeds the maximum length of ${String(field.maxLength)}.`,
    };
  }
  return { text };
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['Number', 'number'],
  ['Decimal', 'decimal number'],
  ['Date', 'date'],
  ['Boolean', 'boolean'],
  ['EmailAddress', 'email address'],
  ['Phone', 'phone number'],
  ['Locale', 'locale'],
]);

type Reader = (text: string, field: Field) => string | undefined;

/** Text and the encrypted types take everything. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Number', readInteger],
  ['Decimal', readDecimal],
  ['Date', readDate],
  ['Boolean', readBoolean],
  ['EmailAddress', (text) => (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text) ? text : undefined)],
  ['Phone', (text) => (/^\+?[\d ()./-]{5,}$/.test(text) ? text : undefined)],
  ['Locale', (text) => (/^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(text) ? text : undefined)],
]);

function readInteger(text: string): string | undefined {
  const number = /^[+-]?\d{1,12}$/.test(text) ? Number(text) : NaN;
  return number >= -2_147_483_648 && number <= 2_147_483_647 ? String(number) : undefined;
}

/** A decimal shows all its places after the point; digits that do not fit before it are an error. */
function readDecimal(text: string, field: Field): string | undefined {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  const scale = field.scale ?? 0;
  const shown = roundTo(text, scale);
  const digits = shown.replace(/^-?0*|\./g, '').length;
  return digits <= Math.max(field.maxLength ?? 18, scale) ? shown : undefined;
}

/** Rounds half up in decimal, which a binary floating-point number of this many digits could not. */
function roundTo(text: string, scale: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const kept = BigInt(`${whole}${fraction.slice(0, scale).padEnd(scale, '0')}` || '0');
  const rounded = kept + (fraction.charAt(scale) >= '5' ? 1n : 0n);
  const digits = rounded.toString().padStart(scale + 1, '0');
  const shown = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative && rounded !== 0n ? `-${shown}` : shown;
}

/** Dates are kept to the second. */
function readDate(text: string): string | undefined {
  const moment = parseDate(text);
  return moment === undefined ? undefined : formatUsText(Math.round(moment / 1000) * 1000);
}

function readBoolean(text: string): string | undefined {
  const word = text.toLowerCase();
  if (['true', '1', 'yes', 'y'].includes(word)) return 'True';
  return ['false', '0', 'no', 'n'].includes(word) ? 'False' : undefined;
}
