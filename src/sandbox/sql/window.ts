/** Functions with OVER: they number rows within their part, look at those before and after, or sum up to them. */
import { aggregateNamed } from './aggregates.ts';
import { compileValue, type Compiled, type Scope } from './compile.ts';
import { orderOf } from './order.ts';
import { beyond, SqlProblem } from './problem.ts';
import type { Row } from './relation.ts';
import { withParts, type Expression, type Window } from './tree.ts';
import { keyOf, numberOf, type Value, type ValueType } from './values.ts';

type Call = Extract<Expression, { readonly kind: 'call' }>;

/** A part of the rows, in the order of the window. */
interface Part {
  readonly rows: readonly Row[];
  /** The place of the first, and behind that of the last, of the rows that the order does not tell from this one. */
  readonly peers: readonly (readonly [from: number, to: number])[];
  readonly isOrdered: boolean;
}

interface WindowFunction {
  readonly type: ValueType | 'first';
  readonly needsOrder?: true;
  /** The values for the rows of a part; `parameters` read those of the call. */
  readonly of: (part: Part, parameters: readonly Compiled[]) => readonly Value[];
}

const numbering = (
  number: (index: number, peers: readonly [number, number], part: Part) => number,
): WindowFunction => ({
  type: 'integer',
  needsOrder: true,
  of: (part) => part.rows.map((_, index) => number(index, part.peers[index] ?? [0, 0], part)),
});

/** Looks at a row so far before or after. */
const neighbour = (sign: number): WindowFunction => ({
  type: 'first',
  needsOrder: true,
  of: ({ rows }, [value, offset, otherwise]) =>
    rows.map((row, index) => {
      const other = rows[index + sign * numberOf(offset?.value(row) ?? 1)];
      return (other === undefined ? otherwise?.value(row) : value?.value(other)) ?? null;
    }),
});

function rank(part: Part): readonly number[] {
  let ranks = 0;
  return part.rows.map((_, index) => (part.peers[index]?.[0] === index ? (ranks += 1) : ranks));
}

const windowFunctions: Readonly<Record<string, WindowFunction>> = {
  ROW_NUMBER: numbering((index) => index + 1),
  RANK: numbering((_, [from]) => from + 1),
  DENSE_RANK: { type: 'integer', needsOrder: true, of: (part) => rank(part) },
  NTILE: {
    type: 'integer',
    needsOrder: true,
    of: ({ rows }, [count]) => {
      const tiles = Math.max(1, numberOf(rows[0] === undefined ? 1 : (count?.value(rows[0]) ?? 1)));
      const [small, larger] = [Math.floor(rows.length / tiles), rows.length % tiles];
      const inLarger = larger * (small + 1);
      return rows.map((_, index) =>
        index < inLarger
          ? Math.floor(index / (small + 1)) + 1
          : larger + Math.floor((index - inLarger) / Math.max(1, small)) + 1,
      );
    },
  },
  LAG: neighbour(-1),
  LEAD: neighbour(1),
  FIRST_VALUE: {
    type: 'first',
    needsOrder: true,
    of: ({ rows }, [value]) =>
      rows.map(() => (rows[0] === undefined ? null : (value?.value(rows[0]) ?? null))),
  },
  LAST_VALUE: {
    type: 'first',
    needsOrder: true,
    of: ({ rows, peers }, [value]) =>
      rows.map((row, index) => value?.value(rows[(peers[index]?.[1] ?? 1) - 1] ?? row) ?? null),
  },
};

/** What a function of many rows says of a part: of all of it, or with an order of what comes until each row. */
function aggregateOver({ name, parameters, isDistinct }: Call): WindowFunction | undefined {
  const aggregate = aggregateNamed(name);
  if (aggregate === undefined || isDistinct) return undefined;
  const isCount = parameters.length === 0;
  return {
    type: aggregate.type,
    of: ({ rows, peers, isOrdered }, [value]) => {
      const tally = aggregate.begin(value?.type);
      const results: Value[] = [];
      for (let from = 0; from < rows.length; from = results.length) {
        const to = isOrdered ? (peers[from]?.[1] ?? rows.length) : rows.length;
        for (const row of rows.slice(from, to)) {
          const present = isCount ? 1 : (value?.value(row) ?? null);
          if (present !== null) tally.add(present);
        }
        const result = tally.result();
        for (let index = from; index < to; index++) results.push(result);
      }
      return results;
    },
  };
}

