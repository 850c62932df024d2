/** The retrieves of the rows editor. */
import type { RetrieveQuery } from '../../../soap/index.ts';
import { and, or, where, whereAnyOf, type Filter } from '../../../soap/pure.ts';
import type { RowContent } from './rowChanges.ts';
import { askedOf, type DataExtensionId } from '../../trees/dataExtensions/dataExtension.ts';
import type { RowField } from './rowField.ts';

/** All columns of the rows that a filter leaves. */
export function rowsQuery(
  { key, owner }: DataExtensionId,
  fields: readonly RowField[],
  filter?: Filter,
): RetrieveQuery {
  return {
    ...askedOf({ owner }),
    objectType: `DataExtensionObject[${key}]`,
    properties: fields.map(({ name }) => name),
    ...(filter === undefined ? {} : { filter }),
  };
}

/** The rows with these primary keys: a list of values for a key of one column, else a condition for each row. */
export function rowsByKeyFilter(rows: readonly RowContent[], fields: readonly RowField[]): Filter {
  const keys = fields.filter(({ isPrimaryKey }) => isPrimaryKey);
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) {
    return whereAnyOf(only.name, [...new Set(rows.map((row) => row[only.name] ?? ''))]);
  }
  return or(...rows.map((row) => and(...keys.map(({ name }) => where(name, 'equals', row[name] ?? '')))));
}
