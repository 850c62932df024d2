/** Makes functions of rows from expressions: what can be found out once is not found out for each row. */
import { functions } from './functions.ts';
import { isLike } from '../retrieve/operators.ts';
import { castTo } from './casts.ts';
import { beyond, SqlProblem } from './problem.ts';
import {
  placeOf,
  UnknownColumn,
  type Column,
  type Relation,
  type Row,
  type Surroundings,
} from './relation.ts';
import type { Expression, Query } from './tree.ts';
import { compare, dateOf, folded, keyOf, numberOf, textOf, type Value, type ValueType } from './values.ts';

export interface Compiled {
  readonly type: ValueType;
  readonly value: (row: Row) => Value;
}

/** A condition of rows; undefined stands for SQL's third truth value, unknown. */
export type Condition = (row: Row) => boolean | undefined;

/** Where expressions are made functions. */
export interface Scope extends Surroundings {
  readonly columns: readonly Column[];
  /** Runs a query inside an expression. */
  readonly run: (query: Query) => Relation;
}

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

/** @throws SqlProblem for columns and functions that there are not, and conditions where values belong. */
export function compileValue(scope: Scope, expression: Expression): Compiled {
  switch (expression.kind) {
    case 'literal':
      return literal(expression.value);
    case 'slot': {
      const { index, type } = expression;
      return { type, value: (row) => row[index] ?? null };
    }
    case 'column': {
      const place = placeOf(scope.columns, expression.table, expression.name);
      return { type: scope.columns[place]?.type ?? 'text', value: (row) => row[place] ?? null };
    }
    case 'negative': {
      const { type, value } = compileValue(scope, expression.operand);
      return { type, value: (row) => mapped(value(row), (present) => -numberOf(present)) };
    }
    case 'cast':
      return cast(scope, expression);
    case 'case':
      return caseOf(scope, expression);
    case 'call':
      return call(scope, expression);
    case 'binary':
      if (arithmetic.has(expression.operator)) return arithmeticOf(scope, expression);
      break;
    default:
  }
  throw new SqlProblem('An expression of non-boolean type was expected where there is a condition.');
}

/** @throws SqlProblem for a value where a condition belongs. */
export function compileCondition(scope: Scope, expression: Expression): Condition {
  switch (expression.kind) {
    case 'not': {
      const operand = compileCondition(scope, expression.operand);
      return (row) => negated(operand(row));
    }
    case 'isNull': {
      const { value } = compileValue(scope, expression.operand);
      return (row) => (value(row) === null) !== expression.negated;
    }
    case 'in':
      return inList(scope, expression);
    case 'exists': {
      const [first] = innerQuery(scope, expression.query).rows;
      return () => first !== undefined;
    }
    case 'binary':
      return binaryCondition(scope, expression);
    default:
      throw new SqlProblem('An expression of non-boolean type was specified where a condition is expected.');
  }
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function mapped(value: Value, change: (present: string | number | Date) => Value): Value {
  return value === null ? null : change(value);
}

function literal(value: string | number | null): Compiled {
  if (typeof value !== 'number') return { type: 'text', value: () => value };
  return { type: Number.isInteger(value) ? 'integer' : 'decimal', value: () => value };
}

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '||']);

function arithmeticOf(scope: Scope, { operator, left, right }: Of<'binary'>): Compiled {
  const [a, b] = [compileValue(scope, left), compileValue(scope, right)];
  const types = [a.type, b.type];
  if (types.includes('date')) return dateArithmetic(operator, a, b);
  const isText = operator === '||' || (operator === '+' && a.type === 'text' && b.type === 'text');
  const isInteger = a.type === 'integer' && b.type === 'integer';
  const type = isText ? 'text' : isInteger ? 'integer' : 'decimal';
  const work = isText
    ? joined
    : (x: Present, y: Present) => calculated(operator, numberOf(x), numberOf(y), isInteger);
  return { type, value: (row) => mapped(a.value(row), (x) => mapped(b.value(row), (y) => work(x, y))) };
}

type Present = string | number | Date;

function joined(a: Present, b: Present): string {
  return textOf(a) + textOf(b);
}

function calculated(operator: string, a: number, b: number, isInteger: boolean): number {
  if (['/', '%'].includes(operator) && b === 0) throw new SqlProblem('Divide by zero error encountered.');
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '%':
      return a % b;
    default:
      // A whole number divided by a whole number is one.
      return isInteger ? Math.trunc(a / b) : a / b;
  }
}

const day = 86_400_000;

/** Numbers added to dates are days. */
function dateArithmetic(operator: string, a: Compiled, b: Compiled): Compiled {
  if (!['+', '-'].includes(operator) || a.type !== 'date' || b.type === 'date') {
    throw beyond(`${operator} between these dates`);
  }
  const sign = operator === '+' ? 1 : -1;
  const move = (date: Present, days: Present): Date =>
    new Date(dateOf(date).getTime() + sign * numberOf(days) * day);
  return {
    type: 'date',
    value: (row) => mapped(a.value(row), (x) => mapped(b.value(row), (y) => move(x, y))),
  };
}

