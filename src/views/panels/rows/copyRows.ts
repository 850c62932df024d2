/** Rows as text for the clipboard: for a spreadsheet, as JSON, or as objects of the API. */
import { MarketingCloudError } from '../../../soap/pure.ts';
import type { RowsSession } from './session.ts';

type CopyFormat = 'tsv' | 'json' | 'soap';

/** Rows and columns are those that a person selected. */
export function copiedRows(
  session: RowsSession,
  format: CopyFormat,
  places: readonly number[],
  columns: readonly string[],
): string {
  const rows = places.map((place) => session.rows(place, place + 1)[0]?.cells ?? []);
  const indexes = columns.map((column) => session.fields.findIndex(({ name }) => name === column));
  const cells = rows.map((row) => indexes.map((index) => row[index] ?? ''));
  switch (format) {
    case 'tsv':
      return cells.map((row) => row.map(quoteForTsv).join('\t')).join('\n');
    case 'json':
      return JSON.stringify(
        cells.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
        undefined,
        2,
      );
    case 'soap':
      return cells.map((row) => soapObject(session.target.key, columns, row)).join('\n');
    default:
      throw new MarketingCloudError(
        'invalid-request',
        `Rows cannot be copied as ${String(format satisfies never)}.`,
      );
  }
}

function quoteForTsv(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function soapObject(key: string, columns: readonly string[], cells: readonly string[]): string {
  const properties = columns.map(
    (column, index) =>
      `    <Property>\n      <Name>${escapeXml(column)}</Name>\n      <Value>${escapeXml(cells[index] ?? '')}</Value>\n    </Property>`,
  );
  return [
    '<Objects xsi:type="DataExtensionObject">',
    `  <CustomerKey>${escapeXml(key)}</CustomerKey>`,
    '  <Properties>',
    ...properties,
    '  </Properties>',
    '</Objects>',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}
