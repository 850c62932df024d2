/** Groups rows, and computes what the select list says of a group. */
import { aggregateNamed } from './aggregates.ts';
import { compileValue, type Scope } from './compile.ts';
import { beyond, SqlProblem } from './problem.ts';
import { placeOf, type Column, type Relation, type Row } from './relation.ts';
import { withParts, type Expression } from './tree.ts';
import { keyOf, type Present, type Value, type ValueType } from './values.ts';

type Call = Extract<Expression, { readonly kind: 'call' }>;

/** True for a call of a function of many rows. */
function isAggregate(expression: Expression): expression is Call {
  return (
    expression.kind === 'call' &&
    expression.window === undefined &&
    aggregateNamed(expression.name) !== undefined
  );
}

/** True when an expression says something of many rows. */
export function hasAggregate(expression: Expression): boolean {
  if (isAggregate(expression)) return true;
  let found = false;
  withParts(expression, (part) => {
    found ||= hasAggregate(part);
    return part;
  });
  return found;
}

/** The rows of groups, and what puts an expression in terms of them. */
export interface Grouped {
  readonly rows: readonly Row[];
  /** The columns of these rows: what is grouped by keeps its name, for queries inside that refer to it. */
  readonly columns: readonly Column[];
  readonly ofGroup: (expression: Expression) => Expression;
}

/** Groups by expressions; without any, all rows are one group. Each group's row holds what `expressions` need. */
export function grouped(
  scope: Scope,
  relation: Relation,
  {
    groups,
    expressions,
  }: { readonly groups: readonly Expression[]; readonly expressions: readonly Expression[] },
): Grouped {
  const keys = groups.map((group) => ({ written: JSON.stringify(group), ...compileValue(scope, group) }));
  const calls = new Map<string, Call>();
  for (const expression of expressions) collect(expression, calls);
  const computed = [...calls].map(([written, call]) => ({ written, ...aggregateOf(scope, call) }));
  const slots = new Map(
    [...keys, ...computed].map(({ written, type }, index) => [
      written,
      { kind: 'slot', index, type } as const,
    ]),
  );
  const rows = gathered(
    scope,
    relation,
    keys.map(({ value }) => value),
    keys.length === 0,
  ).map(({ key, members }): Row => [...key, ...computed.map(({ of }) => of(members))]);
  const nameless = computed.map(({ type }): Column => ({ table: '', name: '', type }));
  return {
    rows,
    columns: [...groups.map((group) => columnOf(scope, group)), ...nameless],
    ofGroup: (expression) => inGroup(expression, slots),
  };
}

function columnOf({ columns }: Scope, group: Expression): Column {
  const place = group.kind === 'column' ? placeOf(columns, group.table, group.name) : -1;
  return columns[place] ?? { table: '', name: '', type: 'text' };
}

interface Gathered {
  readonly key: readonly Value[];
  readonly members: Row[];
}

function gathered(
  scope: Scope,
  { rows }: Relation,
  keys: readonly ((row: Row) => Value)[],
  isOne: boolean,
): readonly Gathered[] {
  const found = new Map<string, Gathered>();
  if (isOne) found.set('', { key: [], members: [] });
  for (const row of rows) {
    scope.tick();
    const key = keys.map((value) => value(row));
    const written = key.map(keyOf).join('\u0000');
    const known = found.get(written);
    if (known === undefined) found.set(written, { key, members: [row] });
    else known.members.push(row);
  }
  return [...found.values()];
}

function collect(expression: Expression, calls: Map<string, Call>): void {
  if (isAggregate(expression)) {
    calls.set(JSON.stringify(expression), expression);
    return;
  }
  withParts(expression, (part) => {
    collect(part, calls);
    return part;
  });
}

function aggregateOf(
  scope: Scope,
  { name, parameters, isDistinct }: Call,
): { readonly type: ValueType; readonly of: (rows: readonly Row[]) => Value } {
  const aggregate = aggregateNamed(name);
  const [parameter] = parameters;
  if (aggregate === undefined) throw beyond(`the function ${name}`);
  if (parameter === undefined) return { type: 'integer', of: (rows) => rows.length };
  if (hasAggregate(parameter)) {
    throw new SqlProblem('Cannot perform an aggregate function on an expression containing an aggregate.');
  }
  const { type, value } = compileValue(scope, parameter);
  return {
    type: aggregate.type === 'first' ? type : aggregate.type,
    of: (rows) => {
      const values = rows.map(value).filter((each) => each !== null);
      const tally = aggregate.begin(type);
      for (const each of isDistinct ? distinct(values) : values) tally.add(each);
      return tally.result();
    },
  };
}

function distinct(values: readonly Present[]): readonly Present[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

/** @throws SqlProblem, in SQL Server's words, for a column that differs within a group. */
function inGroup(
  expression: Expression,
  slots: ReadonlyMap<string, Extract<Expression, { readonly kind: 'slot' }>>,
): Expression {
  const slot = slots.get(JSON.stringify(expression));
  if (slot !== undefined) return slot;
  if (expression.kind === 'column' || expression.kind === 'slot') {
    const name = expression.kind === 'column' ? expression.name : '*';
    throw new SqlProblem(
      `Column '${name}' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.`,
    );
  }
  return withParts(expression, (part) => inGroup(part, slots));
}
