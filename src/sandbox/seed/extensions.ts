/** Makes data extensions, and the folders they lie in, from their seeds. */
import type { Account } from '../org/account.ts';
import { keepForever, type DataExtension, type Retention } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';
import type { Org } from '../org/org.ts';
import { keepRetention } from '../org/retention.ts';
import { RowTable } from '../org/rowTable.ts';
import { guidOf, hashText, mix } from '../random.ts';
import type { ColumnSeed } from './columns.ts';
import type { ContentType, FolderTree } from './folders.ts';
import type { TableSeed } from './tables/tableSeed.ts';

const day = 86_400_000;
const fewestRows = 20;
const mostRows = 5000;

/** The kinds of folder by the prefixes of paths. */
const contentTypes: Readonly<Record<string, ContentType>> = {
  'shared:': 'shared_dataextension',
  'synchronized:': 'synchronizeddataextension',
};

/** Adds data extensions to an account. `now` is when the org begins: all of them are older. */
export function addExtensions(
  org: Org,
  account: Account,
  folders: FolderTree,
  { tables, now }: { readonly tables: Iterable<TableSeed>; readonly now: number },
): void {
  for (const table of tables) {
    const [, prefix = '', place = ''] = /^(\w+:)?(.*)$/s.exec(table.folder) ?? [];
    const path = place === '' ? [] : place.split('/');
    const folderId = folders.at(contentTypes[prefix] ?? 'dataextension', path);
    const extension = extensionOf(org, account, { table, folderId, now });
    org.dataExtensions.add(extension);
    if (table.keepDays !== undefined) keepRetention(org, extension, now);
  }
}

function extensionOf(
  org: Org,
  account: Account,
  { table, folderId, now }: { table: TableSeed; folderId: number; now: number },
): DataExtension {
  const seed = hashText(org.randomSeed + account.mid, table.name);
  const createdAt = now - (10 + (seed % 900)) * day;
  return new SeededExtension(table, { mid: account.mid, seed, folderId, createdAt });
}

/** A data extension whose columns and rows are made when they are first looked at: few of a large org ever are. */
class SeededExtension implements DataExtension {
  readonly mid: number;
  readonly objectId: string;
  key: string;
  name: string;
  description: string;
  folderId: number;
  isSendable: boolean;
  isTestable = false;
  sendableField: string | undefined;
  sendableSubscriberField: string | undefined;
  templateKey: string | undefined;
  retention: Retention;
  retainedFrom: number | undefined;
  readonly createdAt: number;
  modifiedAt: number;
  private readonly table: TableSeed;
  private readonly seed: number;
  private parts: { fields: Field[]; readonly rows: RowTable } | undefined;

  constructor(
    table: TableSeed,
    place: {
      readonly mid: number;
      readonly seed: number;
      readonly folderId: number;
      readonly createdAt: number;
    },
  ) {
    const { mid, seed, folderId, createdAt } = place;
    this.table = table;
    this.seed = seed;
    this.mid = mid;
    this.objectId = guidOf(seed, 1);
    this.key = table.readableKey === true ? table.name : guidOf(seed, 2).toUpperCase();
    this.name = table.name;
    this.description = table.description;
    this.folderId = folderId;
    this.isSendable = table.sendableBy !== undefined;
    this.sendableField = table.sendableBy;
    this.sendableSubscriberField = table.sendableBy === undefined ? undefined : '_SubscriberKey';
    this.retention = retentionOf(table.keepDays);
    this.createdAt = createdAt;
    this.modifiedAt = createdAt + (seed % 9) * day;
  }

  get fields(): Field[] {
    return this.made.fields;
  }

  set fields(fields: Field[]) {
    this.made.fields = fields;
  }

  get rows(): RowTable {
    return this.made.rows;
  }

  private get made(): { fields: Field[]; readonly rows: RowTable } {
    return (this.parts ??= partsOf(this.table, this.seed, this.createdAt));
  }
}

function partsOf(
  table: TableSeed,
  seed: number,
  createdAt: number,
): { fields: Field[]; readonly rows: RowTable } {
  const columns = table.columns.map((column, ordinal) => ({
    column,
    field: fieldOf(column, ordinal, { seed, createdAt }),
  }));
  const generated = new Map(
    columns.map(({ column, field }, ordinal) => [field, column.source(mix(seed, ordinal))]),
  );
  const fields = columns.map(({ field }) => field);
  return { fields, rows: new RowTable({ count: rowsOf(table, seed), columns: generated }) };
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
