/** Reads a SELECT statement: the only kind of statement that a query of the service can be. */
import { Cursor, reserved } from './cursor.ts';
import { SqlProblem } from './problem.ts';
import { listOf, readExpression, readOrder } from './readExpression.ts';
import type { Item, Join, Query, Select, SetOperator, Source } from './tree.ts';

/** @throws SqlProblem that says what is wrong, or is not understood. */
export function readQuery(text: string): Query {
  const cursor = new Cursor(text, readQueryIn);
  // Inferred: the service puts the rows of a query into a table by a statement around it, in which none can begin so.
  if (cursor.sees('WITH')) {
    throw new SqlProblem(
      "Incorrect syntax near the keyword 'WITH'. A query activity has no common table expressions: write each as a query in FROM.",
    );
  }
  if (!cursor.sees('SELECT')) throw new SqlProblem('A query must be a SELECT statement.');
  const query = readQueryIn(cursor);
  while (cursor.takes(';'));
  if (cursor.peek().kind !== 'end') throw cursor.unexpected();
  return query;
}

/** A query inside another one, up to where it ends. */
function readQueryIn(cursor: Cursor): Query {
  const first = readSelect(cursor);
  const others: { operator: SetOperator; select: Select }[] = [];
  for (;;) {
    const operator = setOperators.find((each) => cursor.takes(...each.split(' ')));
    if (operator === undefined) break;
    others.push({ operator, select: readSelect(cursor) });
  }
  const order = cursor.takes('ORDER', 'BY') ? readOrder(cursor) : [];
  // An order is needed for it (SQL Server).
  const page = order.length > 0 && cursor.takes('OFFSET') ? readPage(cursor) : undefined;
  return { first, others, order, ...(page === undefined ? {} : { page }) };
}

function readPage(cursor: Cursor): NonNullable<Query['page']> {
  const skip = rowCount(cursor);
  const isLimited = cursor.takes('FETCH', 'NEXT') || cursor.takes('FETCH', 'FIRST');
  const count = isLimited ? rowCount(cursor) : Infinity;
  if (isLimited) cursor.expect('ONLY');
  return { skip, count };
}

/** `10 ROWS`. */
function rowCount(cursor: Cursor): number {
  const { kind, text } = cursor.peek();
  if (kind !== 'number') throw cursor.unexpected();
  cursor.next();
  if (cursor.takesOneOf(['ROWS', 'ROW']) === undefined) throw cursor.unexpected();
  return Number(text);
}

const setOperators = ['UNION ALL', 'UNION', 'EXCEPT', 'INTERSECT'] as const;

function readSelect(cursor: Cursor): Select {
  cursor.expect('SELECT');
  const isDistinct = cursor.takes('DISTINCT');
  if (!isDistinct) cursor.takes('ALL');
  const top = cursor.takes('TOP') ? readTop(cursor) : undefined;
  const items = readItems(cursor);
  if (cursor.sees('INTO')) throw new SqlProblem("Incorrect syntax near the keyword 'INTO'.");
  const source = cursor.takes('FROM') ? readSource(cursor) : undefined;
  const joins = readJoins(cursor);
  const where = cursor.takes('WHERE') ? readExpression(cursor) : undefined;
  const groups = cursor.takes('GROUP', 'BY') ? listOf(cursor) : [];
  const having = cursor.takes('HAVING') ? readExpression(cursor) : undefined;
  return { isDistinct, top, items, source, joins, where, groups, having };
}

function readTop(cursor: Cursor): { count: number; isPercent: boolean } {
  const isWrapped = cursor.takes('(');
  const { kind, text } = cursor.next();
  if (kind !== 'number') throw new SqlProblem("Incorrect syntax near the keyword 'TOP'.");
  if (isWrapped) cursor.expect(')');
  return { count: Number(text), isPercent: cursor.takes('PERCENT') };
}

function readItems(cursor: Cursor): readonly Item[] {
  const items: Item[] = [];
  do items.push(readItem(cursor));
  while (cursor.takes(','));
  return items;
}

function readItem(cursor: Cursor): Item {
  if (cursor.takes('*')) return { kind: 'all', table: undefined };
  const [first, dot, star] = [cursor.peek(), cursor.peek(1), cursor.peek(2)];
  if (first.kind !== 'text' && dot.text === '.' && star.text === '*') {
    cursor.next();
    cursor.next();
    cursor.next();
    return { kind: 'all', table: first.text };
  }
  const value = readExpression(cursor);
  return { kind: 'value', value, alias: readAlias(cursor) };
}

function readAlias(cursor: Cursor): string | undefined {
  if (cursor.takes('AS')) {
    return cursor.peek().kind === 'text' ? cursor.next().text : cursor.name();
  }
  const { kind, text } = cursor.peek();
  const isAlias = kind === 'name' || (kind === 'word' && !reserved.has(text.toUpperCase()));
  return isAlias ? cursor.next().text : undefined;
}

function readSource(cursor: Cursor): Source {
  if (cursor.takes('(')) {
    const from = cursor.query();
    cursor.expect(')');
    return { from, alias: readAlias(cursor) ?? '' };
  }
  const from = tableName(cursor);
  const alias = readAlias(cursor) ?? from;
  // WITH (NOLOCK) says nothing about what comes of a query.
  if (cursor.takes('WITH', '(')) while (!cursor.takes(')')) cursor.next();
  return { from, alias };
}

/** `ENT.` before a name means the enterprise's table of that name. */
function tableName(cursor: Cursor): string {
  const name = cursor.name();
  return cursor.takes('.') ? `${name}.${cursor.name()}` : name;
}

const joinWords = [
  [['INNER', 'JOIN'], 'INNER'],
  [['JOIN'], 'INNER'],
  [['LEFT', 'OUTER', 'JOIN'], 'LEFT'],
  [['LEFT', 'JOIN'], 'LEFT'],
  [['RIGHT', 'OUTER', 'JOIN'], 'RIGHT'],
  [['RIGHT', 'JOIN'], 'RIGHT'],
  [['FULL', 'OUTER', 'JOIN'], 'FULL'],
  [['FULL', 'JOIN'], 'FULL'],
  [['CROSS', 'JOIN'], 'CROSS'],
  [['CROSS', 'APPLY'], 'CROSS APPLY'],
  [['OUTER', 'APPLY'], 'OUTER APPLY'],
] as const;

function readJoins(cursor: Cursor): readonly Join[] {
  const joins: Join[] = [];
  for (;;) {
    const isListed = cursor.takes(',');
    const join = isListed ? 'CROSS' : joinWords.find(([words]) => cursor.takes(...words))?.[1];
    if (join === undefined) return joins;
    const source = readSource(cursor);
    const hasCondition = join !== 'CROSS' && !join.endsWith('APPLY');
    if (hasCondition) cursor.expect('ON');
    joins.push({ ...source, join, on: hasCondition ? readExpression(cursor) : undefined });
  }
}
