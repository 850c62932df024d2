/** What a data extension of the demo is made from. */
import { oneOf } from '../cells.ts';
import type { ColumnSeed } from '../columns.ts';

export interface TableSeed {
  /** The path below the root of data extensions, or `shared:` or `synchronized:` and the path below those. */
  readonly folder: string;
  readonly name: string;
  readonly description: string;
  readonly columns: readonly ColumnSeed[];
  /** How many rows; undefined for a number between 20 and 5,000 that follows from the name. */
  readonly rows?: number;
  /** The column that holds the subscriber key of whom it can be sent to. */
  readonly sendableBy?: string;
  /** Days after which rows are deleted. */
  readonly keepDays?: number;
  /** True for a key that can be read; the others have a GUID, as when somebody makes a table without giving a key. */
  readonly readableKey?: boolean;
}

/** What differs between the parts of the organisation. */
export interface Market {
  readonly firstPerson: number;
  readonly people: number;
  readonly currency: string;
}

export const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
export const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];
export const years = [2023, 2024, 2025];
export const yesNo = oneOf('True', 'False');

/** The last day of a month, as a moment: day 0 of the month after it. */
export function endOf(year: number, month: string): number {
  return Date.UTC(year, Number(month), 0, 18);
}
