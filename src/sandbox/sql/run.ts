/** Runs a query that was read. */
import { candidateRows, sourceFor } from './candidates.ts';
import { compileCondition, compileValue, type Scope } from './compile.ts';
import { grouped, hasAggregate } from './group.ts';
import { applied, joined } from './join.ts';
import { orderOf, type SortKey } from './order.ts';
import { SqlProblem } from './problem.ts';
import type { Column, Relation, Row, Surroundings } from './relation.ts';
import type { Expression, Item, Order, Query, Select, Source } from './tree.ts';
import { distinctRows, together } from './sets.ts';
import { windowed } from './window.ts';

/** @throws SqlProblem for what cannot be run, or is not understood. */
export function runQuery(around: Surroundings, query: Query): Relation {
  const { page } = query;
  const { columns, rows } = wholeQuery(around, query);
  return page === undefined
    ? { columns, rows }
    : { columns, rows: [...rows].slice(page.skip, page.skip + page.count) };
}

function wholeQuery(around: Surroundings, query: Query): Relation {
  const { first, others, order } = query;
  if (others.length === 0) return runSelect(around, first, order);
  const parts = [first, ...others.map(({ select }) => select)].map((select) => runSelect(around, select, []));
  const columns = parts[0]?.columns ?? [];
  if (parts.some((part) => part.columns.length !== columns.length)) {
    throw new SqlProblem(
      'All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in their target lists.',
    );
  }
  const rows = together(
    parts.map((part) => [...part.rows]),
    others.map(({ operator }) => operator),
  );
  const keys = order.map((each) => sortKey(scopeOf(around, columns), each, columns));
  return { columns, rows: [...rows].sort(orderOf(keys)) };
}

function scopeOf(around: Surroundings, columns: readonly Column[]): Scope {
  return {
    ...around,
    columns,
    run: (query, inside) => runQuery({ ...around, around: inside }, query),
  };
}

function runSelect(around: Surroundings, select: Select, order: readonly Order[]): Relation {
  const table = sourceFor(around, select, () => sourceOf(around, select));
  const source = filtered(around, select, table);
  const items = select.items.flatMap((item) => valuesOf(item, source.columns));
  const ownOrder = order.filter(({ by }) => !isOutput(items, by));
  const expressions = [...items.map(({ value }) => value), ...ownOrder.map(({ by }) => by)];
  const ready = prepared(scopeOf(around, source.columns), source, { select, expressions });
  const { scope, change } = ready;
  const outputs = items.map(({ value, name }) => ({ name, ...compileValue(scope, change(value)) }));
  const columns = outputs.map(({ name, type }): Column => ({ table: '', name, type }));
  const width = scope.columns.length;
  // What is shown stands behind what it was made from, so that both can be sorted by.
  const wide = ready.rows.map((row): Row => {
    scope.tick();
    return [...padded(row, width), ...outputs.map(({ value }) => value(row))];
  });
  const keys = order.map(
    (each) => outputKey(columns, each, width) ?? sortKey(scope, { ...each, by: change(each.by) }, []),
  );
  const rows = wide.sort(orderOf(keys)).map((row) => row.slice(-outputs.length));
  return { columns, rows: topOf(select, select.isDistinct ? distinctRows(rows) : rows) };
}

function padded(row: Row, width: number): Row {
  return row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => null)];
}

interface Prepared {
  readonly scope: Scope;
  readonly rows: readonly Row[];
  /** Puts an expression in terms of these rows. */
  readonly change: (expression: Expression) => Expression;
}

/** Groups rows, and numbers them, where that is asked for. */
function prepared(
  scope: Scope,
  source: Relation,
  { select, expressions }: { readonly select: Select; readonly expressions: readonly Expression[] },
): Prepared {
  const { groups, having } = select;
  const isGrouped = groups.length > 0 || having !== undefined || expressions.some(hasAggregate);
  if (!isGrouped) {
    const { rows, ofWindows } = windowed(scope, [...source.rows], expressions);
    return { scope, rows, change: ofWindows };
  }
  const all = having === undefined ? expressions : [...expressions, having];
  const { rows, columns, ofGroup } = grouped(scope, source, { groups, expressions: all });
  const inGroups = { ...scope, columns };
  const holds = having === undefined ? undefined : compileCondition(inGroups, ofGroup(having));
  const kept = holds === undefined ? rows : rows.filter((row) => holds(row) === true);
  const change = (expression: Expression): Expression => ofGroup(expression);
  const { rows: final, ofWindows } = windowed(inGroups, kept, all.map(change));
  return {
    scope: widened(inGroups, final),
    rows: final,
    change: (expression) => ofWindows(change(expression)),
  };
}

