/** Rows of the objects whose properties the catalogue knows: all but the rows of data extensions. */
import { shippedCatalogue as catalogue } from '../../catalogue/index.ts';
import { encode } from '../message/encode.ts';
import { ApiStruct, type MemberInput } from '../message/value.ts';
import { formatDateTime, formatUsText } from '../serverTime.ts';
import { toOctets } from '../xml/octets.ts';
import type { RowProperty, Rows, RowWriter, Scalar, ValueKind } from './rows.ts';

/** What a property of a row can be: a simple value, or whole structures for the few that are retrieved whole. */
export type PropertyValue = Scalar | undefined | ApiStruct | readonly ApiStruct[];

export interface RowsDescription<Item> {
  readonly type: string;
  readonly scan: Rows<Item>['scan'];
  /** The values by property path. A property that the catalogue has and this has not is empty in every row. */
  readonly values: Readonly<Record<string, (item: Item) => PropertyValue>>;
  /** The values of properties that are not among these, where there are any. */
  readonly otherwise?: (path: string) => ((item: Item) => PropertyValue) | undefined;
  /** What can be retrieved of a type that Describe says nothing of. */
  readonly retrievable?: readonly string[];
  /** Names that can be filtered by though they cannot be retrieved; their values are text. */
  readonly filters?: Readonly<Record<string, (item: Item) => string | undefined>>;
  /** The members in the place of properties that have another name in the schema. */
  readonly members?: Readonly<Record<string, (item: Item) => Readonly<Record<string, MemberInput>>>>;
  /** Members that the service writes whether they were asked for or not; what was asked for goes before them. */
  readonly always?: (item: Item) => Readonly<Record<string, MemberInput>>;
}

/** Rows that are filtered and written by the catalogue's facts of the type's properties. */
export function catalogueRows<Item>(description: RowsDescription<Item>): Rows<Item> {
  return {
    scan: description.scan,
    property: (name) => propertyOf(description, name),
    writer: (properties) => writerOf(description, [...new Set(properties)]),
  };
}

function readerOf<Item>(
  { values, otherwise }: RowsDescription<Item>,
  path: string,
): ((item: Item) => PropertyValue) | undefined {
  return values[path] ?? otherwise?.(path);
}

function isRetrievable<Item>({ type, retrievable }: RowsDescription<Item>, path: string): boolean {
  return retrievable?.includes(path) ?? catalogue.property(type, path)?.retrievable === true;
}

function propertyOf<Item>(description: RowsDescription<Item>, path: string): RowProperty<Item> | undefined {
  const filter = description.filters?.[path];
  if (filter !== undefined) return { kind: 'text', value: (item) => filter(item) ?? null };
  if (!isRetrievable(description, path)) return undefined;
  const read = readerOf(description, path);
  return {
    kind: kindOf(description.type, path),
    value: (item) => {
      const value = read?.(item);
      return value === undefined || isStructured(value) ? null : value;
    },
  };
}

const kinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ...['xs:int', 'xs:long', 'xs:short', 'xs:double', 'xs:decimal', 'Int16', 'Int32', 'Int64'].map(
    (name) => [name, 'number'] as const,
  ),
  ['xs:boolean', 'boolean'],
  ['Boolean', 'boolean'],
  ['xs:dateTime', 'date'],
  ['DateTime', 'date'],
]);

/** By the schema; what Describe says counts only where the schema has no such element, for it errs on dotted paths. */
function kindOf(type: string, path: string): ValueKind {
  const name = catalogue.typeOfPath(type, path) ?? catalogue.property(type, path)?.dataType ?? '';
  return kinds.get(name) ?? 'text';
}

function writerOf<Item>(
  description: RowsDescription<Item>,
  paths: readonly string[],
): RowWriter<Item> | string {
  const { type, always, members } = description;
  const unknown = paths.filter((path) => !isRetrievable(description, path));
  if (unknown.length > 0) {
    return `The Request Property(s) ${unknown.join(', ')} do not match with the fields of ${type} retrieve`;
  }
  const setters = paths.map((path) => {
    const own = members?.[path];
    return own === undefined ? setterOf(type, path, readerOf(description, path)) : memberSetter(own);
  });
  return {
    write: (item) => {
      const struct = new ApiStruct(type, always?.(item));
      for (const set of setters) set(struct, item);
      return toOctets(encode('Results', struct, 'APIObject'));
    },
  };
}

function memberSetter<Item>(
  members: (item: Item) => Readonly<Record<string, MemberInput>>,
): (struct: ApiStruct, item: Item) => void {
  return (struct, item) => {
    for (const [name, value] of Object.entries(members(item))) struct.set(name, value);
  };
}

/** Puts the value of one path into a result. */
function setterOf<Item>(
  type: string,
  path: string,
  read: ((item: Item) => PropertyValue) | undefined,
): (struct: ApiStruct, item: Item) => void {
  const steps = path.split('.');
  const member = steps.pop() ?? path;
  const schemaType = catalogue.typeOfPath(type, path);
  if (schemaType === undefined && member !== 'IsPlatformObject') return partnerSetter(path, read);
  // Nothing of a top-level text is an empty element (recorded); nested and non-text members are left out.
  const empty =
    schemaType === 'xs:string' && steps.length === 0 && !['PartnerKey', 'ObjectID'].includes(member);
  return (struct, item) => {
    const value = read?.(item) ?? undefined;
    if (value === undefined && !empty) return;
    const owner = steps.reduce(nested, struct);
    owner.set(member, isStructured(value) ? value : (plain(value) ?? ''));
  };
}

/** Retrievable names that the schema has no element for come as name and value (recorded), in .NET's text form. */
function partnerSetter<Item>(
  path: string,
  read: ((item: Item) => PropertyValue) | undefined,
): (struct: ApiStruct, item: Item) => void {
  return (struct, item) => {
    const value = read?.(item);
    const text = isStructured(value) ? '' : netText(value ?? null);
    struct.add('PartnerProperties', new ApiStruct('APIProperty', { Name: path, Value: text }));
  };
}

/** The structure inside `struct` under this name, made if need be. */
function nested(struct: ApiStruct, name: string): ApiStruct {
  const known = struct.struct(name);
  if (known !== undefined) return known;
  const made = new ApiStruct(catalogue.elementOf(struct.type, name)?.type ?? name);
  struct.set(name, made);
  return made;
}

function isStructured(value: PropertyValue): value is ApiStruct | readonly ApiStruct[] {
  return value instanceof ApiStruct || Array.isArray(value);
}

function plain(value: Scalar | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return value instanceof Date ? formatDateTime(value.getTime()) : String(value);
}

function netText(value: Scalar): string {
  if (value instanceof Date) return formatUsText(value.getTime());
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return plain(value) ?? '';
}
