/** The order of rows. */
import type { Row } from './relation.ts';
import { compare, type Value } from './values.ts';

export interface SortKey {
  readonly value: (row: Row) => Value;
  readonly isDescending: boolean;
}

/** Compares rows by one value after the other; no value comes before every other, as in SQL Server. */
export function orderOf(keys: readonly SortKey[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const { value, isDescending } of keys) {
      const order = inOrder(value(a), value(b));
      if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
  };
}

function inOrder(a: Value, b: Value): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compare(a, b) ?? 0;
}
