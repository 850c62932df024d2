/** Checks a value against its column before it is written, by what the service is documented to take. */
import type { RowCell } from '../../../shared/rowsMessages.ts';
import { dateOfCell } from './cellDate.ts';
import type { RowField } from './rowField.ts';

/** Why the column would not take the value; undefined when it would. */
export function checkCell(field: RowField, value: RowCell): string | undefined {
  if (value === null || value.trim() === '') return checkEmpty(field, value);
  const problem = checks[field.type]?.(value.trim(), field);
  if (problem !== undefined) return problem;
  const { length, name, type } = field;
  if (type === 'Decimal' || length === undefined || value.length <= length) return undefined;
  return `${name} takes ${String(length)} characters; these are ${String(value.length)}.`;
}

function checkEmpty(
  { isPrimaryKey, isRequired, defaultValue, kind, name }: RowField,
  value: RowCell,
): string | undefined {
  if (isPrimaryKey) return `${name} is part of the primary key: it needs a value.`;
  // Blanks are a text like any other; no value at all is what a required column refuses.
  const isNothing = value === null || value === '' || kind !== 'text';
  return isRequired && isNothing && defaultValue === undefined ? `${name} needs a value.` : undefined;
}

type Check = (text: string, field: RowField) => string | undefined;

const unless =
  (pattern: RegExp, problem: string): Check =>
  (text) =>
    pattern.test(text) ? undefined : problem;

const checks: Readonly<Record<string, Check>> = {
  Number: (text) => {
    const isInteger = /^[+-]?\d{1,12}$/.test(text);
    const isInRange = Math.abs(Number(text) + 0.5) < 2 ** 31;
    return isInteger && isInRange ? undefined : 'A whole number from -2147483648 to 2147483647 is needed.';
  },
  Decimal: checkDecimal,
  Date: (text) =>
    dateOfCell(text) === undefined
      ? 'A date is needed, such as 2024-01-31 or 1/31/2024 2:05:00 PM.'
      : undefined,
  Boolean: unless(/^(?:true|false|1|0|yes|no|y|n)$/i, 'True or False is needed.'),
  EmailAddress: unless(
    /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/,
    'An e-mail address is needed, such as name@example.com.',
  ),
  Phone: unless(/^\+?[\d ()./-]{5,}$/, 'A phone number is needed.'),
  Locale: unless(/^[a-z]{2}(?:[-_][a-z]{2})?$/i, 'A locale is needed, such as en-US.'),
};

/** Places after the point are rounded; digits before it that do not fit are refused. */
function checkDecimal(text: string, { length = 18, scale = 0 }: RowField): string | undefined {
  const match = /^[+-]?(\d*)(?:\.(\d*))?$/.exec(text);
  const [, whole = '', fraction = ''] = match ?? [];
  if (match === null || whole + fraction === '') return 'A decimal number is needed, such as 12.50.';
  const room = length - scale;
  if (whole.replace(/^0+/, '').length > room) return `At most ${String(room)} digits before the point fit.`;
  return fraction.replace(/0+$/, '').length > scale
    ? `The service would round this to ${String(scale)} ${scale === 1 ? 'place' : 'places'} after the point.`
    : undefined;
}
