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
  writer.add(object, name, declaredType);
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

  add(object: SoapObject, name: string, declaredType: string): void {
    const { $type } = object;
    const schema = schemaOf(this.catalogue, $type ?? declaredType);
    this.pieces.push($type === undefined ? `<${name}>` : `<${name} xsi:type="${escapeAttribute($type)}">`);
    for (const property of schema.inOrder(object)) {
      this.addProperty(object[property], property, schema.places.get(property)?.type);
    }
    this.pieces.push(`</${name}>`);
  }

  private addProperty(value: SoapValue | undefined, name: string, declaredType: string | undefined): void {
    if (value === undefined) return;
    if (declaredType === undefined && !elementName.test(name)) {
      throw new MarketingCloudError('invalid-request', `"${name}" cannot be the name of a property.`);
    }
    if (typeof value === 'string') this.pieces.push(`<${name}>`, escapeText(value), `</${name}>`);
    else if (value === null) this.pieces.push(`<${name} xsi:nil="true"/>`);
    else if (isSoapObject(value)) this.add(value, name, declaredType ?? '');
    else if (typeof value === 'object') {
      for (const item of value) this.addProperty(item, name, declaredType);
    } else this.pieces.push(`<${name}>${String(value)}</${name}>`);
  }
}

interface Place {
  readonly index: number;
  readonly type: string;
}

/** The elements of a type, and the order that objects of it are written in. */
class TypeSchema {
  readonly places: ReadonlyMap<string, Place>;
  /** Objects that are written after each other mostly have the same properties. */
  private last: { readonly given: readonly string[]; readonly ordered: readonly string[] } = {
    given: [],
    ordered: [],
  };

  constructor(places: ReadonlyMap<string, Place>) {
    this.places = places;
  }

  /** The names of the object's own properties. */
  inOrder(object: SoapObject): readonly string[] {
    const given = Object.keys(object);
    const { last } = this;
    const isAsLast = given.length === last.given.length && given.every((name, i) => name === last.given[i]);
    if (isAsLast) return last.ordered;
    const indexOf = (name: string): number => this.places.get(name)?.index ?? this.places.size;
    const ordered = given.filter((name) => name !== '$type').sort((a, b) => indexOf(a) - indexOf(b));
    this.last = { given, ordered };
    return ordered;
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
      new Map(elements.map(({ name, type: own }, index) => [name, { index, type: own }])),
    );
    types.set(type, schema);
  }
  return schema;
}