/** The rows with the values behind them that these expressions ask for, and what puts an expression in terms of them. */
export function windowed(
  scope: Scope,
  rows: readonly Row[],
  expressions: readonly Expression[],
): { readonly rows: readonly Row[]; readonly ofWindows: (expression: Expression) => Expression } {
  const calls = new Map<string, { readonly call: Call; readonly window: Window }>();
  for (const expression of expressions) collect(expression, calls);
  if (calls.size === 0) return { rows, ofWindows: (expression) => expression };
  const width = scope.columns.length;
  const columns = [...calls.values()].map(({ call, window }) => valuesOver(scope, rows, call, window));
  const slots = new Map(
    [...calls.keys()].map((written, index) => [
      written,
      { kind: 'slot', index: width + index, type: columns[index]?.type ?? 'text' } as const,
    ]),
  );
  return {
    rows: rows.map((row, index): Row => [...row, ...columns.map(({ values }) => values[index] ?? null)]),
    ofWindows: (expression) => inWindows(expression, slots),
  };
}

function collect(
  expression: Expression,
  calls: Map<string, { readonly call: Call; readonly window: Window }>,
): void {
  if (expression.kind === 'call' && expression.window !== undefined) {
    calls.set(JSON.stringify(expression), { call: expression, window: expression.window });
  }
  withParts(expression, (part) => {
    collect(part, calls);
    return part;
  });
}

function valuesOver(
  scope: Scope,
  rows: readonly Row[],
  call: Call,
  { partition, order }: Window,
): { readonly type: ValueType; readonly values: readonly Value[] } {
  const found = windowFunctions[call.name] ?? aggregateOver(call);
  if (found === undefined) throw beyond(`${call.name} with OVER`);
  if (found.needsOrder === true && order.length === 0) {
    throw new SqlProblem(`The function '${call.name}' must have an OVER clause with ORDER BY.`);
  }
  const parameters = call.parameters.map((parameter) => compileValue(scope, parameter));
  const before = orderOf(order.map(({ by, isDescending }) => ({ ...compileValue(scope, by), isDescending })));
  const groups = partsOf(scope, rows, partition);
  const values: Value[] = [];
  for (const places of groups.values()) {
    const sorted = places.sort((a, b) => before(rows[a] ?? [], rows[b] ?? []));
    const inPart = sorted.map((place) => rows[place] ?? []);
    const part = { rows: inPart, peers: peersOf(inPart, before), isOrdered: order.length > 0 };
    const results = found.of(part, parameters);
    for (const [index, place] of sorted.entries()) values[place] = results[index] ?? null;
  }
  const type = found.type === 'first' ? (parameters[0]?.type ?? 'integer') : found.type;
  return { type, values };
}

/** The places of the rows of each part. */
function partsOf(
  scope: Scope,
  rows: readonly Row[],
  partition: readonly Expression[],
): ReadonlyMap<string, number[]> {
  const values = partition.map((each) => compileValue(scope, each).value);
  const groups = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    scope.tick();
    const key = values.map((value) => keyOf(value(row))).join('\u0000');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [index]);
    else known.push(index);
  }
  return groups;
}

function peersOf(rows: readonly Row[], before: (a: Row, b: Row) => number): readonly [number, number][] {
  const peers: [number, number][] = [];
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const first = rows[from] ?? [];
    while (to < rows.length && before(first, rows[to] ?? []) === 0) to += 1;
    for (let index = from; index < to; index++) peers.push([from, to]);
  }
  return peers;
}

type Slot = Extract<Expression, { readonly kind: 'slot' }>;

function inWindows(expression: Expression, slots: ReadonlyMap<string, Slot>): Expression {
  const slot = slots.get(JSON.stringify(expression));
  return slot ?? withParts(expression, (part) => inWindows(part, slots));
}
