/** The functions of queries. A new one is a row here. */
import { dateAdd, dateDiff, datePart, partOf } from './dates.ts';
import { compare, dateOf, numberOf, textOf, type Value, type ValueType } from './values.ts';

/** What a function is given besides its values. */
export interface Moment {
  /** The moment of the query. */
  readonly now: number;
}

export interface SqlFunction {
  readonly type: ValueType | 'first';
  /** Fewest and most parameters. */
  readonly count: readonly [number, number];
  /** True when its first parameter is the name of a part of dates. */
  readonly namesPart?: true;
  readonly call: (values: readonly Value[], moment: Moment) => Value;
}

type Present = string | number | Date;

/** A function that is nothing as soon as one of its parameters is. */
function strict(
  type: SqlFunction['type'],
  count: readonly [number, number],
  call: (values: readonly Present[], moment: Moment) => Value,
): SqlFunction {
  return {
    type,
    count,
    call: (values, moment) => {
      const present = values.filter((value) => value !== null);
      return present.length < values.length ? null : call(present, moment);
    },
  };
}

const text = (values: readonly Present[], index: number): string => textOf(values[index] ?? '');
const number = (values: readonly Present[], index: number): number => numberOf(values[index] ?? 0);
const date = (values: readonly Present[], index: number): Date => dateOf(values[index] ?? '');

const ofText = (change: (value: string) => string): SqlFunction =>
  strict('text', [1, 1], (values) => change(text(values, 0)));
const ofPart = (part: string): SqlFunction =>
  strict('integer', [1, 1], (values) => partOf(part, date(values, 0)));

const firstPresent = (values: readonly Value[]): Value => values.find((value) => value !== null) ?? null;

/** Rounds half away from zero, as SQL Server does. */
function round(value: number, places: number): number {
  const factor = 10 ** places;
  const scaled = Math.abs(value) * factor;
  return (Math.sign(value) * Math.round(scaled + Number.EPSILON * scaled)) / factor;
}

export const functions: ReadonlyMap<string, SqlFunction> = new Map<string, SqlFunction>([
  ['GETDATE', { type: 'date', count: [0, 0], call: (_, { now }) => new Date(now) }],
  ['GETUTCDATE', { type: 'date', count: [0, 0], call: (_, { now }) => new Date(now + 6 * 3_600_000) }],
  [
    'DATEADD',
    {
      ...strict('date', [3, 3], (values) =>
        dateAdd(datePart(text(values, 0)), number(values, 1), date(values, 2)),
      ),
      namesPart: true,
    },
  ],
  [
    'DATEDIFF',
    {
      ...strict('integer', [3, 3], (values) =>
        dateDiff(datePart(text(values, 0)), date(values, 1), date(values, 2)),
      ),
      namesPart: true,
    },
  ],
  [
    'DATEPART',
    {
      ...strict('integer', [2, 2], (values) => partOf(datePart(text(values, 0)), date(values, 1))),
      namesPart: true,
    },
  ],
  ['YEAR', ofPart('year')],
  ['MONTH', ofPart('month')],
  ['DAY', ofPart('day')],
  ['UPPER', ofText((value) => value.toUpperCase())],
  ['LOWER', ofText((value) => value.toLowerCase())],
  ['TRIM', ofText((value) => value.trim())],
  ['LTRIM', ofText((value) => value.trimStart())],
  ['RTRIM', ofText((value) => value.trimEnd())],
  ['LEN', strict('integer', [1, 1], (values) => text(values, 0).trimEnd().length)],
  ['LEFT', strict('text', [2, 2], (values) => text(values, 0).slice(0, Math.max(0, number(values, 1))))],
  [
    'RIGHT',
    strict('text', [2, 2], (values) => {
      const whole = text(values, 0);
      return whole.slice(Math.max(0, whole.length - Math.max(0, number(values, 1))));
    }),
  ],
  [
    'SUBSTRING',
    strict('text', [3, 3], (values) => {
      const from = number(values, 1) - 1;
      return text(values, 0).slice(Math.max(0, from), Math.max(0, from + number(values, 2)));
    }),
  ],
  [
    'REPLACE',
    strict('text', [3, 3], (values) => {
      const sought = text(values, 1);
      if (sought === '') return text(values, 0);
      const escaped = sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return text(values, 0).replace(new RegExp(escaped, 'gi'), () => text(values, 2));
    }),
  ],
  [
    'CHARINDEX',
    strict('integer', [2, 3], (values) => {
      const from = Math.max(0, (values.length > 2 ? number(values, 2) : 1) - 1);
      return text(values, 1).toLowerCase().indexOf(text(values, 0).toLowerCase(), from) + 1;
    }),
  ],
  ['ABS', strict('first', [1, 1], (values) => Math.abs(number(values, 0)))],
  ['FLOOR', strict('integer', [1, 1], (values) => Math.floor(number(values, 0)))],
  ['CEILING', strict('integer', [1, 1], (values) => Math.ceil(number(values, 0)))],
  ['ROUND', strict('decimal', [2, 2], (values) => round(number(values, 0), number(values, 1)))],
  [
    'CONCAT',
    {
      type: 'text',
      count: [2, 254],
      call: (values) => values.map((value) => (value === null ? '' : textOf(value))).join(''),
    },
  ],
  ['COALESCE', { type: 'first', count: [2, 254], call: firstPresent }],
  ['ISNULL', { type: 'first', count: [2, 2], call: firstPresent }],
  [
    'NULLIF',
    {
      type: 'first',
      count: [2, 2],
      call: ([first = null, second = null]) => (compare(first, second) === 0 ? null : first),
    },
  ],
]);
