/** Writes rows as CSV (RFC 4180): UTF-8, a header line, texts exactly as they are. */
import { stringify, type Options } from 'csv-stringify/sync';
import { cellText, type ExportTable } from './table.ts';

/** Lines of CSV, ended by CRLF. By itself, the library quotes no other break of a line than the one that it writes. */
export function csvLines(rows: readonly (readonly string[])[], options: Options = {}): string {
  return stringify([...rows], { record_delimiter: 'windows', quoted_match: /[\r\n]/, ...options });
}

export async function* writeCsv({ columns, batches }: ExportTable): AsyncGenerator<string> {
  // A line with nothing in it is no row to most readers.
  const options: Options = { quoted_empty: columns.length === 1 };
  yield csvLines([columns.map(({ name }) => name)], options);
  for await (const rows of batches)
    yield csvLines(
      rows.map((row) => row.map(cellText)),
      options,
    );
}
