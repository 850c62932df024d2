/** The attributes of XML Schema's instance namespace, as people write them: `xsi:type`, another prefix, or none. */
import { localName, type XmlAttribute, type XmlElementNode } from '../xml/node.ts';

export interface XsiType {
  readonly attribute: XmlAttribute;
  /** The type, without its prefix. */
  readonly name: string;
}

/** What an element says of its type; undefined when it says nothing. */
export function xsiTypeOf(element: XmlElementNode): XsiType | undefined {
  const attribute = element.attributes.find(({ name }) => localName(name) === 'type');
  return attribute === undefined ? undefined : { attribute, name: localName(attribute.value.trim()) };
}

/** True for `xsi:nil="true"`: the element is there to say that it has no value. */
export function isNil(element: XmlElementNode): boolean {
  return element.attributes.some(({ name, value }) => localName(name) === 'nil' && /^(true|1)$/.test(value));
}
