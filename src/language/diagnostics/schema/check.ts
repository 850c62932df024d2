/** What every check of the schema has in common. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { lineStart } from '../../lines.ts';
import type { TypedElement } from '../../schema/typedTree.ts';
import type { XmlElementNode } from '../../xml/node.ts';
import type { Edit, Finding, Fix } from '../finding.ts';

export interface ElementCheckInput {
  readonly element: TypedElement;
  /** Its child elements. */
  readonly children: readonly TypedElement[];
  readonly catalogue: Catalogue;
  readonly text: string;
}

/** Looks at one element and its children. */
export type ElementCheck = (input: ElementCheckInput) => Iterable<Finding>;

/** True for what stands in an API object: there the service is newer, and looser, than any published schema. */
export function isInObject(type: string | undefined, catalogue: Catalogue): boolean {
  return type !== undefined && catalogue.isApiObject(type);
}

/** Gives an element another name, in both tags; its prefix stays. */
export function renameElement(element: XmlElementNode, to: string): Edit[] {
  return nameEdits(element, element.name.slice(0, element.name.indexOf(':') + 1) + to);
}

/** Gives an element another name, prefix and all. */
export function nameEdits({ nameRange, closeNameRange }: XmlElementNode, newText: string): Edit[] {
  return [nameRange, closeNameRange].flatMap((range) => (range === undefined ? [] : [{ range, newText }]));
}

/** Takes an element out, with the line that it leaves empty. */
export function deleteElement({ range }: XmlElementNode, text: string): Fix {
  const start = lineStart(text, range.start);
  const lineEnd = text.indexOf('\n', range.end);
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  const isAlone = (text.slice(start, range.start) + text.slice(range.end, end)).trim() === '';
  const whole = isAlone ? { start, end } : range;
  return { title: 'Delete the element', edits: [{ range: whole, newText: '' }] };
}
