/** Puts two tables side by side. */
import { compileCondition, ownColumn, type Compiled, type Condition, type Scope } from './compile.ts';
import { equalities, indexOf } from './equality.ts';
import type { Column, Relation, Row } from './relation.ts';
import { innerQuery } from './subquery.ts';
import type { Expression, Join, Query } from './tree.ts';
import { keyOf } from './values.ts';

/** Joins by equal values where the condition has such, so that not every row meets every other. */
export function joined(scope: Scope, left: Relation, right: Relation, { join, on }: Join): Relation {
  const columns = [...left.columns, ...right.columns];
  const holds = on === undefined ? () => true : compileCondition({ ...scope, columns }, on);
  const rows = [...right.rows];
  const candidates = candidatesOf({ left: left.columns, right: right.columns, rows }, on);
  const task = { scope, left, right, rows, candidates, holds };
  return {
    columns,
    rows: matches(task, {
      left: join !== 'INNER' && join !== 'RIGHT',
      right: join === 'RIGHT' || join === 'FULL',
    }),
  };
}

/** Puts beside each row what a query makes of it; OUTER keeps rows of which it makes nothing. */
export function applied(
  scope: Scope,
  left: Relation,
  { join, query, alias }: { readonly join: Join['join']; readonly query: Query; readonly alias: string },
): Relation {
  const inner = innerQuery(scope, query);
  const nothing: Row = inner.columns.map(() => null);
  return {
    columns: [...left.columns, ...inner.columns.map((column) => ({ ...column, table: alias }))],
    rows: (function* () {
      for (const row of left.rows) {
        const rows = inner.rows(row);
        for (const each of rows) yield [...row, ...each];
        if (rows.length === 0 && join === 'OUTER APPLY') yield [...row, ...nothing];
      }
    })(),
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
  { left, right, rows }: Sides,
  on: Expression | undefined,
): (row: Row) => readonly number[] {
  const everything = rows.map((_, index) => index);
  for (const [mine, other] of equalities(on)) {
    const own = valueIn(left, mine);
    const theirs = valueIn(right, other);
    if (theirs === undefined || own?.type !== theirs.type) continue;
    const places = indexOf(rows, theirs.value);
    return (row) => places.get(keyOf(own.value(row))) ?? [];
  }
  return () => everything;
}

/** An expression as one of these columns alone; undefined when it needs others. */
export function valueIn(columns: readonly Column[], expression: Expression): Compiled | undefined {
  return expression.kind === 'column' ? ownColumn(columns, expression.table, expression.name) : undefined;
}
