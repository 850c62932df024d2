/** Finds rows by equal values, so that not every row has to be looked at. */
import type { Row, RowIndex } from './relation.ts';
import type { Expression } from './tree.ts';
import { keyOf, type Value } from './values.ts';

export function indexOf(rows: readonly Row[], value: (row: Row) => Value): RowIndex {
  const places = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(value(row));
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  return places;
}

/** The conditions that two values are equal, all of which must hold; each in both directions. */
export function equalities(on: Expression | undefined): (readonly [Expression, Expression])[] {
  if (on?.kind !== 'binary') return [];
  const { operator, left, right } = on;
  if (operator === 'AND') return [...equalities(left), ...equalities(right)];
  return operator === '='
    ? [
        [left, right],
        [right, left],
      ]
    : [];
}
