/** The rows that the bench retrieves: any cell is known from its place, so that every client's result can be checked. */

/** Rows in a page, as the service gives them. */
export const pageSize = 2500;

/** How much is retrieved. */
export interface TableShape {
  readonly rowCount: number;
  readonly columns: readonly string[];
}

/** Both tables have as many cells. Peers that hold up everything do so for as long as a page is large. */
export const tables = {
  narrow: { rowCount: 100_000, columns: columnNames(10) },
  wide: { rowCount: 20_000, columns: columnNames(50) },
} as const satisfies Record<string, TableShape>;

function columnNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Column${String(index)}`);
}

/** Texts that parsers like to change: leading zeros, blanks, line ends, references, numbers that are none, nothing. */
const difficult = ['00000042', ' blank ', 'a\r\nb', 'x & <y>', '1.50', 'true', '', 'Ärger 😀', '1e5', '+1'];

/** The text of a cell; one in ten is a difficult one. */
export function cellText({ columns }: TableShape, row: number, column: number): string {
  const seed = row * columns.length + column;
  return seed % 10 === 3
    ? (difficult[Math.floor(seed / 10) % difficult.length] ?? '')
    : `value ${String(column)} of the row ${String(row)}`;
}
