/** Two small tables, and queries of them as text. */
import { SqlProblem } from '../../../src/sandbox/sql/problem.ts';
import { readQuery } from '../../../src/sandbox/sql/readQuery.ts';
import type { Column, Relation, Row } from '../../../src/sandbox/sql/relation.ts';
import { runQuery } from '../../../src/sandbox/sql/run.ts';
import { formatUsText } from '../../../src/sandbox/serverTime.ts';
import type { ValueType } from '../../../src/sandbox/sql/values.ts';

/** Noon of 16 May 2030, a Thursday, in server time. */
const now = Date.UTC(2030, 4, 16, 18);

export function table(columns: Readonly<Record<string, ValueType>>, ...rows: readonly Row[]): Relation {
  return {
    columns: Object.entries(columns).map(([name, type]): Column => ({ table: '', name, type })),
    rows,
  };
}

const tables: Readonly<Record<string, Relation>> = {
  people: table(
    { Id: 'text', City: 'text', Age: 'integer', Joined: 'date' },
    ['a', 'Berlin', 30, new Date(Date.UTC(2030, 4, 15, 6))],
    ['b', 'Bern', 41, new Date(Date.UTC(2029, 0, 31, 20, 5, 9))],
    ['c', 'berlin', null, null],
    ['d', 'Rome', 30, new Date(Date.UTC(2028, 1, 29, 6))],
  ),
  orders: table(
    { No: 'integer', Person: 'text', Amount: 'decimal' },
    [1, 'a', 10],
    [2, 'A', 5],
    [3, 'b', 7],
    [4, 'x', 2.5],
  ),
};

let ticks = 0;

/** How many rows the last query has looked at. */
export const rowsLookedAt = (): number => ticks;

function relationOf(sql: string, more: Readonly<Record<string, Relation>> = {}): Relation {
  const all = { ...tables, ...more };
  ticks = 0;
  let made = 0;
  return runQuery(
    {
      now,
      tick: () => (ticks += 1),
      newId: () => `id${String((made += 1))}`,
      tables: (name) => all[name.toLowerCase()],
    },
    readQuery(sql),
  );
}

/** The rows of a query, values with commas between them. */
export function select(sql: string, more: Readonly<Record<string, Relation>> = {}): string {
  return [...relationOf(sql, more).rows]
    .map((row) =>
      row
        .map((value) => (value instanceof Date ? formatUsText(value.getTime()) : (value ?? 'NULL')))
        .join(','),
    )
    .join(' ');
}

/** The value of an expression. */
export const value = (expression: string): string => select(`SELECT ${expression}`);

export const refused = (sql: string): { message: string; isBeyond: boolean } => {
  try {
    select(sql);
  } catch (error) {
    if (error instanceof SqlProblem) return { message: error.message, isBeyond: error.isBeyond };
    throw error;
  }
  throw new Error(`${sql} was not refused.`);
};
