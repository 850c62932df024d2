/** DataExtension: tables with columns of the org's own. */
import type { DataExtension } from '../org/dataExtension.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import { numberOfUnit } from './dataExtensionSettings.ts';
import {
  clearData,
  createDataExtension,
  deleteDataExtension,
  updateDataExtension,
} from './dataExtensionWrites.ts';
import { visibleExtensions } from './shared.ts';

export const dataExtension: ApiObject = {
  type: 'DataExtension',
  reachesShared: ['Retrieve'],
  retrieve: (scope) =>
    catalogueRows({
      type: 'DataExtension',
      scan: (from, visit) => scanInOrder(visibleExtensions(scope), from, visit),
      values,
    }),
  create: createDataExtension,
  update: updateDataExtension,
  delete: deleteDataExtension,
  actions: { cleardata: clearData },
};

const values: RowsDescription<DataExtension>['values'] = {
  ObjectID: (extension) => extension.objectId,
  CustomerKey: (extension) => extension.key,
  Name: (extension) => extension.name,
  Description: (extension) => extension.description,
  CreatedDate: (extension) => new Date(extension.createdAt),
  ModifiedDate: (extension) => new Date(extension.modifiedAt),
  'Client.ID': (extension) => extension.mid,
  IsSendable: (extension) => extension.isSendable,
  IsTestable: (extension) => extension.isTestable,
  'SendableDataExtensionField.Name': (extension) => extension.sendableField,
  'SendableSubscriberField.Name': (extension) => extension.sendableSubscriberField,
  'Template.CustomerKey': (extension) => extension.templateKey,
  CategoryID: (extension) => extension.folderId,
  // Nobody has written down what it holds; a data extension that is there is taken to be active.
  Status: () => 'Active',
  IsPlatformObject: () => false,
  DataRetentionPeriodLength: (extension) => extension.retention.length,
  DataRetentionPeriodUnitOfMeasure: (extension) => numberOfUnit(extension.retention.unit),
  DataRetentionPeriod: (extension) => extension.retention.unit,
  RowBasedRetention: (extension) => extension.retention.rowBased,
  ResetRetentionPeriodOnImport: (extension) => extension.retention.resetOnImport,
  DeleteAtEndOfRetentionPeriod: (extension) => extension.retention.deleteAtEnd,
  RetainUntil: (extension) => extension.retention.until,
};
