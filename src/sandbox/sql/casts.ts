/** What CAST and CONVERT make of a value. */
import { beyond } from './problem.ts';
import { dateOf, numberOf, textOf, type Value, type ValueType } from './values.ts';

type Present = Exclude<Value, null>;

const day = 86_400_000;

const casts: readonly (readonly [RegExp, ValueType, (value: Present) => Value])[] = [
  [/^n?(?:var)?char$|^n?text$|^uniqueidentifier$/, 'text', textOf],
  [/^(?:big|small|tiny)?int$/, 'integer', (value) => Math.trunc(numberOf(value))],
  [/^bit$/, 'integer', (value) => Number(/^true$/i.test(textOf(value)) || numberOf(value) !== 0)],
  [/^(?:decimal|numeric|float|real|money)$/, 'decimal', numberOf],
  [/^(?:small)?datetime2?$/, 'date', dateOf],
  [/^date$/, 'date', (value) => startOfDay(dateOf(value))],
];

function startOfDay(date: Date): Date {
  const server = date.getTime() - 6 * 3_600_000;
  return new Date(date.getTime() - (((server % day) + day) % day));
}

/** @throws SqlProblem for a type that is not understood. */
export function castTo(name: string): {
  readonly type: ValueType;
  readonly convert: (value: Present) => Value;
} {
  const found = casts.find(([pattern]) => pattern.test(name));
  if (found === undefined) throw beyond(`the type ${name}`);
  const [, type, convert] = found;
  return { type, convert };
}
