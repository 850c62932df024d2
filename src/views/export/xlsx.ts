/** Writes rows as an Excel workbook; past Excel's last row it goes on in another sheet. */
import * as l10n from '@vscode/l10n';
import { writeXlsxStream } from 'hucre/xlsx';
import { ExportError, typedCell, type ExportCell, type ExportTable } from './table.ts';

/** Longest text of a cell, by Excel's specification. */
const longestText = 32_767;

export async function* writeXlsx(table: ExportTable): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(rowsOf(table), {
    name: sheetName(table.name),
    columns: table.columns.map(({ name }) => ({ header: escapeText(name) })),
    freezePane: { rows: 1 },
  });
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}

async function* rowsOf({
  columns,
  batches,
}: ExportTable): AsyncGenerator<(string | number | boolean | null)[]> {
  let count = 0;
  for await (const rows of batches) {
    for (const row of rows) {
      count += 1;
      yield columns.map((column, index) => excelCell(typedCell(row[index], column), column.name, count));
    }
  }
}

function excelCell(
  cell: Exclude<ExportCell, undefined>,
  column: string,
  row: number,
): string | number | boolean | null {
  if (typeof cell !== 'string') return cell;
  if (cell.length <= longestText) return escapeText(cell);
  throw new ExportError(
    l10n.t(
      'Row {0} has {1} characters in {2}; a cell of Excel holds {3}. Export as CSV or JSON instead.',
      row,
      cell.length,
      column,
      longestText,
    ),
  );
}

/**
 * What Excel's format would read as something else: a carriage return, which XML takes for a line feed, and texts
 * that look like its own escapes. The writer escapes the other control characters.
 */
function escapeText(text: string): string {
  return text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_').replaceAll('\r', '_x000D_');
}

/** A name that Excel takes for a sheet. */
function sheetName(name: string): string {
  const allowed = name
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replaceAll(/^'+|'+$/g, '')
    .trim();
  // Half of a character outside the basic plane would be no character at all.
  return (
    allowed
      .slice(0, 31)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim() || 'Rows'
  );
}
