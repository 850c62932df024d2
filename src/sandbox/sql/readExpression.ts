/** Reads expressions, by the precedence of their operators. */
import type { Cursor } from './cursor.ts';
import { beyond, tooDeep } from './problem.ts';
import type { Expression, Order, Window } from './tree.ts';

export function readExpression(cursor: Cursor): Expression {
  return cursor.within(() => conditions(cursor, 'OR', (at) => conditions(at, 'AND', negation)));
}

/** Conditions with AND or OR between them; however many they are, none is deep inside the others. */
function conditions(
  cursor: Cursor,
  operator: 'AND' | 'OR',
  operand: (cursor: Cursor) => Expression,
): Expression {
  const first = operand(cursor);
  const others: Expression[] = [];
  while (cursor.takes(operator)) others.push(operand(cursor));
  return halved(operator, first, others);
}

function halved(operator: string, first: Expression, others: readonly Expression[]): Expression {
  const half = Math.floor(others.length / 2);
  const middle = others[half];
  if (middle === undefined) return first;
  return {
    kind: 'binary',
    operator,
    left: halved(operator, first, others.slice(0, half)),
    right: halved(operator, middle, others.slice(half + 1)),
  };
}

/** Operands with operators of one rank between them, from left to right. */
function chain(
  cursor: Cursor,
  operators: readonly string[],
  operand: (cursor: Cursor) => Expression,
): Expression {
  let left = operand(cursor);
  for (let operands = 1; ; operands++) {
    const operator = cursor.takesOneOf(operators);
    if (operator === undefined) return left;
    if (operands > mostOperands) throw tooDeep();
    left = { kind: 'binary', operator, left, right: operand(cursor) };
  }
}

/** Each operand is one deeper than the next. */
const mostOperands = 1000;

function negation(cursor: Cursor): Expression {
  if (!cursor.takes('NOT')) return comparison(cursor);
  return { kind: 'not', operand: cursor.within(() => negation(cursor)) };
}

const comparisons = ['=', '<>', '!=', '<=', '>=', '<', '>'];

function comparison(cursor: Cursor): Expression {
  const left = sum(cursor);
  const operator = cursor.takesOneOf(comparisons);
  if (operator !== undefined) {
    return { kind: 'binary', operator: operator === '!=' ? '<>' : operator, left, right: sum(cursor) };
  }
  if (cursor.takes('IS')) {
    const negated = cursor.takes('NOT');
    cursor.expect('NULL');
    return { kind: 'isNull', operand: left, negated };
  }
  const negated = ['LIKE', 'IN', 'BETWEEN'].some((word) => cursor.sees('NOT', word)) && cursor.takes('NOT');
  return membership(cursor, left, negated);
}

/** What follows after a value and an optional NOT. */
function membership(cursor: Cursor, left: Expression, negated: boolean): Expression {
  const perhapsNot = (operand: Expression): Expression => (negated ? { kind: 'not', operand } : operand);
  if (cursor.takes('LIKE')) {
    return perhapsNot({ kind: 'binary', operator: 'LIKE', left, right: pattern(cursor) });
  }
  if (cursor.takes('BETWEEN')) {
    const low = sum(cursor);
    cursor.expect('AND');
    return perhapsNot({
      kind: 'binary',
      operator: 'AND',
      left: { kind: 'binary', operator: '>=', left, right: low },
      right: { kind: 'binary', operator: '<=', left, right: sum(cursor) },
    });
  }
  if (!cursor.takes('IN')) return left;
  cursor.expect('(');
  const list = cursor.sees('SELECT') ? cursor.query() : listOf(cursor);
  cursor.expect(')');
  return { kind: 'in', operand: left, list, negated };
}

/** A pattern, with the sign that lets others of it stand for themselves where there is one. */
function pattern(cursor: Cursor): Expression {
  const written = sum(cursor);
  if (!cursor.takes('ESCAPE')) return written;
  return { kind: 'call', name: 'LIKE ESCAPE', parameters: [written, sum(cursor)], isDistinct: false };
}

/** Expressions with commas between them. */
export function listOf(cursor: Cursor): readonly Expression[] {
  const list = [readExpression(cursor)];
  while (cursor.takes(',')) list.push(readExpression(cursor));
  return list;
}

function sum(cursor: Cursor): Expression {
  return chain(cursor, ['+', '-', '||'], (at) => chain(at, ['*', '/', '%'], sign));
}

function sign(cursor: Cursor): Expression {
  if (cursor.takes('-')) return { kind: 'negative', operand: cursor.within(() => sign(cursor)) };
  cursor.takes('+');
  return inZones(cursor, primary(cursor));
}

/** A date with the time zones that it is said to be of and to be shown in. */
function inZones(cursor: Cursor, operand: Expression): Expression {
  const zones: Expression[] = [];
  while (cursor.takes('AT', 'TIME', 'ZONE')) zones.push(primary(cursor));
  if (zones.length === 0) return operand;
  return { kind: 'call', name: 'AT TIME ZONE', parameters: [operand, ...zones], isDistinct: false };
}

