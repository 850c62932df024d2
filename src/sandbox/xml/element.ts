/** The XML tree that the sandbox reads requests into, and the look-ups over it. */

/** An attribute with its name resolved; namespace declarations are not among an element's attributes. */
export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** An element with its name resolved. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The character data directly inside, all parts joined. */
  readonly text: string;
  /** Where the start tag begins, counted in UTF-16 units from the start of the document. */
  readonly at: number;
  /** The namespaces in scope by prefix; the default namespace has the prefix ''. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** The namespace of `xsi:type` and `xsi:nil`. */
export const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** The first child with this local name in one of these namespaces. */
export function childNamed(
  element: XmlElement,
  name: string,
  namespaces: readonly string[],
): XmlElement | undefined {
  return element.children.find((child) => child.name === name && namespaces.includes(child.namespace));
}

/** The value of an attribute. */
export function attributeOf(element: XmlElement, namespace: string, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name && attribute.namespace === namespace)
    ?.value;
}

/** Resolves a qualified name in content, such as the value of `xsi:type`; undefined when its prefix is not bound. */
export function resolveName(
  element: XmlElement,
  qualified: string,
): { namespace: string; name: string } | undefined {
  const colon = qualified.indexOf(':');
  const prefix = colon === -1 ? '' : qualified.slice(0, colon);
  const namespace = element.prefixes.get(prefix) ?? (prefix === '' ? '' : undefined);
  return namespace === undefined ? undefined : { namespace, name: qualified.slice(colon + 1) };
}
