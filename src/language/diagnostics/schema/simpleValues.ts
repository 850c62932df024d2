/** Text that is no value of its element's type. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import { hasVariable, textOf } from '../../schema/textOf.ts';
import { isComplex, type TypedElement } from '../../schema/typedTree.ts';
import { expectedInstead } from '../../schema/values.ts';
import { isNil } from '../../schema/xsiType.ts';
import type { TextRange } from '../../xml/node.ts';
import type { Finding } from '../finding.ts';
import type { ElementCheck } from './check.ts';

export const simpleValues: ElementCheck = ({ element, children, catalogue }) => {
  const { node, type } = element;
  // Most elements are text, which may be anything.
  if (type === undefined || type === 'xs:string' || isComplex(type, catalogue)) return [];
  if (children.length > 0 || isNil(node)) return [];
  const text = textOf(node);
  if (hasVariable(text)) return [];
  const values = catalogue.enumeration(type);
  return values === undefined ? wrongType(element, text, catalogue) : wrongWord(element, text.trim(), values);
};

function wrongType(element: TypedElement, text: string, catalogue: Catalogue): Finding[] {
  const expected = expectedInstead(element.type ?? '', text, catalogue);
  if (expected === undefined) return [];
  const value = text.trim();
  const boolean = element.type === 'xs:boolean' ? value.toLowerCase() : '';
  const isMeant = boolean === 'true' || boolean === 'false';
  const range = valueRange(element);
  const name = element.declaration?.name ?? '';
  return [
    {
      code: 'wrong-type',
      message: `${value === '' ? `<${name}> is empty` : `“${shortened(value)}” is no value of <${name}>`}: it takes ${expected}.`,
      range,
      severity: 'error',
      fixes: () =>
        isMeant ? [{ title: `Change to ${boolean}`, edits: [{ range, newText: boolean }], safe: true }] : [],
    },
  ];
}

function wrongWord(element: TypedElement, value: string, values: readonly string[]): Finding[] {
  if (values.includes(value)) return [];
  const meant = nearest(value, values);
  const onlyCase = meant.find((word) => word.toLowerCase() === value.toLowerCase());
  const range = valueRange(element);
  const listed = values.length > 12 ? `one of ${String(values.length)} words` : values.join(', ');
  return [
    {
      code: 'wrong-enumeration',
      message: `“${shortened(value)}” is no ${element.type ?? ''}, which is ${listed}.${didYouMean(meant)}`,
      range,
      severity: 'error',
      fixes: () =>
        meant.map((word) => ({
          title: `Change to ${word}`,
          edits: [{ range, newText: word }],
          safe: word === onlyCase,
        })),
    },
  ];
}

/** The text without the blanks around it; the element's name when there is none. */
function valueRange({ node }: TypedElement): TextRange {
  const [first] = node.children;
  if (first?.kind !== 'text' || node.children.length > 1) {
    return node.contentRange.start === node.contentRange.end ? node.nameRange : node.contentRange;
  }
  const trimmed = first.text.trim();
  if (trimmed === '') return node.nameRange;
  const start = first.range.start + first.text.indexOf(trimmed);
  return { start, end: start + trimmed.length };
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