function primary(cursor: Cursor): Expression {
  const { kind, text } = cursor.peek();
  if (kind === 'number') {
    cursor.next();
    return { kind: 'literal', value: Number(text) };
  }
  if (kind === 'text') {
    cursor.next();
    return { kind: 'literal', value: text };
  }
  if (cursor.takes('(')) return inParentheses(cursor);
  const special = specials.find(([word]) => cursor.sees(word));
  if (special !== undefined && kind === 'word') {
    cursor.next();
    return special[1](cursor);
  }
  return named(cursor);
}

function inParentheses(cursor: Cursor): Expression {
  if (cursor.sees('SELECT')) {
    const query = cursor.query();
    cursor.expect(')');
    return { kind: 'scalar', query };
  }
  const inner = readExpression(cursor);
  cursor.expect(')');
  return inner;
}

/** Words that begin something other than a name. */
const specials: readonly (readonly [string, (cursor: Cursor) => Expression])[] = [
  ['NULL', () => ({ kind: 'literal', value: null })],
  ['CASE', readCase],
  ['CAST', readCast],
  ['TRY_CAST', (cursor) => tried(readCast)(cursor)],
  ['CONVERT', readConvert],
  ['TRY_CONVERT', (cursor) => tried(readConvert)(cursor)],
  ['EXISTS', readExists],
];

function readCase(cursor: Cursor): Expression {
  const subject = cursor.sees('WHEN') ? undefined : readExpression(cursor);
  const branches: { when: Expression; then: Expression }[] = [];
  while (cursor.takes('WHEN')) {
    const when = readExpression(cursor);
    cursor.expect('THEN');
    branches.push({ when, then: readExpression(cursor) });
  }
  const otherwise = cursor.takes('ELSE') ? readExpression(cursor) : undefined;
  cursor.expect('END');
  return { kind: 'case', subject, branches, otherwise };
}

type Cast = Extract<Expression, { readonly kind: 'cast' }>;

function readCast(cursor: Cursor): Cast {
  cursor.expect('(');
  const operand = readExpression(cursor);
  cursor.expect('AS');
  const type = readType(cursor);
  cursor.expect(')');
  return { kind: 'cast', operand, ...type };
}

/** The style of a conversion decides how dates are written and read. */
function readConvert(cursor: Cursor): Cast {
  cursor.expect('(');
  const type = readType(cursor);
  cursor.expect(',');
  const operand = readExpression(cursor);
  const style = cursor.takes(',') ? cursor.next() : undefined;
  if (style !== undefined && style.kind !== 'number') throw beyond('a style of CONVERT that is computed');
  cursor.expect(')');
  return { kind: 'cast', operand, ...type, ...(style === undefined ? {} : { style: Number(style.text) }) };
}

function readType(cursor: Cursor): Pick<Cast, 'type' | 'length'> {
  const type = cursor.name().toLowerCase();
  if (!cursor.takes('(')) return { type };
  const { kind, text } = cursor.next();
  while (!cursor.takes(')')) cursor.next();
  return kind === 'number' ? { type, length: Number(text) } : { type };
}

const tried =
  (read: (cursor: Cursor) => Cast) =>
  (cursor: Cursor): Cast => ({ ...read(cursor), isTried: true });

function readExists(cursor: Cursor): Expression {
  cursor.expect('(');
  const query = cursor.query();
  cursor.expect(')');
  return { kind: 'exists', query };
}

/** A column, or the call of a function. */
function named(cursor: Cursor): Expression {
  const isFunction = ['LEFT', 'RIGHT'].some((word) => cursor.sees(word, '('));
  const name = isFunction ? cursor.next().text : cursor.name();
  if (cursor.takes('(')) return readCall(cursor, name.toUpperCase());
  if (!cursor.takes('.')) return { kind: 'column', table: undefined, name };
  return { kind: 'column', table: name, name: cursor.name() };
}

function readCall(cursor: Cursor, name: string): Expression {
  const isOfRows = name.startsWith('COUNT') && cursor.takes('*');
  const isDistinct = cursor.takes('DISTINCT');
  const parameters = isOfRows || cursor.sees(')') ? [] : listOf(cursor);
  cursor.expect(')');
  const call = { kind: 'call', name, parameters, isDistinct } as const;
  return cursor.takes('OVER') ? { ...call, window: readWindow(cursor) } : call;
}

function readWindow(cursor: Cursor): Window {
  cursor.expect('(');
  const partition = cursor.takes('PARTITION', 'BY') ? listOf(cursor) : [];
  const order = cursor.takes('ORDER', 'BY') ? readOrder(cursor) : [];
  cursor.expect(')');
  return { partition, order };
}

/** What stands after ORDER BY. */
export function readOrder(cursor: Cursor): readonly Order[] {
  const order: Order[] = [];
  do {
    const by = readExpression(cursor);
    const isDescending = cursor.takes('DESC');
    if (!isDescending) cursor.takes('ASC');
    order.push({ by, isDescending });
  } while (cursor.takes(','));
  return order;
}
