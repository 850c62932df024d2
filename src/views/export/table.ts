/** Rows on their way into a file, whatever the file's format. */

/** What a cell holds; null and undefined are both no value. */
export type ExportCell = string | number | boolean | null | undefined;

/** What a column holds, for formats that tell numbers from texts. */
export type ExportType = 'text' | 'number' | 'boolean';

export interface ExportColumn {
  readonly name: string;
  /** `text` when left out. */
  readonly type?: ExportType;
}

/** Rows come in batches, so that they can be written while the next ones are still under way. */
export interface ExportTable {
  /** What the rows are, e.g. the name of a data extension. */
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly batches: AsyncIterable<readonly (readonly ExportCell[])[]>;
}

/** Something that the format cannot hold: to be told, never to be left out in silence. */
export class ExportError extends Error {
  readonly code = 'not-exportable';
}

/** The cell as a text; no value is an empty one. */
export function cellText(cell: ExportCell): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/**
 * The cell by its column's type. A text that would not be the same again as a number or a boolean (leading zeros, more
 * digits than a double holds) stays a text.
 */
export function typedCell(
  cell: ExportCell,
  { type = 'text' }: ExportColumn,
): string | number | boolean | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell !== 'string' || type === 'text') return cell;
  if (cell === '') return null;
  if (type === 'number') return String(Number(cell)) === cell ? Number(cell) : cell;
  if (/^true$/i.test(cell)) return true;
  return /^false$/i.test(cell) ? false : cell;
}