/** A scope with a nameless column for each further value of its rows. */
function widened(scope: Scope, [first = []]: readonly Row[]): Scope {
  const { columns } = scope;
  const more = first.slice(columns.length).map((): Column => ({ table: '', name: '', type: 'text' }));
  return { ...scope, columns: [...columns, ...more] };
}

function sourceOf(around: Surroundings, { source, joins }: Select): Relation {
  if (source === undefined) return { columns: [], rows: [[]] };
  let relation = tableOf(around, source);
  for (const join of joins) {
    const { from, alias } = join;
    relation =
      join.join.endsWith('APPLY') && typeof from !== 'string'
        ? applied(scopeOf(around, relation.columns), relation, { join: join.join, query: from, alias })
        : joined(scopeOf(around, []), relation, tableOf(around, join), join);
  }
  return relation;
}

function tableOf(around: Surroundings, { from, alias }: Source): Relation {
  const found = typeof from === 'string' ? namedTable(around, from) : runQuery(around, from);
  // A table of the enterprise can be named without the prefix that found it.
  const table = alias.replace(/^ent\./i, '');
  return { columns: found.columns.map((column) => ({ ...column, table })), rows: found.rows };
}

function namedTable({ tables }: Surroundings, name: string): Relation {
  const found = tables(name);
  if (found === undefined) throw new SqlProblem(`Invalid object name '${name}'.`);
  return found;
}

function filtered(around: Surroundings, select: Select, relation: Relation): Relation {
  const { where } = select;
  if (where === undefined) return relation;
  const scope = scopeOf(around, relation.columns);
  const holds = compileCondition(scope, where);
  return {
    columns: relation.columns,
    rows: rowsWhere(candidateRows(scope, select, relation), (row) => (scope.tick(), holds(row) === true)),
  };
}

function* rowsWhere(rows: Iterable<Row>, isWanted: (row: Row) => boolean): Iterable<Row> {
  for (const row of rows) if (isWanted(row)) yield row;
}

interface Output {
  readonly value: Expression;
  /** Empty for a value without a name. */
  readonly name: string;
}

function valuesOf(item: Item, columns: readonly Column[]): readonly Output[] {
  if (item.kind === 'value') {
    const { value, alias } = item;
    return [{ value, name: alias ?? (value.kind === 'column' ? value.name : '') }];
  }
  const wanted = item.table?.toLowerCase();
  const found = columns.flatMap(({ table, name, type }, index): Output[] =>
    wanted === undefined || table.toLowerCase() === wanted
      ? [{ value: { kind: 'slot', index, type }, name }]
      : [],
  );
  if (found.length > 0) return found;
  throw new SqlProblem(`The column prefix '${item.table ?? ''}' does not match with a table name.`);
}

/** True for what a result is sorted by and shows: it is not looked for among the columns of the tables. */
function isOutput(items: readonly Output[], by: Expression): boolean {
  if (by.kind === 'literal') return typeof by.value === 'number';
  if (by.kind !== 'column' || by.table !== undefined) return false;
  return items.some(({ name }) => name.toLowerCase() === by.name.toLowerCase());
}

/** A column of the result that is sorted by: by its name, or by its number. */
function outputKey(
  columns: readonly Column[],
  { by, isDescending }: Order,
  offset: number,
): SortKey | undefined {
  let place = -1;
  if (by.kind === 'literal' && typeof by.value === 'number') place = by.value - 1;
  if (by.kind === 'column' && by.table === undefined) {
    place = columns.findIndex(({ name }) => name.toLowerCase() === by.name.toLowerCase());
  }
  return place in columns ? { value: (row) => row[offset + place] ?? null, isDescending } : undefined;
}

function sortKey(scope: Scope, order: Order, columns: readonly Column[]): SortKey {
  const { isDescending, by } = order;
  return outputKey(columns, order, 0) ?? { ...compileValue(scope, by), isDescending };
}

function topOf({ top }: Select, rows: readonly Row[]): readonly Row[] {
  if (top === undefined) return rows;
  return rows.slice(0, top.isPercent ? Math.ceil((rows.length * top.count) / 100) : top.count);
}
