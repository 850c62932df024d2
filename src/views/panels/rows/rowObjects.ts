/** Rows as objects of the API, for writing them and for scratch files. */
import type { RowCell } from '../../../shared/rowsMessages.ts';
import type { SoapObject, TypedObject } from '../../../soap/index.ts';
import { writtenTo, type DataExtensionId } from '../../trees/dataExtensions/dataExtension.ts';
import type { PendingRow, RowContent } from './rowChanges.ts';
import type { RowField } from './rowField.ts';

/** What a write does to rows, by the API's method. */
export type RowWriteMethod = 'create' | 'update' | 'delete';

export const methodOf: Readonly<Record<PendingRow['mark'], RowWriteMethod>> = {
  added: 'create',
  changed: 'update',
  deleted: 'delete',
};

/** The object that writes a row: keys by what the server holds, properties by what it is to hold. */
export function rowObject(
  { key, owner }: DataExtensionId,
  row: PendingRow,
  fields: readonly RowField[],
): TypedObject {
  const keys = fields
    .filter(({ isPrimaryKey }) => isPrimaryKey)
    .map(({ name }) => ({
      Name: name,
      Value: (row.mark === 'added' ? row.values[name] : row.base[name]) ?? '',
    }));
  const properties = Object.entries(row.values).map(([name, cell]) => property(name, cell));
  return {
    $type: 'DataExtensionObject',
    ...writtenTo({ owner }),
    CustomerKey: key,
    // A row that is added names its key among its properties.
    ...(keys.length === 0 || row.mark === 'added' ? {} : { Keys: { Key: keys } }),
    ...(properties.length === 0 ? {} : { Properties: { Property: properties } }),
  };
}

/** A property; no value is a type of its own, since an empty one is an empty text. The schema asks for the element all the same. */
function property(name: string, cell: RowCell): SoapObject {
  return cell === null ? { $type: 'NullAPIProperty', Name: name, Value: '' } : { Name: name, Value: cell };
}

/** The id of a row by its primary key; undefined when the data extension has none. */
export function keyId(content: RowContent, fields: readonly RowField[]): string | undefined {
  const names = fields.filter(({ isPrimaryKey }) => isPrimaryKey).map(({ name }) => name);
  return names.length === 0 ? undefined : `key:${JSON.stringify(names.map((name) => content[name] ?? ''))}`;
}

/** The primary key for a person: "42", or "42 · DE". */
export function keyText(content: RowContent, fields: readonly RowField[]): string {
  const cells = fields.filter(({ isPrimaryKey }) => isPrimaryKey).map(({ name }) => content[name] ?? '');
  return cells.join(' · ');
}
