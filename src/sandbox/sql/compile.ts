/** Makes functions of rows from expressions: what can be found out once is not found out for each row. */
import { functions } from './functions.ts';
import { arithmetic, arithmeticOf, mapped, type Compiled } from './arithmetic.ts';
import { castTo } from './casts.ts';
import { likeOf } from './like.ts';
import { beyond, SqlProblem } from './problem.ts';
import { findPlace, UnknownColumn, type Around, type Column, type Row, type Scope } from './relation.ts';
import type { Expression, Query } from './tree.ts';
import { innerQuery } from './subquery.ts';
import { compare, keyOf, numberOf, type Present } from './values.ts';

export type { Compiled };

/** A condition of rows; undefined stands for SQL's third truth value, unknown. */
export type Condition = (row: Row) => boolean | undefined;

export type { Scope };

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
    case 'column':
      return column(scope, expression);
    case 'scalar':
      return scalar(scope, expression.query);
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
      if (arithmetic.has(expression.operator)) {
        const [left, right] = [expression.left, expression.right];
        return arithmeticOf(expression.operator, compileValue(scope, left), compileValue(scope, right));
      }
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
      const { rows } = innerQuery(scope, expression.query);
      return (row) => rows(row).length > 0;
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

/** A column of the rows, else one of the query around them. @throws UnknownColumn for one of neither. */
function column(scope: Scope, { table, name }: Of<'column'>): Compiled {
  const own = ownColumn(scope.columns, table, name);
  if (own !== undefined) return own;
  for (let { around } = scope; around !== undefined; around = around.outer) {
    const found = outerColumn(around, table, name);
    if (found !== undefined) return found;
  }
  throw new UnknownColumn(table, name);
}

/** A column of these; undefined when it is none of them. */
export function ownColumn(
  columns: readonly Column[],
  table: string | undefined,
  name: string,
): Compiled | undefined {
  const place = findPlace(columns, table, name);
  if (place === undefined) return undefined;
  return { type: columns[place]?.type ?? 'text', value: (row) => row[place] ?? null };
}

function outerColumn(around: Around, table: string | undefined, name: string): Compiled | undefined {
  const found = ownColumn(around.columns, table, name);
  if (found === undefined) return undefined;
  around.uses += 1;
  return { type: found.type, value: () => found.value(around.row) };
}

function scalar(scope: Scope, query: Query): Compiled {
  const { columns, rows } = innerQuery(scope, query);
  const [only, ...others] = columns;
  if (only === undefined || others.length > 0) {
    throw new SqlProblem('Only one expression can be specified in the select list of a query as a value.');
  }
  return {
    type: only.type,
    value: (row) => {
      const found = rows(row);
      if (found.length > 1) {
        throw new SqlProblem('Subquery returned more than 1 value. This is not permitted for a value.');
      }
      return found[0]?.[0] ?? null;
    },
  };
}

function literal(value: string | number | null): Compiled {
  if (typeof value !== 'number') return { type: 'text', value: () => value };
  return { type: Number.isInteger(value) ? 'integer' : 'decimal', value: () => value };
}

function cast(scope: Scope, expression: Of<'cast'>): Compiled {
  const { value } = compileValue(scope, expression.operand);
  const { type, convert } = castTo(expression);
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
  if (operator === 'LIKE') return (row) => likeOf(a.value(row), b.value(row));
  const holds = comparisons[operator];
  if (holds === undefined) throw new SqlProblem('A condition was expected.');
  return (row) => {
    const order = compare(a.value(row), b.value(row));
    return order === undefined ? undefined : holds(order);
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
  const { constant, rows } = innerQuery(scope, query);
  if (constant !== undefined) return containsRow(constant);
  return (sought, row) => containsRow(rows(row))(sought, row);
}

function containsRow(rows: readonly Row[]): Contains {
  const values = rows.map(([first = null]) => first);
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
