/** Tables as a query sees them: columns, and rows of values in their order. */
import { SqlProblem } from './problem.ts';
import type { Query, Select } from './tree.ts';
import type { Value, ValueType } from './values.ts';

export type Row = readonly Value[];

export interface Column {
  /** The alias of the table that it is of. */
  readonly table: string;
  readonly name: string;
  readonly type: ValueType;
}

export interface Relation {
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row>;
}

/** Finds a table by its name; undefined when there is none such. */
export type Tables = (name: string) => Relation | undefined;

/** The places of rows by the keys of a value of theirs. */
export type RowIndex = ReadonlyMap<string, readonly number[]>;

/** The query around one that is inside an expression: its columns, and the row that is looked at. */
export interface Around {
  readonly columns: readonly Column[];
  row: Row;
  /** How many times something was found to refer to the row. */
  uses: number;
  /** What is around it in turn. */
  readonly outer: Around | undefined;
  /** What does not depend on the row is not found out for each anew: the tables of selects, and their rows by values. */
  readonly sources: Map<Select, { readonly columns: readonly Column[]; readonly rows: readonly Row[] }>;
  readonly indexes: Map<Select, RowIndex>;
}

/** What a query is run on. */
export interface Surroundings {
  /** Undefined for a query that stands by itself. */
  readonly around?: Around | undefined;
  readonly tables: Tables;
  readonly now: number;
  /** Makes up a GUID. */
  readonly newId: () => string;
  /** Counts a row that is gone through. @throws SqlProblem when there are too many. */
  readonly tick: () => void;
}

/** Where expressions are made functions. */
export interface Scope extends Surroundings {
  readonly columns: readonly Column[];
  /** Runs a query inside an expression, given what is around it. */
  readonly run: (query: Query, around: Around) => Relation;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/**
 * The place of a column; undefined when there is none such.
 * @throws SqlProblem, in SQL Server's words, when there is more than one.
 */
export function findPlace(
  columns: readonly Column[],
  table: string | undefined,
  name: string,
): number | undefined {
  let place: number | undefined;
  for (const [index, column] of columns.entries()) {
    if (!same(column.name, name) || (table !== undefined && !same(column.table, table))) continue;
    if (place !== undefined) throw new SqlProblem(`Ambiguous column name '${name}'.`);
    place = index;
  }
  return place;
}

/** The place of a column. @throws SqlProblem, in SQL Server's words, when there is none such or more than one. */
export function placeOf(columns: readonly Column[], table: string | undefined, name: string): number {
  const place = findPlace(columns, table, name);
  if (place === undefined) throw new UnknownColumn(table, name);
  return place;
}

/** A column that a query names and none of its tables has; a query around it may have it. */
export class UnknownColumn extends SqlProblem {
  constructor(table: string | undefined, name: string) {
    super(
      table === undefined
        ? `Invalid column name '${name}'.`
        : `The multi-part identifier "${table}.${name}" could not be bound.`,
    );
  }
}
