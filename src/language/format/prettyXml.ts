/** Lays XML out for reading. Text content stays byte for byte: blanks are added between elements alone. */
import type { XmlElementNode, XmlNode } from '../xml/node.ts';
import { parseXml } from '../xml/parse.ts';

const step = '  ';

/** The text laid out, one element a line. What is not well-formed is laid out as far as it can be understood. */
export function prettyXml(text: string): string {
  return parseXml(text)
    .nodes.filter((node) => !isBlank(node))
    .map((node) => print(text, node, ''))
    .join('\n');
}

function print(text: string, node: XmlNode, indent: string): string {
  const source = text.slice(node.range.start, node.range.end);
  if (node.kind !== 'element') return `${indent}${source.trim()}`;
  const children = node.children.filter((child) => !isBlank(child));
  const holdsText = children.some(({ kind }) => kind === 'text' || kind === 'cdata');
  if (holdsText || children.length === 0) return `${indent}${source}`;
  const inner = children.map((child) => print(text, child, indent + step));
  return [`${indent}${startTag(text, node)}`, ...inner, ...endTag(text, node, indent)].join('\n');
}

function startTag(text: string, element: XmlElementNode): string {
  return text.slice(element.range.start, element.contentRange.start);
}

function endTag(text: string, element: XmlElementNode, indent: string): string[] {
  const end = text.slice(element.contentRange.end, element.range.end);
  return end === '' ? [] : [`${indent}${end}`];
}

function isBlank(node: XmlNode): boolean {
  return node.kind === 'text' && node.text.trim() === '';
}
