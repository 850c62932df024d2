/** The rows that the bench retrieves: any cell is known from its place, so that every client's result can be checked. */

export const rowCount = 100_000;
export const pageSize = 2500;
export const columns = Array.from({ length: 10 }, (_, index) => `Column${String(index)}`);

/** Texts that parsers like to change: leading zeros, blanks, line ends, references, numbers that are none, nothing. */
const difficult = ['00000042', ' blank ', 'a\r\nb', 'x & <y>', '1.50', 'true', '', 'Ärger 😀', '1e5', '+1'];

/** The text of a cell; one in ten is a difficult one. */
export function cellText(row: number, column: number): string {
  const seed = row * columns.length + column;
  return seed % 10 === 3
    ? (difficult[Math.floor(seed / 10) % difficult.length] ?? '')
    : `value ${String(column)} of the row ${String(row)}`;
}
