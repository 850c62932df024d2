/** Puts two tables side by side. */
import { compileCondition, compileValue, type Condition, type Scope } from './compile.ts';
import { UnknownColumn, type Column, type Relation, type Row } from './relation.ts';
import type { Expression, Join } from './tree.ts';
import { keyOf, type Value } from './values.ts';

/** Joins by equal values where the condition has such, so that not every row meets every other. */
export function joined(scope: Scope, left: Relation, right: Relation, { join, on }: Join): Relation {
  const columns = [...left.columns, ...right.columns];
  const holds = on === undefined ? () => true : compileCondition({ ...scope, columns }, on);
  const rows = [...right.rows];
  const candidates = candidatesOf(scope, { left: left.columns, right: right.columns, rows }, on);
  const task = { scope, left, right, rows, candidates, holds };
  return {
    columns,
    rows: matches(task, {
      left: join !== 'INNER' && join !== 'RIGHT',
      right: join === 'RIGHT' || join === 'FULL',
    }),
  };
}

interface Task {
  readonly scope: Scope;
  readonly left: Relation;
  readonly right: Relation;
  readonly rows: readonly Row[];
  readonly candidates: (row: Row) => readonly number[];
  readonly holds: Condition;
}

/** @param keeps of which side rows without a match stay. */
function* matches(
  { scope, left, right, rows, candidates, holds }: Task,
  keeps: { readonly left: boolean; readonly right: boolean },
): Iterable<Row> {
  const matched = new Set<number>();
  const nothing: Row = right.columns.map(() => null);
  for (const row of left.rows) {
    let isAlone = true;
    for (const index of candidates(row)) {
      scope.tick();
      const both = [...row, ...(rows[index] ?? nothing)];
      if (holds(both) !== true) continue;
      isAlone = false;
      matched.add(index);
      yield both;
    }
    if (isAlone && keeps.left) yield [...row, ...nothing];
  }
  if (!keeps.right) return;
  const empty: Row = left.columns.map(() => null);
  for (const [index, row] of rows.entries()) if (!matched.has(index)) yield [...empty, ...row];
}

interface Sides {
  readonly left: readonly Column[];
  readonly right: readonly Column[];
  readonly rows: readonly Row[];
}

/** The rows of the right side that a row of the left may match. */
function candidatesOf(
  scope: Scope,
  { left, right, rows }: Sides,
  on: Expression | undefined,
): (row: Row) => readonly number[] {
  const everything = rows.map((_, index) => index);
  for (const { left: a, right: b } of equalities(on)) {
    for (const [mine, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = valueIn(scope, left, mine);
      const theirs = valueIn(scope, right, other);
      if (theirs === undefined || own?.type !== theirs.type) continue;
      const places = indexOf(rows, theirs.value);
      return (row) => places.get(keyOf(own.value(row))) ?? [];
    }
  }
  return () => everything;
}

function indexOf(rows: readonly Row[], value: (row: Row) => Value): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(value(row));
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  return places;
}

/** The conditions that two values are equal, all of which must hold. */
function equalities(on: Expression | undefined): { left: Expression; right: Expression }[] {
  if (on?.kind !== 'binary') return [];
  const { operator, left, right } = on;
  if (operator === 'AND') return [...equalities(left), ...equalities(right)];
  return operator === '=' ? [{ left, right }] : [];
}

/** An expression as one of these columns alone; undefined when it needs others. */
function valueIn(
  scope: Scope,
  columns: readonly Column[],
  expression: Expression,
): ReturnType<typeof compileValue> | undefined {
  if (expression.kind !== 'column') return undefined;
  try {
    return compileValue({ ...scope, columns }, expression);
  } catch (error) {
    if (error instanceof UnknownColumn) return undefined;
    throw error;
  }
}
