/** What a query inside an expression need not find out anew for each row of the query around it. */
import { compileValue, type Compiled, type Scope } from './compile.ts';
import { equalities, indexOf } from './equality.ts';
import { valueIn } from './join.ts';
import { UnknownColumn, type Relation, type Row, type Surroundings } from './relation.ts';
import type { Expression, Select } from './tree.ts';
import { keyOf } from './values.ts';

/** What a select is from. Inside an expression it is found once, unless it depends on the row around it. */
export function sourceFor({ around }: Surroundings, select: Select, find: () => Relation): Relation {
  if (around === undefined) return find();
  const known = around.sources.get(select);
  if (known !== undefined) return known;
  const usesBefore = around.uses;
  const { columns, rows } = find();
  const found = { columns, rows: [...rows] };
  if (around.uses === usesBefore) around.sources.set(select, found);
  return found;
}

/** The rows to look at: those whose value is equal to one of the row around, where that is a condition. */
export function candidateRows(scope: Scope, select: Select, { rows }: Relation): Iterable<Row> {
  const { around, columns } = scope;
  const source = around?.sources.get(select);
  if (around === undefined || source === undefined) return rows;
  for (const [mine, other] of equalities(select.where)) {
    const own = valueIn(columns, mine);
    const theirs = own === undefined ? undefined : outerValue(scope, other);
    if (own === undefined || theirs?.type !== own.type) continue;
    const places = around.indexes.get(select) ?? indexOf(source.rows, own.value);
    around.indexes.set(select, places);
    return (places.get(keyOf(theirs.value([]))) ?? []).flatMap((place) => {
      const row = source.rows[place];
      return row === undefined ? [] : [row];
    });
  }
  return rows;
}

/** A column that none of the rows has, and the row around them. */
function outerValue(scope: Scope, expression: Expression): Compiled | undefined {
  if (expression.kind !== 'column' || valueIn(scope.columns, expression) !== undefined) {
    return undefined;
  }
  try {
    return compileValue({ ...scope, columns: [] }, expression);
  } catch (error) {
    if (error instanceof UnknownColumn) return undefined;
    throw error;
  }
}
