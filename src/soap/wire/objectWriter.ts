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
  const writer = new ObjectWriter(catalogue);
  writer.add(object, name, schemaOf(catalogue, declaredType));
  return writer.text;
}

/** Collects pieces of text, which take less memory than the texts that adding them up one by one would make. */
class ObjectWriter {
  private readonly pieces: string[] = [];
  private readonly catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
  }

  get text(): string {
    return this.pieces.join('');
  }

  add(object: SoapObject, tag: string, schema: TypeSchema): void {
    const { $type } = object;
    const own = $type === undefined ? schema : schemaOf(this.catalogue, $type);
    this.pieces.push($type === undefined ? `<${tag}>` : `<${tag} xsi:type="${escapeAttribute($type)}">`);
    for (const place of own.inOrder(object)) {
      const value = object[place.name];
      if (value !== undefined) this.addProperty(value, place);
    }
    this.pieces.push(`</${tag}>`);
  }

  private addProperty(value: SoapValue, place: Place): void {
    if (value === null) this.pieces.push(`<${place.name} xsi:nil="true"/>`);
    else if (isSoapObject(value)) this.add(value, place.name, this.schemaAt(place));
    else if (typeof value === 'object') {
      for (const item of value) this.addProperty(item, place);
    } else {
      const text = typeof value === 'string' ? escapeText(value) : String(value);
      this.pieces.push(place.start, text, place.end);
    }
  }

  private schemaAt(place: Place): TypeSchema {
    place.schema ??= schemaOf(this.catalogue, place.type);
    return place.schema;
  }
}

/** Where an element stands in its type, and its tags, which are the same each time. */
interface Place {
  readonly name: string;
  readonly index: number;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  /** Of its type, once it is needed. */
  schema: TypeSchema | undefined;
}

function placeOf(name: string, index: number, type: string): Place {
  return { name, index, type, start: `<${name}>`, end: `</${name}>`, schema: undefined };
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
    const given = Object.keys(object);
    const { last } = this;
    const isAsLast = given.length === last.given.length && given.every((name, i) => name === last.given[i]);
    if (isAsLast) return last.ordered;
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
