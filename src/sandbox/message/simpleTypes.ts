/** The simple types of the schema: which text is a value of them, and the form in which a value is kept. */
import { shippedCatalogue as catalogue } from '../../catalogue/index.ts';
import { formatDateTime, parseDateTime } from '../serverTime.ts';

/** A value in its kept form, or why the text is not one, in the words of .NET's XML serialiser. */
export type SimpleValue = { readonly text: string } | { readonly reason: string };

const integerRanges: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['xs:byte', [-128n, 127n]],
  ['xs:short', [-32_768n, 32_767n]],
  ['xs:int', [-2_147_483_648n, 2_147_483_647n]],
  ['xs:long', [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n]],
]);

/** Reads the text of a simple type: `xs:…`, or an enumeration or pattern of the catalogue. */
export function readSimple(type: string, text: string): SimpleValue {
  if (type === 'xs:string') return { text };
  const trimmed = text.trim();
  const range = integerRanges.get(type);
  if (range !== undefined) return readInteger(trimmed, range);
  if (type === 'xs:dateTime') return readDateTime(trimmed);
  if (type === 'xs:boolean') return readBoolean(trimmed);
  if (type === 'xs:double' || type === 'xs:decimal' || type === 'xs:float') return readNumber(trimmed);
  const values = catalogue.enumeration(type);
  if (values !== undefined && !values.includes(trimmed)) {
    return { reason: `Instance validation error: '${trimmed}' is not a valid value for ${type}.` };
  }
  return { text: trimmed };
}

function readInteger(text: string, [least, most]: readonly [bigint, bigint]): SimpleValue {
  if (!/^[+-]?\d{1,30}$/.test(text)) return { reason: 'Input string was not in a correct format.' };
  const value = BigInt(text.replace('+', ''));
  if (value < least || value > most)
    return { reason: 'Value was either too large or too small for its type.' };
  return { text: value.toString() };
}

/** Dates are turned into server time on the way in; what is echoed shows that, not what was sent (documented). */
function readDateTime(text: string): SimpleValue {
  const moment = parseDateTime(text);
  return moment === undefined
    ? { reason: `The string '${text}' is not a valid AllXsd value.` }
    : { text: formatDateTime(moment) };
}

function readBoolean(text: string): SimpleValue {
  if (text === 'true' || text === '1') return { text: 'true' };
  if (text === 'false' || text === '0') return { text: 'false' };
  return { reason: `The string '${text}' is not a valid Boolean value.` };
}

function readNumber(text: string): SimpleValue {
  const valid = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/.test(text);
  return valid ? { text } : { reason: 'Input string was not in a correct format.' };
}
