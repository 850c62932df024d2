/** Puts the rows of selects together. */
import type { Row } from './relation.ts';
import type { SetOperator } from './tree.ts';
import { keyOf } from './values.ts';

function keyOfRow(row: Row): string {
  return row.map(keyOf).join('\u0000');
}

/** Of rows that are equal, one. */
export function distinctRows(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [keyOfRow(row), row])).values()];
}

/** The rows of the first part with those of the others, by the operators before these. */
export function together(
  parts: readonly (readonly Row[])[],
  operators: readonly SetOperator[],
): readonly Row[] {
  const [first = [], ...others] = parts;
  // INTERSECT goes before the other operators.
  const sums: { operator: SetOperator; rows: readonly Row[] }[] = [{ operator: 'UNION ALL', rows: first }];
  for (const [index, rows] of others.entries()) {
    const operator = operators[index] ?? 'UNION ALL';
    const last = sums.at(-1);
    if (operator === 'INTERSECT' && last !== undefined) last.rows = common(last.rows, rows, true);
    else sums.push({ operator, rows });
  }
  return sums.slice(1).reduce((all, { operator, rows }) => put(all, operator, rows), sums[0]?.rows ?? []);
}

function put(all: readonly Row[], operator: SetOperator, rows: readonly Row[]): readonly Row[] {
  if (operator === 'EXCEPT') return common(all, rows, false);
  return operator === 'UNION' ? distinctRows([...all, ...rows]) : [...all, ...rows];
}

/** The rows that are among others too, or are not. */
function common(rows: readonly Row[], others: readonly Row[], isIn: boolean): readonly Row[] {
  const keys = new Set(others.map(keyOfRow));
  return distinctRows(rows).filter((row) => keys.has(keyOfRow(row)) === isIn);
}
