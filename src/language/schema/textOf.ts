/** What stands in an element as text. */
import type { XmlElementNode } from '../xml/node.ts';

/** The text of an element as written, references not resolved; CDATA without its brackets. */
export function textOf(element: XmlElementNode): string {
  return element.children
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.kind === 'cdata' ? node.text.slice('<![CDATA['.length, -']]>'.length) : '';
    })
    .join('');
}

/** True when a variable stands in the text: what it will be is known only when the request runs. */
export function hasVariable(text: string): boolean {
  return text.includes('{{');
}

/** True when a variable that may bring elements of its own stands directly in the element. */
export function hasRawVariable(element: XmlElementNode): boolean {
  return element.children.some((node) => node.kind === 'text' && node.text.includes('{{{'));
}
