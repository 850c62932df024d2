/** What the grid of rows tells the page of. */
import type { EditedCell, RowsColumn } from '../../../../shared/rowsMessages.ts';
import type { ColumnWidths } from './keptView.ts';

export interface GridActions {
  readonly sort: (column: string, ascending: boolean) => void;
  readonly unsort: () => void;
  readonly edit: (cells: readonly EditedCell[]) => void;
  readonly copy: () => void;
  /** A row is to be added. */
  readonly add: () => void;
  /** The rows of the selection are to be deleted. */
  readonly remove: () => void;
  /** The active cell is another one, or holds something else; undefined without one. */
  readonly activeCell: (row: number, column: number | undefined) => void;
  /** Another row is the first in sight. */
  readonly scrolled: (top: number) => void;
  /** Columns were made wider or narrower. */
  readonly resized: (widths: ColumnWidths) => void;
  /** A cell that cannot be changed was to be. */
  readonly refused: (column: RowsColumn) => void;
  /** Rows moved before that which something was typed into had come. */
  readonly notPlaced: (row: number, value: string) => void;
}
