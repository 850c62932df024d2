/** Writes rows as JSON: an array of objects, one a line; numbers and booleans where their columns say so. */
import { typedCell, type ExportTable } from './table.ts';

export async function* writeJson({ columns, batches }: ExportTable): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) {
      const entries = columns.map((column, index) => [column.name, typedCell(row[index], column)] as const);
      text += before + JSON.stringify(Object.fromEntries(entries));
      before = ',\n';
    }
    yield text;
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
