/** The functions of many rows. A new one is a row here. */
import { compare, numberOf, type Present, type Value, type ValueType } from './values.ts';

/** What becomes of values one after the other. */
export interface Tally {
  add(value: Present): void;
  /** What it makes of the values until now. */
  result(): Value;
}

export interface Aggregate {
  readonly type: ValueType | 'first';
  /** @param type that of the values. */
  readonly begin: (type?: ValueType) => Tally;
}

/** Folds values into one. @param step makes the next of what there is so far, undefined before the first. */
function folding<State>(
  step: (state: State | undefined, value: Present) => State,
  result: (state: State | undefined) => Value,
): Tally {
  let state: State | undefined;
  return {
    add: (value) => (state = step(state, value)),
    result: () => result(state),
  };
}

const extreme =
  (sign: number): Aggregate['begin'] =>
  () =>
    folding<Present>(
      (best, value) => (best === undefined || sign * (compare(value, best) ?? 0) > 0 ? value : best),
      (best) => best ?? null,
    );

const sum = (): Tally =>
  folding<number>(
    (total = 0, value) => total + numberOf(value),
    (total) => total ?? null,
  );

interface Mean {
  readonly count: number;
  readonly total: number;
}

/** The mean of whole numbers is one. */
const mean = (type?: ValueType): Tally =>
  folding<Mean>(
    (before, value) => ({
      count: (before?.count ?? 0) + 1,
      total: (before?.total ?? 0) + numberOf(value),
    }),
    (found) => {
      if (found === undefined) return null;
      const { count, total } = found;
      return type === 'integer' ? Math.trunc(total / count) : total / count;
    },
  );

interface Spread {
  readonly count: number;
  readonly mean: number;
  /** The sum of the squares of the distances from the mean. */
  readonly squares: number;
}

/** The mean of the squares of the distances from the mean; of a sample, unless `isWhole`. It goes by Welford's method. */
const spread = (isWhole: boolean, measure: (variance: number) => number): Aggregate => ({
  type: 'decimal',
  begin: () =>
    folding<Spread>(
      (before = { count: 0, mean: 0, squares: 0 }, value) => {
        const count = before.count + 1;
        const distance = numberOf(value) - before.mean;
        const moved = before.mean + distance / count;
        return {
          count,
          mean: moved,
          squares: before.squares + distance * (numberOf(value) - moved),
        };
      },
      (found) => {
        const count = (found?.count ?? 0) - Number(!isWhole);
        return found === undefined || count < 1 ? null : measure(found.squares / count);
      },
    ),
});

const itself = (variance: number): number => variance;

const counted: Aggregate = {
  type: 'integer',
  begin: () =>
    folding<number>(
      (count = 0) => count + 1,
      (count = 0) => count,
    ),
};

const aggregates: ReadonlyMap<string, Aggregate> = new Map<string, Aggregate>([
  ['COUNT', counted],
  ['COUNT_BIG', counted],
  ['SUM', { type: 'first', begin: sum }],
  ['AVG', { type: 'first', begin: mean }],
  ['MIN', { type: 'first', begin: extreme(-1) }],
  ['MAX', { type: 'first', begin: extreme(1) }],
  ['STDEV', spread(false, Math.sqrt)],
  ['STDEVP', spread(true, Math.sqrt)],
  ['VAR', spread(false, itself)],
  ['VARP', spread(true, itself)],
]);

/** The function of many rows with this name, in capitals. */
export function aggregateNamed(name: string): Aggregate | undefined {
  return aggregates.get(name);
}
