/** Data extensions and their fields as views know them, and the retrieves that bring them. */
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
const retentionUnits: ReadonlyMap<number, string> = new Map([
  [3, 'days'],
  [4, 'weeks'],
  [5, 'months'],
  [6, 'years'],
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
  const unit = retentionUnits.get(numberAt(object, 'DataRetentionPeriodUnitOfMeasure') ?? 0);
  if (length === undefined || length === 0 || unit === undefined) return undefined;
  const what = booleanAt(object, 'RowBasedRetention') === true ? 'each row' : 'all rows';
  return `${String(length)} ${unit}, ${what}`;
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
