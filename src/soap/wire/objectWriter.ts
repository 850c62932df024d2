/** Writes API objects in the order of the schema, which strict receivers insist on. */
import type { Catalogue } from '../../catalogue/index.ts';
import { MarketingCloudError } from '../errors.ts';
import { isSoapObject, type SoapObject, type SoapValue } from './soapObject.ts';
import { escapeAttribute } from './text.ts';
import { XmlBytes } from './xmlBytes.ts';

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
  const writer = new ObjectWriter(catalogue, name, declaredType);
  writer.write(object);
  return writer.bytes.toString();
}

/** Writes one object after the other, each as the same element; see `writeObject`. */
export class ObjectWriter {
  readonly bytes = new XmlBytes();
  private readonly catalogue: Catalogue;
  private readonly tags: Tags;
  private readonly schema: TypeSchema;

  constructor(catalogue: Catalogue, name: string, declaredType = '') {
    this.catalogue = catalogue;
    this.tags = tagsOf(name);
    this.schema = schemaOf(catalogue, declaredType);
  }

  /**
   * Adds an object to the bytes.
   * @throws MarketingCloudError `invalid-request` when a property name or a value cannot be written.
   */
  write(object: SoapObject): void {
    this.add(object, this.tags, this.schema);
  }

  private add(object: SoapObject, tags: Tags, schema: TypeSchema): void {
    const { $type } = object;
    const own = $type === undefined ? schema : schemaOf(this.catalogue, $type);
    if ($type === undefined) this.bytes.addTags(tags.start);
    else this.bytes.addText(`<${tags.name} xsi:type="${escapeAttribute($type)}">`);
    for (const place of own.inOrder(object)) {
      const value = object[place.name];
      if (value !== undefined) this.addProperty(value, place);
    }
    this.bytes.addTags(tags.end);
  }

  private addProperty(value: SoapValue, place: Place): void {
    if (value === null) this.bytes.addText(`<${place.name} xsi:nil="true"/>`);
    else if (isSoapObject(value)) this.add(value, place, this.schemaAt(place));
    else if (typeof value === 'object') {
      for (const item of value) this.addProperty(item, place);
    } else {
      this.bytes.addTags(place.start);
      this.bytes.addValue(typeof value === 'string' ? value : String(value));
      this.bytes.addTags(place.end);
    }
  }

  private schemaAt(place: Place): TypeSchema {
    place.schema ??= schemaOf(this.catalogue, place.type);
    return place.schema;
  }
}

/** The tags of an element, which are the same each time. */
interface Tags {
  readonly name: string;
  readonly start: Uint8Array;
  readonly end: Uint8Array;
}

function tagsOf(name: string): Tags {
  return { name, start: Buffer.from(`<${name}>`), end: Buffer.from(`</${name}>`) };
}

/** Where an element stands in its type. */
interface Place extends Tags {
  readonly index: number;
  readonly type: string;
  /** Of its type, once it is needed. */
  schema: TypeSchema | undefined;
}

function placeOf(name: string, index: number, type: string): Place {
  return { ...tagsOf(name), index, type, schema: undefined };
}

/** The elements of a type, and the order that objects of it are written in. */
class TypeSchema {
  private readonly places: ReadonlyMap<string, Place>;
  /** Objects that are written after each other mostly have the same properties. */
  private last: { readonly given: readonly string[]; readonly ordered: readonly Place[] } = {
    given: [],
    ordered: [],
  };

  constructor(places: ReadonlyMap<string, Place>) {
    this.places = places;
  }

  /**
   * The places of the object's own properties.
   * @throws MarketingCloudError `invalid-request` for a name that no element can have.
   */
  inOrder(object: SoapObject): readonly Place[] {
    if (hasNames(object, this.last.given)) return this.last.ordered;
    const given = Object.keys(object);
    const ordered = given
      .filter((name) => name !== '$type')
      .map((name) => this.place(name))
      .sort((a, b) => a.index - b.index);
    this.last = { given, ordered };
    return ordered;
  }

  private place(name: string): Place {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    if (!elementName.test(name)) {
      throw new MarketingCloudError('invalid-request', `"${name}" cannot be the name of a property.`);
    }
    return placeOf(name, this.places.size, '');
  }
}

/** Whether these are the names of an object's properties, in this order; faster than asking for the names. */
function hasNames(object: SoapObject, names: readonly string[]): boolean {
  let count = 0;
  for (const name in object) if (name !== names[count++]) return false;
  return count === names.length;
}

/** Made once for each type of each catalogue. */
const cache = new WeakMap<Catalogue, Map<string, TypeSchema>>();

function schemaOf(catalogue: Catalogue, type: string): TypeSchema {
  const types = cache.get(catalogue) ?? new Map<string, TypeSchema>();
  cache.set(catalogue, types);
  let schema = types.get(type);
  if (schema === undefined) {
    const elements = catalogue.elementsOf(type);
    schema = new TypeSchema(
      new Map(elements.map(({ name, type: own }, index) => [name, placeOf(name, index, own)])),
    );
    types.set(type, schema);
  }
  return schema;
}
