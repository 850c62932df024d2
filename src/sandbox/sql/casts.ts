/** What CAST and CONVERT make of a value. */
import { dateOfStyle, styledText } from './dateStyles.ts';
import { beyond, SqlProblem } from './problem.ts';
import type { Expression } from './tree.ts';
import { calendarOf, dateOf, numberOf, textOf, type Present, type Value, type ValueType } from './values.ts';

type Cast = Pick<Extract<Expression, { readonly kind: 'cast' }>, 'type' | 'length' | 'style' | 'isTried'>;

const day = 86_400_000;

const casts: readonly (readonly [RegExp, ValueType, (value: Present, cast: Cast) => Value])[] = [
  [/^n?(?:var)?char$|^n?text$|^uniqueidentifier$/, 'text', asText],
  [/^(?:big|small|tiny)?int$/, 'integer', (value) => Math.trunc(numberOf(value))],
  [/^bit$/, 'integer', (value) => Number(/^true$/i.test(textOf(value)) || numberOf(value) !== 0)],
  [/^(?:decimal|numeric|float|real|money)$/, 'decimal', numberOf],
  [/^(?:small)?datetime2?$/, 'date', asDate],
  [/^date$/, 'date', (value, cast) => startOfDay(asDate(value, cast))],
];

/** Cut off at its length, as SQL Server does without a word. */
function asText(value: Present, { length, style }: Cast): string {
  const text = value instanceof Date && style !== undefined ? styledText(value, style) : textOf(value);
  return length === undefined ? text : text.slice(0, length);
}

function asDate(value: Present, { style }: Cast): Date {
  const read = typeof value === 'string' && style !== undefined ? dateOfStyle(value, style) : undefined;
  return read ?? dateOf(value);
}

function startOfDay(date: Date): Date {
  const server = calendarOf(date).getTime();
  return new Date(date.getTime() - (((server % day) + day) % day));
}

/** @throws SqlProblem for a type that is not understood. */
export function castTo(cast: Cast): {
  readonly type: ValueType;
  readonly convert: (value: Present) => Value;
} {
  const found = casts.find(([pattern]) => pattern.test(cast.type));
  if (found === undefined) throw beyond(`the type ${cast.type}`);
  const [, type, convert] = found;
  if (cast.isTried !== true) return { type, convert: (value) => convert(value, cast) };
  return { type, convert: (value) => attempt(() => convert(value, cast)) };
}

function attempt(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof SqlProblem && !error.isBeyond) return null;
    throw error;
  }
}
