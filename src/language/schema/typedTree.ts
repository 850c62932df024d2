/** The elements of a message with the types that the schema gives them: by declaration, inheritance and `xsi:type`. */
import type { Catalogue, ElementDeclaration } from '../../catalogue/index.ts';
import { messageOf } from '../scratch/parse.ts';
import type { ScratchRequest } from '../scratch/model.ts';
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import { xsiTypeOf } from './xsiType.ts';

export interface TypedElement {
  readonly node: XmlElementNode;
  readonly parent?: TypedElement;
  /** What the parent's type says of it; absent for the message itself, and for what the parent does not have. */
  readonly declaration?: ElementDeclaration;
  /** What its content is: a complex type, an enumeration, `xs:…`; undefined when nobody can know. */
  readonly type: string | undefined;
}

/** The message of a request; undefined when it is none of the API. */
export function typedMessage(request: ScratchRequest, catalogue: Catalogue): TypedElement | undefined {
  const node = request.root === undefined ? undefined : messageOf(request.root);
  if (node === undefined) return undefined;
  const name = localName(node.name);
  if (catalogue.operationOfRequest(name) === undefined) return undefined;
  return { node, type: catalogue.typeOfElement(name) };
}

/** The child elements, in the order of the text. */
export function typedChildren(parent: TypedElement, catalogue: Catalogue): TypedElement[] {
  return childElements(parent.node).map((node) => typedChild(parent, node, catalogue));
}

/** One child element of an element. */
export function typedChild(parent: TypedElement, node: XmlElementNode, catalogue: Catalogue): TypedElement {
  const declaration =
    parent.type === undefined ? undefined : catalogue.elementOf(parent.type, localName(node.name));
  if (declaration === undefined) return { node, parent, type: undefined };
  return { node, parent, declaration, type: effectiveType(node, declaration.type, catalogue) };
}

/** Every element of the message, itself first, parents before children. */
export function* typedElements(message: TypedElement, catalogue: Catalogue): Generator<TypedElement> {
  const waiting = [message];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    // One by one: a call takes only so many arguments, and a request may have more objects.
    for (const child of typedChildren(element, catalogue).reverse()) waiting.push(child);
  }
}

/** True for a type that has elements, rather than text. */
export function isComplex(type: string | undefined, catalogue: Catalogue): boolean {
  return type !== undefined && catalogue.complexType(type) !== undefined;
}

/** True when a value of this type says nothing before `xsi:type` says what it is. */
export function needsXsiType(declared: string, catalogue: Catalogue): boolean {
  const type = catalogue.complexType(declared);
  return type !== undefined && (type.abstract || declared === 'APIObject' || declared === 'FilterPart');
}

/** The types that may stand where `base` is declared, itself included unless it is abstract; in alphabetical order. */
export function derivedTypes(base: string, catalogue: Catalogue): string[] {
  return catalogue.typeNames
    .filter((name) => catalogue.isA(name, base) && catalogue.complexType(name)?.abstract !== true)
    .filter((name) => name !== base || !needsXsiType(base, catalogue))
    .sort();
}

/** By `xsi:type` when that can be believed; else as declared. Undefined for a type that the catalogue does not have. */
function effectiveType(node: XmlElementNode, declared: string, catalogue: Catalogue): string | undefined {
  if (node.attributes.length === 0 || !isComplex(declared, catalogue)) return declared;
  const said = xsiTypeOf(node)?.name;
  if (said === undefined || said === '') return declared;
  return catalogue.complexType(said) === undefined ? undefined : said;
}
