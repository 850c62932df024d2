/** Makes data extensions, and the folders they lie in, from their seeds. */
import type { Account } from '../org/account.ts';
import { keepForever, type DataExtension, type Retention } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';
import type { Org } from '../org/org.ts';
import { RowTable } from '../org/rowTable.ts';
import { guidOf, hashText, mix } from '../random.ts';
import type { ColumnSeed } from './columns.ts';
import type { FolderTree } from './folders.ts';
import type { TableSeed } from './tables/tableSeed.ts';

const day = 86_400_000;
const fewestRows = 20;
const mostRows = 5000;

/** Adds data extensions to an account. `now` is when the org begins: all of them are older. */
export function addExtensions(
  org: Org,
  account: Account,
  folders: FolderTree,
  { tables, now }: { readonly tables: readonly TableSeed[]; readonly now: number },
): void {
  for (const table of tables) {
    const shared = table.folder.startsWith('shared:');
    const path = table.folder.replace('shared:', '').split('/');
    const folderId = folders.at(shared ? 'shared_dataextension' : 'dataextension', path);
    org.dataExtensions.add(extensionOf(org, account, { table, folderId, now }));
  }
}

function extensionOf(
  org: Org,
  account: Account,
  { table, folderId, now }: { table: TableSeed; folderId: number; now: number },
): DataExtension {
  const seed = hashText(org.randomSeed + account.mid, table.name);
  const createdAt = now - (10 + (seed % 900)) * day;
  const columns = table.columns.map((column, ordinal) => ({
    column,
    field: fieldOf(column, ordinal, { seed, createdAt }),
  }));
  const generated = new Map(
    columns.map(({ column, field }, ordinal) => [field, column.source(mix(seed, ordinal))]),
  );
  const objectId = guidOf(seed, 1);
  return {
    mid: account.mid,
    objectId,
    key: table.readableKey === true ? table.name : guidOf(seed, 2).toUpperCase(),
    name: table.name,
    description: table.description,
    folderId,
    isSendable: table.sendableBy !== undefined,
    isTestable: false,
    sendableField: table.sendableBy,
    sendableSubscriberField: table.sendableBy === undefined ? undefined : '_SubscriberKey',
    templateKey: undefined,
    retention: retentionOf(table.keepDays),
    fields: columns.map(({ field }) => field),
    rows: new RowTable({ count: rowsOf(table, seed), columns: generated }),
    createdAt,
    modifiedAt: createdAt + (seed % 9) * day,
  };
}

function rowsOf(table: TableSeed, seed: number): number {
  return table.rows ?? fewestRows + (mix(seed, 3) % (mostRows - fewestRows));
}

function retentionOf(days: number | undefined): Retention {
  if (days === undefined) return keepForever;
  return { ...keepForever, length: days, unit: 'Days', rowBased: true };
}

function fieldOf(
  column: ColumnSeed,
  ordinal: number,
  { seed, createdAt }: { seed: number; createdAt: number },
): Field {
  return {
    objectId: guidOf(seed + 17, ordinal),
    name: column.name,
    type: column.type,
    maxLength: column.maxLength,
    scale: column.scale,
    isRequired: column.isRequired ?? false,
    isPrimaryKey: column.isPrimaryKey ?? false,
    ordinal,
    defaultValue: column.defaultValue ?? '',
    older: null,
    createdAt,
    modifiedAt: createdAt,
  };
}
