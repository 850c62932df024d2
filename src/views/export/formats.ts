/** The formats that rows can be exported in: one row of the table each. */
import * as l10n from '@vscode/l10n';
import type { ExportTable } from './table.ts';

export interface ExportFormat {
  readonly id: 'csv' | 'json' | 'xlsx';
  readonly label: string;
  readonly write: (table: ExportTable) => AsyncIterable<string | Uint8Array>;
}

/** The writer is loaded when the first bytes are wanted. */
async function* late(
  load: () => Promise<ExportFormat['write']>,
  table: ExportTable,
): AsyncGenerator<string | Uint8Array> {
  yield* (await load())(table);
}

export const exportFormats: readonly ExportFormat[] = [
  { id: 'csv', label: 'CSV', write: (table) => late(async () => (await import('./csv.ts')).writeCsv, table) },
  {
    id: 'json',
    label: 'JSON',
    write: (table) => late(async () => (await import('./json.ts')).writeJson, table),
  },
  {
    id: 'xlsx',
    label: l10n.t('Excel workbook'),
    write: (table) => late(async () => (await import('./xlsx.ts')).writeXlsx, table),
  },
];
