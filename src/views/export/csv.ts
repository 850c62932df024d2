/** Writes rows as CSV (RFC 4180): UTF-8, a header line, texts exactly as they are. */
import { stringify, type Options } from 'csv-stringify/sync';
import { cellText, type ExportTable } from './table.ts';

export async function* writeCsv({ columns, batches }: ExportTable): AsyncGenerator<string> {
  const options: Options = {
    record_delimiter: 'windows',
    // A line with nothing in it is no row to most readers.
    quoted_empty: columns.length === 1,
  };
  yield stringify([columns.map(({ name }) => name)], options);
  for await (const rows of batches)
    yield stringify(
      rows.map((row) => row.map(cellText)),
      options,
    );
}