function cast(scope: Scope, { operand, type: name }: Of<'cast'>): Compiled {
  const { value } = compileValue(scope, operand);
  const { type, convert } = castTo(name);
  return { type, value: (row) => mapped(value(row), convert) };
}

function caseOf(scope: Scope, { subject, branches, otherwise }: Of<'case'>): Compiled {
  const compiled = branches.map(({ when, then }) => {
    const condition: Expression =
      subject === undefined ? when : { kind: 'binary', operator: '=', left: subject, right: when };
    return { holds: compileCondition(scope, condition), then: compileValue(scope, then) };
  });
  const last = otherwise === undefined ? undefined : compileValue(scope, otherwise);
  const type = compiled[0]?.then.type ?? 'text';
  return {
    type,
    value: (row) => (compiled.find(({ holds }) => holds(row) === true)?.then ?? last)?.value(row) ?? null,
  };
}

function call(scope: Scope, { name, parameters }: Of<'call'>): Compiled {
  if (name === 'IIF' && parameters.length === 3) return iif(scope, parameters);
  const found = functions.get(name);
  if (found === undefined) throw beyond(`the function ${name}`);
  const { count, namesPart } = found;
  if (parameters.length < count[0] || parameters.length > count[1]) {
    throw new SqlProblem(`The ${name} function requires ${String(count[0])} argument(s).`);
  }
  const compiled = parameters.map((parameter, index) =>
    namesPart === true && index === 0 && parameter.kind === 'column'
      ? literal(parameter.name)
      : compileValue(scope, parameter),
  );
  const type = found.type === 'first' ? (compiled[0]?.type ?? 'text') : found.type;
  return {
    type,
    value: (row) =>
      found.call(
        compiled.map(({ value }) => value(row)),
        scope,
      ),
  };
}

function iif(scope: Scope, [when, then, otherwise]: readonly Expression[]): Compiled {
  if (when === undefined || then === undefined) throw new SqlProblem('IIF requires 3 arguments.');
  return caseOf(scope, { kind: 'case', subject: undefined, branches: [{ when, then }], otherwise });
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function binaryCondition(scope: Scope, { operator, left, right }: Of<'binary'>): Condition {
  if (operator === 'AND' || operator === 'OR') {
    const [a, b] = [compileCondition(scope, left), compileCondition(scope, right)];
    // AND is decided by the first that is false, OR by the first that is true; unknown otherwise.
    const deciding = operator === 'OR';
    return (row) => {
      const first = a(row);
      if (first === deciding) return first;
      const second = b(row);
      if (second === deciding) return second;
      return first === undefined || second === undefined ? undefined : !deciding;
    };
  }
  const [a, b] = [compileValue(scope, left), compileValue(scope, right)];
  if (operator === 'LIKE') return likeCondition(a, b);
  const holds = comparisons[operator];
  if (holds === undefined) throw new SqlProblem('A condition was expected.');
  return (row) => {
    const order = compare(a.value(row), b.value(row));
    return order === undefined ? undefined : holds(order);
  };
}

function likeCondition(a: Compiled, b: Compiled): Condition {
  return (row) => {
    const [value, pattern] = [a.value(row), b.value(row)];
    if (value === null || pattern === null) return undefined;
    if (typeof pattern === 'string' && pattern.includes('['))
      throw beyond('LIKE with characters in brackets');
    return isLike(textOf(value).toLowerCase(), folded(textOf(pattern)));
  };
}

function inList(scope: Scope, { operand, list, negated: isNegated }: Of<'in'>): Condition {
  const { value } = compileValue(scope, operand);
  const contains = 'first' in list ? containsInner(scope, list) : containsValue(scope, list);
  return (row) => {
    const sought = value(row);
    const found = sought === null ? undefined : contains(sought, row);
    return isNegated ? negated(found) : found;
  };
}

type Contains = (sought: Present, row: Row) => boolean | undefined;

/** NULL in a list makes it unknown whether a value that was not found is in it. */
function containsValue(scope: Scope, list: readonly Expression[]): Contains {
  const values = list.map((each) => compileValue(scope, each).value);
  return (sought, row) => {
    const orders = values.map((value) => compare(sought, value(row)));
    if (orders.includes(0)) return true;
    return orders.includes(undefined) ? undefined : false;
  };
}

function containsInner(scope: Scope, query: Query): Contains {
  const values = [...innerQuery(scope, query).rows].map(([first = null]) => first);
  const keys = new Set(values.map(keyOf));
  const hasNull = values.includes(null);
  return (sought) => {
    if (
      keys.has(keyOf(sought)) ||
      values.some((value) => typeof value !== typeof sought && compare(sought, value) === 0)
    )
      return true;
    return hasNull ? undefined : false;
  };
}

function innerQuery(scope: Scope, query: Query): Relation {
  try {
    return scope.run(query);
  } catch (error) {
    if (error instanceof UnknownColumn) throw beyond('a query inside that refers to the one around it');
    throw error;
  }
}
