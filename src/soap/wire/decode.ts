/** Turns elements into plain values by the types of the catalogue, and by shape alone where it knows none. */
import type { Catalogue, ElementDeclaration } from '../../catalogue/index.ts';
import type { SoapObject, SoapValue } from './soapObject.ts';
import type { XmlElement } from './xmlTree.ts';

/**
 * Decodes an element that is declared with `declaredType`; its `xsi:type` goes first. Nothing here fails on a type
 * or element that the catalogue lacks: it is read by its shape, texts stay texts, what repeats becomes a list.
 */
export function decode(catalogue: Catalogue, element: XmlElement, declaredType: string): SoapValue {
  if (element.nil) return null;
  const type = element.type ?? declaredType;
  if (type.startsWith('xs:') || catalogue.enumeration(type) !== undefined) return scalar(element.text, type);
  const known = catalogue.complexType(type) !== undefined;
  if (!known && element.children.length === 0) return element.text;
  return decodeObject(catalogue, element, type);
}

/** Decodes an element as an object, whatever it holds. */
export function decodeObject(catalogue: Catalogue, element: XmlElement, type: string): SoapObject {
  const object: Record<string, SoapValue> = element.type === undefined ? {} : { $type: element.type };
  const declarations = declarationsOf(catalogue, type);
  for (const childElement of element.children) {
    const declaration = declarations.get(childElement.name);
    const value = decode(catalogue, childElement, declaration?.type ?? '');
    add(object, childElement.name, value, declaration?.max === Infinity);
  }
  return object;
}

/** Element declarations by name, made once for each type of each catalogue. */
const cache = new WeakMap<Catalogue, Map<string, ReadonlyMap<string, ElementDeclaration>>>();

function declarationsOf(catalogue: Catalogue, type: string): ReadonlyMap<string, ElementDeclaration> {
  const types = cache.get(catalogue) ?? new Map<string, ReadonlyMap<string, ElementDeclaration>>();
  cache.set(catalogue, types);
  let declarations = types.get(type);
  if (declarations === undefined) {
    declarations = new Map(catalogue.elementsOf(type).map((element) => [element.name, element]));
    types.set(type, declarations);
  }
  return declarations;
}

function add(object: Record<string, SoapValue>, name: string, value: SoapValue, many: boolean): void {
  const previous = object[name];
  if (previous === undefined) object[name] = many ? [value] : value;
  else if (Array.isArray(previous)) (previous as SoapValue[]).push(value);
  else object[name] = [previous, value];
}

const numeric = new Set([
  'xs:int',
  'xs:long',
  'xs:short',
  'xs:byte',
  'xs:integer',
  'xs:double',
  'xs:decimal',
]);

function scalar(text: string, type: string): SoapValue {
  if (type === 'xs:string') return text;
  // The service writes an unset date or number as an empty element.
  if (text === '') return type.startsWith('xs:') ? null : '';
  if (type === 'xs:boolean') return booleanOf(text);
  return numeric.has(type) ? numberOf(text) : text;
}

function booleanOf(text: string): SoapValue {
  const word = text.trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : text;
}

/** A number only when writing it gives the same text again. */
function numberOf(text: string): SoapValue {
  const number = Number(text);
  return String(number) === text ? number : text;
}
