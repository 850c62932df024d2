/** ROW_NUMBER() OVER (…): numbers rows within their part, which is how queries of the service find the newest of each. */
import { compileValue, type Scope } from './compile.ts';
import { orderOf } from './order.ts';
import { beyond } from './problem.ts';
import type { Row } from './relation.ts';
import { withParts, type Expression, type Window } from './tree.ts';
import { keyOf, type Value } from './values.ts';

/** The rows with the numbers behind them that these expressions ask for, and what puts an expression in terms of them. */
export function numbered(
  scope: Scope,
  rows: readonly Row[],
  expressions: readonly Expression[],
): { readonly rows: readonly Row[]; readonly ofNumbers: (expression: Expression) => Expression } {
  const windows = new Map<string, Window>();
  for (const expression of expressions) collect(expression, windows);
  if (windows.size === 0) return { rows, ofNumbers: (expression) => expression };
  const width = scope.columns.length;
  const columns = [...windows.values()].map((window) => numbersOf(scope, rows, window));
  const places = new Map([...windows.keys()].map((written, index) => [written, width + index]));
  return {
    rows: rows.map((row, index): Row => [...row, ...columns.map((numbers): Value => numbers[index] ?? null)]),
    ofNumbers: (expression) => inNumbers(expression, places),
  };
}

function collect(expression: Expression, windows: Map<string, Window>): void {
  if (expression.kind === 'call' && expression.window !== undefined) {
    if (expression.name !== 'ROW_NUMBER') throw beyond(`${expression.name} with OVER`);
    windows.set(JSON.stringify(expression), expression.window);
  }
  withParts(expression, (part) => {
    collect(part, windows);
    return part;
  });
}

function numbersOf(scope: Scope, rows: readonly Row[], { partition, order }: Window): readonly number[] {
  const parts = partition.map((each) => compileValue(scope, each).value);
  const before = orderOf(order.map(({ by, isDescending }) => ({ ...compileValue(scope, by), isDescending })));
  const places = rows.map((row, index) => ({ row, index })).sort((a, b) => before(a.row, b.row));
  const counts = new Map<string, number>();
  const numbers: number[] = [];
  for (const { row, index } of places) {
    const key = parts.map((value) => keyOf(value(row))).join('\u0000');
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    numbers[index] = number;
  }
  return numbers;
}

function inNumbers(expression: Expression, places: ReadonlyMap<string, number>): Expression {
  const index = places.get(JSON.stringify(expression));
  if (index !== undefined) return { kind: 'slot', index, type: 'integer' };
  return withParts(expression, (part) => inNumbers(part, places));
}
