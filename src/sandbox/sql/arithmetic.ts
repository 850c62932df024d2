/** Computes with two values as SQL Server does: by their types, and nothing as soon as one of them is nothing. */
import { beyond, SqlProblem } from './problem.ts';
import type { Row } from './relation.ts';
import { bounded, dateOf, numberOf, textOf, type Present, type Value, type ValueType } from './values.ts';

export interface Compiled {
  readonly type: ValueType;
  readonly value: (row: Row) => Value;
}

/** A value changed where there is one. */
export function mapped(value: Value, change: (present: Present) => Value): Value {
  return value === null ? null : change(value);
}

export const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '||']);

export function arithmeticOf(operator: string, a: Compiled, b: Compiled): Compiled {
  if (a.type === 'date' || b.type === 'date') return dateArithmetic(operator, a, b);
  const isText = operator === '||' || (operator === '+' && a.type === 'text' && b.type === 'text');
  const isInteger = a.type === 'integer' && b.type === 'integer';
  const type = isText ? 'text' : isInteger ? 'integer' : 'decimal';
  const work = isText
    ? joined
    : (x: Present, y: Present) => calculated(operator, numberOf(x), numberOf(y), isInteger);
  return { type, value: (row) => mapped(a.value(row), (x) => mapped(b.value(row), (y) => work(x, y))) };
}

function joined(a: Present, b: Present): string {
  return bounded(textOf(a) + textOf(b));
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
