/** DataExtensionField: the columns of data extensions, which are written as part of those. */
import type { DataExtension } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';
import { visibleExtensions } from './shared.ts';

interface FieldRow {
  readonly extension: DataExtension;
  readonly field: Field;
}

export const dataExtensionField: ApiObject = {
  type: 'DataExtensionField',
  reachesShared: ['Retrieve'],
  retrieve: (scope) =>
    catalogueRows({
      type: 'DataExtensionField',
      scan: (from, visit) => scanInOrder(fieldRows(scope), from, visit),
      values,
    }),
};

function* fieldRows(scope: RetrieveScope): Iterable<FieldRow> {
  const keys = scope.only('DataExtension.CustomerKey');
  for (const extension of visibleExtensions(scope)) {
    if (keys !== undefined && !keys.includes(extension.key.toLowerCase())) continue;
    for (const field of extension.fields) yield { extension, field };
  }
}

const values: RowsDescription<FieldRow>['values'] = {
  ObjectID: ({ field }) => field.objectId,
  CustomerKey: ({ extension, field }) => `[${extension.key}].[${field.name}]`,
  Name: ({ field }) => field.name,
  DefaultValue: ({ field }) => field.defaultValue,
  MaxLength: ({ field }) => field.maxLength,
  IsRequired: ({ field }) => field.isRequired,
  Ordinal: ({ field }) => field.ordinal,
  IsPrimaryKey: ({ field }) => field.isPrimaryKey,
  FieldType: ({ field }) => field.type,
  CreatedDate: ({ field }) => new Date(field.createdAt),
  ModifiedDate: ({ field }) => new Date(field.modifiedAt),
  Scale: ({ field }) => field.scale,
  'Client.ID': ({ extension }) => extension.mid,
  'DataExtension.CustomerKey': ({ extension }) => extension.key,
  StorageType: ({ field }) => (field.type.startsWith('Base16') ? 'Encrypted' : 'Plain'),
};
