/** In which order the grid shows columns, and how many of them stay in sight while the others are scrolled. */
import type { RowsColumn } from '../../../../shared/rowsMessages.ts';

/** At most this part of the grid stays. */
const mostFrozen = 0.6;

/** Indexes of the columns: the primary key first, the others as the data extension has them. */
export function shownOrder(columns: readonly RowsColumn[]): readonly number[] {
  const indexes = columns.map((_column, index) => index);
  const isKey = (index: number): boolean => columns[index]?.isPrimaryKey === true;
  return [...indexes.filter(isKey), ...indexes.filter((index) => !isKey(index))];
}

/**
 * The last column that stays: that of the marks, or of the primary key as far as there is room for the others.
 * @param widths of the columns as they are shown, that of the marks first, in pixels
 * @param keys how many columns the primary key has
 * @returns -1 when all of them scroll
 */
export function lastFrozen(widths: readonly number[], keys: number, room: number): number {
  let taken = 0;
  let last = -1;
  for (let column = 0; column <= keys && column < widths.length - 1; column += 1) {
    taken += widths[column] ?? 0;
    if (taken > room * mostFrozen) break;
    last = column;
  }
  return last;
}
