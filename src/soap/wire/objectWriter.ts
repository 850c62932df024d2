/** Writes API objects in the order of the schema, which strict receivers insist on. */
import type { Catalogue } from '../../catalogue/index.ts';
import { MarketingCloudError } from '../errors.ts';
import { isSoapObject, type SoapObject, type SoapValue } from './soapObject.ts';
import { escapeAttribute, escapeText } from './text.ts';

const elementName = /^[A-Za-z_][\w.-]*$/;

/**
 * Writes `object` as the element `name`. Its `$type` becomes `xsi:type`, and decides the order of its properties;
 * properties that the catalogue does not know follow the known ones.
 * @throws MarketingCloudError `invalid-request` when a property name or a value cannot be written.
 */
export function writeObject(
  catalogue: Catalogue,
  object: SoapObject,
  name: string,
  declaredType = '',
): string {
  const { $type } = object;
  const places = placesOf(catalogue, $type ?? declaredType);
  let content = '';
  for (const property of inSchemaOrder(object, places)) {
    content += writeProperty(catalogue, object[property], property, places.get(property)?.type);
  }
  const xsiType = $type === undefined ? '' : ` xsi:type="${escapeAttribute($type)}"`;
  return `<${name}${xsiType}>${content}</${name}>`;
}

interface Place {
  readonly index: number;
  readonly type: string;
}

/** Places of elements by name, made once for each type of each catalogue. */
const cache = new WeakMap<Catalogue, Map<string, ReadonlyMap<string, Place>>>();

function placesOf(catalogue: Catalogue, type: string): ReadonlyMap<string, Place> {
  const types = cache.get(catalogue) ?? new Map<string, ReadonlyMap<string, Place>>();
  cache.set(catalogue, types);
  let places = types.get(type);
  if (places === undefined) {
    places = new Map(
      catalogue.elementsOf(type).map(({ name, type: own }, index) => [name, { index, type: own }]),
    );
    types.set(type, places);
  }
  return places;
}

/** The object's own properties; they are sorted only when they are not in order already. */
function inSchemaOrder(object: SoapObject, places: ReadonlyMap<string, Place>): string[] {
  const properties: string[] = [];
  const indexOf = (property: string): number => places.get(property)?.index ?? places.size;
  let last = -1;
  let isSorted = true;
  for (const property of Object.keys(object)) {
    if (property === '$type') continue;
    const index = indexOf(property);
    isSorted &&= index >= last;
    last = index;
    properties.push(property);
  }
  return isSorted ? properties : properties.sort((a, b) => indexOf(a) - indexOf(b));
}

function writeProperty(
  catalogue: Catalogue,
  value: SoapValue | undefined,
  name: string,
  declaredType: string | undefined,
): string {
  if (value === undefined) return '';
  if (declaredType === undefined && !elementName.test(name)) {
    throw new MarketingCloudError('invalid-request', `"${name}" cannot be the name of a property.`);
  }
  if (typeof value === 'string') return `<${name}>${escapeText(value)}</${name}>`;
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (isSoapObject(value)) return writeObject(catalogue, value, name, declaredType);
  if (typeof value === 'object') {
    return value.map((item) => writeProperty(catalogue, item, name, declaredType)).join('');
  }
  return `<${name}>${String(value)}</${name}>`;
}
