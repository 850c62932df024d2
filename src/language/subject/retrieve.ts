/** What a retrieve asks for. */
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import { child, valueOf, type Value } from './elements.ts';

/** A retrieve's parts that rules look at. */
export interface RetrieveParts {
  readonly element: XmlElementNode;
  /** `Send`, `DataExtensionObject[KEY]` … */
  readonly objectType: Value;
  readonly properties: readonly Value[];
  readonly filter: XmlElementNode | undefined;
}

/** Undefined for a message that is no retrieve, or names no object. */
export function readRetrieve(message: XmlElementNode): RetrieveParts | undefined {
  const element = child(message, 'RetrieveRequest');
  const objectType = element === undefined ? undefined : child(element, 'ObjectType');
  if (element === undefined || objectType === undefined) return undefined;
  const properties = childElements(element).filter(({ name }) => localName(name) === 'Properties');
  return {
    element,
    objectType: valueOf(objectType),
    properties: properties.map((property) => valueOf(property)),
    filter: child(element, 'Filter'),
  };
}
