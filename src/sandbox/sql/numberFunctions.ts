/** The functions of numbers. A new one is a row here. */
import { number, strict, type SqlFunction } from './sqlFunction.ts';

const ofNumber = (change: (value: number) => number): SqlFunction =>
  strict('decimal', [1, 1], (values) => change(number(values, 0)));

/** Rounds half away from zero, as SQL Server does. */
function round(value: number, places: number): number {
  const factor = 10 ** places;
  const scaled = Math.abs(value) * factor;
  return (Math.sign(value) * Math.round(scaled + Number.EPSILON * scaled)) / factor;
}

export const numberFunctions: readonly (readonly [string, SqlFunction])[] = [
  ['ABS', strict('first', [1, 1], (values) => Math.abs(number(values, 0)))],
  ['SIGN', strict('first', [1, 1], (values) => Math.sign(number(values, 0)))],
  ['FLOOR', strict('integer', [1, 1], (values) => Math.floor(number(values, 0)))],
  ['CEILING', strict('integer', [1, 1], (values) => Math.ceil(number(values, 0)))],
  ['ROUND', strict('decimal', [2, 2], (values) => round(number(values, 0), number(values, 1)))],
  ['POWER', strict('decimal', [2, 2], (values) => number(values, 0) ** number(values, 1))],
  ['SQRT', ofNumber(Math.sqrt)],
  ['SQUARE', ofNumber((value) => value * value)],
  [
    'ISNUMERIC',
    {
      type: 'integer',
      count: [1, 1],
      call: ([value = null]) =>
        Number(
          typeof value === 'number' ||
            (typeof value === 'string' && /^\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*$/.test(value)),
        ),
    },
  ],
  ['NEWID', { type: 'text', count: [0, 0], call: (_, { newId }) => newId().toUpperCase() }],
];
