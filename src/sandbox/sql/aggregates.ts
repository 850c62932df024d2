/** The functions of many rows. A new one is a row here. */
import { compare, numberOf, type Value, type ValueType } from './values.ts';

type Present = Exclude<Value, null>;

export interface Aggregate {
  readonly type: ValueType | 'first';
  /** What it makes of the values that there are, which are of this type. */
  readonly of: (values: readonly Present[], type?: ValueType) => Value;
}

const sum = (values: readonly Present[]): number =>
  values.reduce<number>((total, value) => total + numberOf(value), 0);

const extreme =
  (sign: number): Aggregate['of'] =>
  (values) =>
    values.reduce<Value>(
      (best, value) => (best === null || sign * (compare(value, best) ?? 0) > 0 ? value : best),
      null,
    );

/** The mean of the squares of the distances from the mean; of a sample, unless `isWhole`. */
function variance(values: readonly Present[], isWhole: boolean): number | null {
  const count = isWhole ? values.length : values.length - 1;
  if (count < 1) return null;
  const mean = sum(values) / values.length;
  return values.reduce<number>((total, value) => total + (numberOf(value) - mean) ** 2, 0) / count;
}

const deviation = (isWhole: boolean): Aggregate => ({
  type: 'decimal',
  of: (values) => {
    const squared = variance(values, isWhole);
    return squared === null ? null : Math.sqrt(squared);
  },
});

const counted: Aggregate = { type: 'integer', of: (values) => values.length };

const aggregates: ReadonlyMap<string, Aggregate> = new Map<string, Aggregate>([
  ['COUNT', counted],
  ['COUNT_BIG', counted],
  ['SUM', { type: 'first', of: (values) => (values.length === 0 ? null : sum(values)) }],
  [
    'AVG',
    {
      type: 'first',
      of: (values, type) => {
        if (values.length === 0) return null;
        const mean = sum(values) / values.length;
        // The mean of whole numbers is one.
        return type === 'integer' ? Math.trunc(mean) : mean;
      },
    },
  ],
  ['MIN', { type: 'first', of: extreme(-1) }],
  ['MAX', { type: 'first', of: extreme(1) }],
  ['STDEV', deviation(false)],
  ['STDEVP', deviation(true)],
  ['VAR', { type: 'decimal', of: (values) => variance(values, false) }],
  ['VARP', { type: 'decimal', of: (values) => variance(values, true) }],
]);

/** The function of many rows with this name, in capitals. */
export function aggregateNamed(name: string): Aggregate | undefined {
  return aggregates.get(name);
}
