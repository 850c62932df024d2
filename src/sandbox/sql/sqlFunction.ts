/** What a function of a query is, and how most of them are made. */
import { dateOf, numberOf, textOf, type Present, type Value, type ValueType } from './values.ts';

/** What a function is given besides its values. */
export interface Moment {
  /** The moment of the query. */
  readonly now: number;
  /** Makes up a GUID. */
  readonly newId: () => string;
}

export interface SqlFunction {
  readonly type: ValueType | 'first';
  /** Fewest and most parameters. */
  readonly count: readonly [number, number];
  /** True when its first parameter is the name of a part of dates. */
  readonly namesPart?: true;
  readonly call: (values: readonly Value[], moment: Moment) => Value;
}

/** A function that is nothing as soon as one of its parameters is. */
export function strict(
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

export const text = (values: readonly Present[], index: number): string => textOf(values[index] ?? '');
export const number = (values: readonly Present[], index: number): number => numberOf(values[index] ?? 0);
export const date = (values: readonly Present[], index: number): Date => dateOf(values[index] ?? '');
