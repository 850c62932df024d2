/** Looks at what the server holds of the rows that are about to be written, and finds what others did meanwhile. */
import type { SoapClient } from '../../../soap/index.ts';
import type { DataExtensionId } from '../../trees/dataExtensions/dataExtension.ts';
import type { PendingRow, RowContent } from './rowChanges.ts';
import type { RowField } from './rowField.ts';
import { keyId } from './rowObjects.ts';
import { rowsByKeyFilter, rowsQuery } from './rowsQuery.ts';

/** `gone`: a row that was loaded is not there; `exists`: one to be added is; `changed`: cells differ. */
export type ConflictKind = 'gone' | 'exists' | 'changed';

export interface RowCheck {
  readonly row: PendingRow;
  /** What the server holds now; null when the row is not there. */
  readonly theirs: RowContent | null;
  readonly conflict?: ConflictKind;
}

/** Rows asked for in one retrieve: a filter grows with each of them. */
const rowsPerCheck = 50;

/** Without a primary key there is nothing to find a row by: added rows are then taken as they are. */
export async function checkRows(
  client: SoapClient,
  target: DataExtensionId,
  rows: readonly PendingRow[],
  fields: readonly RowField[],
): Promise<RowCheck[]> {
  const hasKey = fields.some(({ isPrimaryKey }) => isPrimaryKey);
  if (!hasKey) return rows.map((row) => ({ row, theirs: null }));
  const found = await currentRows(client, target, rows.map(contentOf), fields);
  return rows.map((row) => compare(row, found.get(idOf(row, fields)) ?? null));
}

function contentOf({ mark, base, values }: PendingRow): RowContent {
  return mark === 'added' ? values : base;
}

/** By its key as the service compares it: letter case does not matter. */
function idOf(row: PendingRow, fields: readonly RowField[]): string {
  return (keyId(contentOf(row), fields) ?? '').toLowerCase();
}

/** What the server holds of the rows with these keys, by their ids in lower case; rows that are not there are left out. */
export async function currentRows(
  client: SoapClient,
  target: DataExtensionId,
  rows: readonly RowContent[],
  fields: readonly RowField[],
): Promise<ReadonlyMap<string, RowContent>> {
  const found = new Map<string, RowContent>();
  for (let from = 0; from < rows.length; from += rowsPerCheck) {
    const query = rowsQuery(target, fields, rowsByKeyFilter(rows.slice(from, from + rowsPerCheck), fields));
    for await (const page of client.retrieveRows(query)) {
      for (let index = 0; index < page.rowCount; index += 1) {
        const cells = page.row(index);
        const content = Object.fromEntries(page.columns.map((name, column) => [name, cells[column] ?? '']));
        found.set((keyId(content, fields) ?? '').toLowerCase(), content);
      }
    }
  }
  return found;
}

function compare(row: PendingRow, theirs: RowContent | null): RowCheck {
  const conflict = conflictOf(row, theirs);
  return { row, theirs, ...(conflict === undefined ? {} : { conflict }) };
}

function conflictOf({ mark, base, values }: PendingRow, theirs: RowContent | null): ConflictKind | undefined {
  if (mark === 'added') return theirs === null ? undefined : 'exists';
  if (theirs === null) return mark === 'deleted' ? undefined : 'gone';
  // Cells that nobody here touched may have changed: only what would be overwritten or deleted counts.
  const columns = mark === 'deleted' ? Object.keys(base) : Object.keys(values);
  return columns.some((column) => (theirs[column] ?? '') !== (base[column] ?? '')) ? 'changed' : undefined;
}
