/** Generated cells: what a column of a seeded data extension holds, as a function of the row's number. */

/** The cells of one generated column. `row` counts from 0. */
export interface CellSource {
  /** The text of a cell; null for an empty one. */
  cell(row: number): string | null;
  /** Where the cells come from few distinct texts: these, and which of them a row has. They are written once alone. */
  readonly pool?: { readonly texts: readonly (string | null)[]; pick(row: number): number };
  /** For the primary key: the row that has this text. */
  rowOf?(text: string): number | undefined;
}
