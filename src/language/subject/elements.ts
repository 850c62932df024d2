/** Finds elements by their local names, and what is written in them. */
import { childElements, localName, type TextRange, type XmlElementNode } from '../xml/node.ts';

/** What stands in an element that holds text. */
export interface Value {
  readonly element: XmlElementNode;
  /** References resolved, blanks at both ends cut off. */
  readonly text: string;
  /** Of the text without those blanks; of the element's content when there is none. */
  readonly range: TextRange;
  /** True when a `{{variable}}` takes part: what will stand here is not known. */
  readonly isDynamic: boolean;
}

/** The first child with this local name. */
export function child(element: XmlElementNode, name: string): XmlElementNode | undefined {
  return element.children.find(
    (node): node is XmlElementNode => node.kind === 'element' && localName(node.name) === name,
  );
}

/** All elements at a dotted path below an element, e.g. `Attributes` or `Fields.Field`. */
export function all(element: XmlElementNode, path: string): readonly XmlElementNode[] {
  return path
    .split('.')
    .reduce<readonly XmlElementNode[]>(
      (found, name) =>
        found.flatMap((parent) => childElements(parent).filter((inner) => localName(inner.name) === name)),
      [element],
    );
}

/** The first value at a dotted path; undefined when there is no such element. */
export function valueAt(element: XmlElementNode, path: string): Value | undefined {
  const found = path.includes('.') ? all(element, path)[0] : child(element, path);
  return found === undefined ? undefined : valueOf(found);
}

/** The text at a dotted path; undefined when it is not there or not known before the request is sent. */
export function textAt(element: XmlElementNode, path: string): string | undefined {
  const value = valueAt(element, path);
  return value === undefined || value.isDynamic ? undefined : value.text;
}

export function valueOf(element: XmlElementNode): Value {
  const [only] = element.children;
  return element.children.length === 1 && only?.kind === 'text'
    ? plainValue(element, only.text)
    : mixedValue(element);
}

/** Of an element that holds nothing but text, as nearly all do. */
function plainValue(element: XmlElementNode, raw: string): Value {
  const { start, end } = element.contentRange;
  const text = unescapeXml(raw).trim();
  const lead = raw.length - raw.trimStart().length;
  const trail = raw.length - raw.trimEnd().length;
  const range = text === '' ? { start, end } : { start: start + lead, end: end - trail };
  return { element, text, range, isDynamic: raw.includes('{{') };
}

/** Of an element with CDATA sections, comments, or nothing in it. */
function mixedValue(element: XmlElementNode): Value {
  let text = '';
  for (const node of element.children) {
    if (node.kind === 'text') text += unescapeXml(node.text);
    else if (node.kind === 'cdata') text += node.text.replace(/^<!\[CDATA\[|\]\]>$/g, '');
  }
  const isDynamic = element.children.some((node) => node.kind === 'text' && node.text.includes('{{'));
  return { element, text: text.trim(), range: element.contentRange, isDynamic };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves references; one that is not known stays as it is written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** For the content of an element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
