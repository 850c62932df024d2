/** Which rows and columns are chosen in the grid. */
import type { RowsColumn } from '../../../../shared/rowsMessages.ts';

/** A range of the library: cells from and to, both included; cell 0 is that of the marks. */
interface CellRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromCell: number;
  readonly toCell: number;
}

export interface Selection {
  readonly rows: number[];
  /** Names, in the order in which they are shown. */
  readonly columns: string[];
}

/** @param shown columns in the order in which they are shown @param length how many rows there are */
export function selectionOf(
  range: CellRange | undefined,
  shown: readonly RowsColumn[],
  length: number,
): Selection {
  if (range === undefined) return { rows: [], columns: [] };
  const count = Math.min(range.toRow, length - 1) - range.fromRow + 1;
  const rows = Array.from({ length: Math.max(0, count) }, (_row, index) => range.fromRow + index);
  const chosen = shown.slice(Math.max(0, range.fromCell - 1), range.toCell);
  // The column of marks stands for the whole row.
  const columns = range.toCell === 0 || chosen.length === 0 ? shown : chosen;
  return { rows, columns: columns.map(({ name }) => name) };
}
