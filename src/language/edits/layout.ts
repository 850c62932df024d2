/** Edits that keep a text laid out as it is: whole lines go, and what comes is indented like its neighbours. */
import type { Edit } from '../diagnostics/finding.ts';
import { escapeXml } from '../subject/elements.ts';
import { childElements, localName, type TextRange, type XmlElementNode } from '../xml/node.ts';

/** An element to be written. */
export interface NewElement {
  readonly name: string;
  readonly text: string;
}

const step = '  ';

/** Takes an element away, with its line when nothing else is on it. */
export function removal(text: string, { start, end }: TextRange): Edit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const isAlone =
    lineEnd !== -1 && text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  return { range: isAlone ? { start: lineStart, end: lineEnd + 1 } : { start, end }, newText: '' };
}

/** Blanks at the beginning of the line on which an offset stands. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** The line break that the text uses. */
export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Puts elements into another one, each behind the last of those that `order` has before it. */
export function insertInOrder(
  text: string,
  parent: XmlElementNode,
  order: readonly string[],
  added: readonly NewElement[],
): Edit[] {
  const children = childElements(parent);
  if (children.length === 0) return [fill(text, parent, added)];
  const byAnchor = new Map<number, NewElement[]>();
  for (const element of added) {
    const place = order.indexOf(element.name);
    const before = children.findLastIndex(({ name }) => order.indexOf(localName(name)) < place);
    byAnchor.set(before, [...(byAnchor.get(before) ?? []), element]);
  }
  return [...byAnchor].map(([before, elements]) => {
    const sibling = children[Math.max(before, 0)] ?? parent;
    const isOnOwnLine = /\n[ \t]*$/.test(text.slice(0, sibling.range.start));
    const gap = isOnOwnLine ? lineBreak(text) + indentAt(text, sibling.range.start) : '';
    const written = elements.map((element) => write(element, parent));
    const at = before === -1 ? sibling.range.start : sibling.range.end;
    const inserted = written.map((xml) => (before === -1 ? xml + gap : gap + xml)).join('');
    return { range: { start: at, end: at }, newText: inserted };
  });
}

/** Writes an element with the prefix of the element that it goes into. */
export function write({ name, text }: NewElement, parent: XmlElementNode): string {
  const qualified = prefixOf(parent) + name;
  return `<${qualified}>${escapeXml(text)}</${qualified}>`;
}

/** `p:` of `<p:Objects>`; empty without one. */
export function prefixOf(element: XmlElementNode): string {
  return element.name.slice(0, element.name.length - localName(element.name).length);
}

/** Gives an element without children its first ones. */
function fill(text: string, parent: XmlElementNode, added: readonly NewElement[]): Edit {
  const indent = indentAt(text, parent.range.start);
  const end = lineBreak(text);
  const lines = added.map((element) => `${indent}${step}${write(element, parent)}`);
  const inner = `${end}${lines.join(end)}${end}${indent}`;
  const { start } = parent.range;
  const isClosedAtOnce = text.slice(parent.range.start, parent.range.end).endsWith('/>');
  if (!isClosedAtOnce) return { range: parent.contentRange, newText: inner };
  const startTag = text.slice(start, parent.range.end - 2).trimEnd();
  return { range: parent.range, newText: `${startTag}>${inner}</${parent.name}>` };
}
