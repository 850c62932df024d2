/** The definition of a data extension as an object that creates one like it: for copies, and for other tools. */
import type { SoapClient, TypedObject } from '../../soap/index.ts';
import { valueAt, where, type SoapObject, type SoapValue } from '../../soap/pure.ts';
import { askedOf, type DataExtensionId } from '../trees/dataExtensions/dataExtension.ts';

/** Properties that a new data extension takes, in the order of the schema. */
const properties = [
  'CustomerKey',
  'Name',
  'Description',
  'IsSendable',
  'IsTestable',
  'SendableDataExtensionField.Name',
  'SendableSubscriberField.Name',
  'CategoryID',
  'DataRetentionPeriodLength',
  'DataRetentionPeriodUnitOfMeasure',
  'RowBasedRetention',
  'ResetRetentionPeriodOnImport',
  'DeleteAtEndOfRetentionPeriod',
] as const;

const fieldProperties = [
  'Name',
  'FieldType',
  'MaxLength',
  'Scale',
  'IsPrimaryKey',
  'IsRequired',
  'DefaultValue',
  'Ordinal',
] as const;

/** Undefined when there is none with this key. @throws MarketingCloudError */
export async function readDefinition(
  client: SoapClient,
  { key, owner }: DataExtensionId,
): Promise<TypedObject | undefined> {
  const place = askedOf({ owner });
  const [object] = await client.retrieveAll({
    ...place,
    objectType: 'DataExtension',
    properties,
    filter: where('CustomerKey', 'equals', key),
  });
  if (object === undefined) return undefined;
  const fields = await client.retrieveAll({
    ...place,
    objectType: 'DataExtensionField',
    properties: fieldProperties,
    filter: where('DataExtension.CustomerKey', 'equals', key),
  });
  const sorted = fields.sort((a, b) => Number(a['Ordinal']) - Number(b['Ordinal']));
  return {
    $type: 'DataExtension',
    ...picked(object, properties),
    Fields: { Field: sorted.map((field) => picked(field, fieldProperties.slice(0, -1))) },
  };
}

/**
 * The copy of a definition under another name; the service makes the key.
 * @param isShared a copy in a business unit cannot be in the folder of the enterprise
 */
export function renamed(definition: TypedObject, name: string, isShared = false): TypedObject {
  const { CustomerKey: _key, ...rest } = definition;
  const { CategoryID: _folder, ...withoutFolder } = rest;
  return { ...(isShared ? withoutFolder : rest), $type: 'DataExtension', Name: name };
}

/** What has a value; where rows are kept for ever, nothing of how long. */
function picked(object: SoapObject, paths: readonly string[]): SoapObject {
  const result: Record<string, SoapValue> = {};
  for (const path of paths) {
    const value = valueAt(object, path);
    if (value === undefined || value === null || value === '' || isNoRetention(path, value)) continue;
    const [head = '', tail] = path.split('.');
    // The service answers with `_SubscriberKey` where it takes "Subscriber Key".
    if (tail === undefined) result[head] = value;
    else result[head] = { [tail]: readable(path, value) };
  }
  return result;
}

function isNoRetention(path: string, value: SoapValue): boolean {
  return path.startsWith('DataRetentionPeriod') && value === 0;
}

function readable(path: string, value: SoapValue): SoapValue {
  if (path !== 'SendableSubscriberField.Name' || typeof value !== 'string') return value;
  return value.replace(/^_/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
}

/** The definition as JSON. */
export function definitionJson({ $type: _type, ...definition }: TypedObject): string {
  return JSON.stringify(definition, undefined, 2);
}

/** The definition as the object of a create, ready to be pasted into a request. */
export function definitionXml({ $type, ...definition }: TypedObject): string {
  return elementXml('Objects', definition, { attribute: ` xsi:type="${$type}"`, indent: '' }).join('\n');
}

interface Place {
  readonly attribute?: string;
  readonly indent: string;
}

function elementXml(name: string, value: SoapValue | undefined, { attribute = '', indent }: Place): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return (value as readonly SoapValue[]).flatMap((item) => elementXml(name, item, { indent }));
  }
  if (typeof value !== 'object') return [`${indent}<${name}>${escapeXml(String(value))}</${name}>`];
  const inner = Object.entries(value as SoapObject).flatMap(([child, content]) =>
    elementXml(child, content, { indent: `${indent}  ` }),
  );
  return [`${indent}<${name}${attribute}>`, ...inner, `${indent}</${name}>`];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
