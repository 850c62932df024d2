/** Tables as a query sees them: columns, and rows of values in their order. */
import { SqlProblem } from './problem.ts';
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

/** What a query is run on. */
export interface Surroundings {
  readonly tables: Tables;
  readonly now: number;
  /** Counts a row that is gone through. @throws SqlProblem when there are too many. */
  readonly tick: () => void;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The place of a column. @throws SqlProblem, in SQL Server's words, when there is none such or more than one. */
export function placeOf(columns: readonly Column[], table: string | undefined, name: string): number {
  const places = columns.flatMap((column, index) =>
    same(column.name, name) && (table === undefined || same(column.table, table)) ? [index] : [],
  );
  const [place] = places;
  if (place !== undefined && places.length === 1) return place;
  if (place !== undefined) throw new SqlProblem(`Ambiguous column name '${name}'.`);
  throw new UnknownColumn(table, name);
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
