/** Data extensions and their fields as views know them, and the retrieves that bring them. */
import * as l10n from '@vscode/l10n';
import type { RetrieveQuery } from '../../../soap/index.ts';
import {
  booleanAt,
  numberAt,
  serverTime,
  textAt,
  where,
  type Filter,
  type SoapObject,
} from '../../../soap/pure.ts';

/** Which data extension is meant. */
export interface DataExtensionId {
  readonly key: string;
  /** MID of the account that it lives in, where that is not the one that asks: one that the enterprise shares. */
  readonly owner?: number | undefined;
}

/** Of a retrieve: asks where the data extension lives. */
export function askedOf({ owner }: Pick<DataExtensionId, 'owner'>): Pick<RetrieveQuery, 'clientIds'> {
  return owner === undefined ? {} : { clientIds: [owner] };
}

/** Of an object that is written: says where the data extension lives. */
export function writtenTo({ owner }: Pick<DataExtensionId, 'owner'>): SoapObject {
  return owner === undefined ? {} : { Client: { ID: owner } };
}

export interface DataExtension {
  readonly key: string;
  /** MID of the account that it lives in, where it was asked for. */
  readonly owner?: number;
  readonly name: string;
  readonly description: string;
  readonly isSendable: boolean;
  /** "EmailAddress → Subscriber Key", for a sendable one. */
  readonly sendRelation?: string;
  /** In words, e.g. "30 Days, rows"; absent when rows are kept for ever. */
  readonly retention?: string;
  readonly created?: Date;
  readonly modified?: Date;
}

export interface DataExtensionField {
  readonly name: string;
  /** Type as the service names it, e.g. `EmailAddress`. */
  readonly type: string;
  readonly length?: number;
  readonly scale?: number;
  readonly isPrimaryKey: boolean;
  readonly isRequired: boolean;
  readonly defaultValue?: string;
  readonly ordinal: number;
}

/** The data extensions that a filter asks for. @param everywhere those of the enterprise too, which a business unit has to ask for */
export function dataExtensionsQuery(filter: Filter, everywhere = false): RetrieveQuery {
  return {
    ...(everywhere ? { queryAllAccounts: true } : {}),
    objectType: 'DataExtension',
    properties: [
      'CustomerKey',
      'Name',
      'Description',
      'IsSendable',
      'SendableDataExtensionField.Name',
      'SendableSubscriberField.Name',
      'DataRetentionPeriodLength',
      'DataRetentionPeriodUnitOfMeasure',
      'RowBasedRetention',
      'CategoryID',
      'CreatedDate',
      'ModifiedDate',
      ...(everywhere ? ['Client.ID'] : []),
    ],
    filter,
  };
}

/** The fields of one data extension. */
export function fieldsQuery({ key, owner }: DataExtensionId): RetrieveQuery {
  return {
    ...askedOf({ owner }),
    objectType: 'DataExtensionField',
    properties: [
      'Name',
      'FieldType',
      'MaxLength',
      'Scale',
      'IsPrimaryKey',
      'IsRequired',
      'DefaultValue',
      'Ordinal',
    ],
    filter: where('DataExtension.CustomerKey', 'equals', key),
  };
}

/** Units of a retention period by their number (seen in recorded answers). */
const retentionPeriods: ReadonlyMap<number, (length: number) => string> = new Map([
  [3, (length) => (length === 1 ? l10n.t('1 day') : l10n.t('{0} days', length))],
  [4, (length) => (length === 1 ? l10n.t('1 week') : l10n.t('{0} weeks', length))],
  [5, (length) => (length === 1 ? l10n.t('1 month') : l10n.t('{0} months', length))],
  [6, (length) => (length === 1 ? l10n.t('1 year') : l10n.t('{0} years', length))],
]);

export function readDataExtension(object: SoapObject): DataExtension {
  const created = serverTime(textAt(object, 'CreatedDate') ?? '');
  const modified = serverTime(textAt(object, 'ModifiedDate') ?? '');
  const sendRelation = sendRelationOf(object);
  const retention = retentionOf(object);
  const owner = numberAt(object, 'Client.ID');
  return {
    key: textAt(object, 'CustomerKey') ?? '',
    ...(owner === undefined ? {} : { owner }),
    name: textAt(object, 'Name') ?? '',
    description: textAt(object, 'Description') ?? '',
    isSendable: booleanAt(object, 'IsSendable') ?? false,
    ...(sendRelation === undefined ? {} : { sendRelation }),
    ...(retention === undefined ? {} : { retention }),
    ...(created === undefined ? {} : { created }),
    ...(modified === undefined ? {} : { modified }),
  };
}

function sendRelationOf(object: SoapObject): string | undefined {
  const field = textAt(object, 'SendableDataExtensionField.Name');
  const subscriber = textAt(object, 'SendableSubscriberField.Name');
  // The service answers with `_SubscriberKey` where people write "Subscriber Key".
  const readable = subscriber?.replace(/^_/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return field === undefined || readable === undefined ? undefined : `${field} → ${readable}`;
}

function retentionOf(object: SoapObject): string | undefined {
  const length = numberAt(object, 'DataRetentionPeriodLength');
  const period = retentionPeriods.get(numberAt(object, 'DataRetentionPeriodUnitOfMeasure') ?? 0);
  if (length === undefined || length === 0 || period === undefined) return undefined;
  return booleanAt(object, 'RowBasedRetention') === true
    ? l10n.t('{0}, each row', period(length))
    : l10n.t('{0}, all rows', period(length));
}

export function readField(object: SoapObject): DataExtensionField {
  const length = numberAt(object, 'MaxLength');
  const scale = numberAt(object, 'Scale');
  const defaultValue = textAt(object, 'DefaultValue');
  return {
    name: textAt(object, 'Name') ?? '',
    type: textAt(object, 'FieldType') ?? '',
    ...(length === undefined || length === 0 ? {} : { length }),
    ...(scale === undefined || scale === 0 ? {} : { scale }),
    isPrimaryKey: booleanAt(object, 'IsPrimaryKey') ?? false,
    isRequired: booleanAt(object, 'IsRequired') ?? false,
    ...(defaultValue === undefined || defaultValue === '' ? {} : { defaultValue }),
    ordinal: numberAt(object, 'Ordinal') ?? 0,
  };
}
