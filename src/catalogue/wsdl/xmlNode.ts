/** The small XML tree that a WSDL is read from, with names resolved to namespace and local name. */
import { XMLParser } from 'fast-xml-parser';

/** An element: its namespace, local name, attributes as written, child elements and prefixes in scope. */
export interface XmlNode {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly prefixes: ReadonlyMap<string, string>;
}

/** fast-xml-parser's ordered form: one key that names the element and, beside it, its attributes. */
type Ordered = Readonly<Record<string, unknown>>;

/**
 * Parses a document into its root element.
 * @throws Error when there is no whole element in the text, or it has a document type (none is needed, and it can
 * be an attack).
 */
export function parseXml(text: string): XmlNode {
  if (/<!DOCTYPE/i.test(text)) throw new Error('A document type declaration is not allowed in a WSDL.');
  const rootName = /<([\w.-]+:)?([\w.-]+)[\s>/]/.exec(text)?.[2];
  if (rootName === undefined) throw new Error('The document is not XML.');
  // The parser closes what is left open; a download that was cut off must not pass for a smaller schema.
  if (!new RegExp(`(</([\\w.-]+:)?${rootName}\\s*>|/>)(\\s|<!--.*?-->)*$`, 's').test(text)) {
    throw new Error(`The document ends before its root element "${rootName}" does: it was cut off.`);
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    parseTagValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  const [root] = elementsOf(parser.parse(text) as unknown, new Map());
  if (root === undefined) throw new Error('The document is not XML.');
  return root;
}

/** The children with this local name in this namespace. */
export function childrenNamed(node: XmlNode, namespace: string, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.namespace === namespace && child.name === name);
}

/** Splits a qualified name by the prefixes in scope at `node`. */
export function resolveName(node: XmlNode, qualified: string): { namespace: string; name: string } {
  const colon = qualified.indexOf(':');
  const prefix = colon === -1 ? '' : qualified.slice(0, colon);
  return { namespace: node.prefixes.get(prefix) ?? '', name: qualified.slice(colon + 1) };
}

function elementsOf(ordered: unknown, outer: ReadonlyMap<string, string>): XmlNode[] {
  if (!Array.isArray(ordered)) return [];
  return (ordered as readonly Ordered[]).flatMap((item) => {
    const qualified = Object.keys(item).find((key) => key !== ':@' && !key.startsWith('#'));
    return qualified === undefined ? [] : [toNode(qualified, item, outer)];
  });
}

function toNode(qualified: string, item: Ordered, outer: ReadonlyMap<string, string>): XmlNode {
  const attributes = new Map(
    Object.entries((item[':@'] ?? {}) as Readonly<Record<string, unknown>>).map(([name, value]) => [
      name,
      String(value),
    ]),
  );
  const prefixes = new Map(outer);
  for (const [name, value] of attributes) {
    if (name === 'xmlns') prefixes.set('', value);
    else if (name.startsWith('xmlns:')) prefixes.set(name.slice('xmlns:'.length), value);
  }
  const colon = qualified.indexOf(':');
  const prefix = colon === -1 ? '' : qualified.slice(0, colon);
  return {
    namespace: prefixes.get(prefix) ?? '',
    name: qualified.slice(colon + 1),
    attributes,
    children: elementsOf(item[qualified], prefixes),
    prefixes,
  };
}
