/** Elements that the schema does not have at their place, and text where only elements may stand. */
import { didYouMean, nearest } from '../../schema/nearest.ts';
import { isComplex, type TypedElement } from '../../schema/typedTree.ts';
import { localName } from '../../xml/node.ts';
import type { Finding } from '../finding.ts';
import {
  deleteElement,
  isInObject,
  renameElement,
  type ElementCheck,
  type ElementCheckInput,
} from './check.ts';

/** What the service takes although no published schema has it, by type: seen in recorded calls. */
const beyondSchema: Readonly<Record<string, string>> = {
  AccountUser: 'BusinessUnitAssignmentConfiguration',
};

export const knownElements: ElementCheck = (input) => {
  const { element, children, catalogue } = input;
  const { type } = element;
  if (type === undefined || catalogue.complexType(type)?.open === true) return [];
  const unknown = children.filter(
    ({ node, declaration }) => declaration === undefined && beyondSchema[type] !== localName(node.name),
  );
  return [...unknown.map((child) => unknownElement(child, type, input)), ...strayText(type, input)];
};

function unknownElement({ node }: TypedElement, type: string, input: ElementCheckInput): Finding {
  const { catalogue, text } = input;
  const name = localName(node.name);
  const parent = localName(input.element.node.name);
  const names = catalogue.elementsOf(type).map((declaration) => declaration.name);
  const meant = nearest(name, names);
  const inObject = isInObject(type, catalogue);
  const where = isComplex(type, catalogue) ? ownerName(type, parent) : `<${parent}>, which is text`;
  const silence = inObject ? ' The service ignores it without a word.' : '';
  return {
    code: 'unknown-element',
    message: `There is no <${name}> in ${where}.${silence}${didYouMean(meant)}`,
    range: node.nameRange,
    severity: inObject ? 'warning' : 'error',
    fixes: () => [
      ...meant.map((to) => ({ title: `Change to <${to}>`, edits: renameElement(node, to) })),
      deleteElement(node, text),
    ],
  };
}

function* strayText(type: string, { element, catalogue }: ElementCheckInput): Generator<Finding> {
  if (!isComplex(type, catalogue)) return;
  for (const node of element.node.children) {
    if (node.kind !== 'text' || node.text.includes('{{{') || node.text.startsWith('<')) continue;
    const trimmed = node.text.trim();
    if (trimmed === '') continue;
    const start = node.range.start + node.text.indexOf(trimmed);
    yield {
      code: 'unexpected-text',
      message: `<${localName(element.node.name)}> holds elements, not text.`,
      range: { start, end: start + trimmed.length },
      severity: 'error',
    };
  }
}

/** An anonymous type is called by its element. */
function ownerName(type: string, element: string): string {
  return type.includes('/') || type === element ? `<${element}>` : `${type} <${element}>`;
}
