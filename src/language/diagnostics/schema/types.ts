/** What `xsi:type` says, and whether it may. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import { hasVariable } from '../../schema/textOf.ts';
import { derivedTypes, isComplex, needsXsiType } from '../../schema/typedTree.ts';
import { isNil, xsiTypeOf, type XsiType } from '../../schema/xsiType.ts';
import { localName, type TextRange, type XmlElementNode } from '../../xml/node.ts';
import type { Finding } from '../finding.ts';
import type { ElementCheck } from './check.ts';

export const types: ElementCheck = ({ element, catalogue }) => {
  const { node, declaration } = element;
  if (declaration === undefined || !isComplex(declaration.type, catalogue)) return [];
  const said = node.attributes.length === 0 ? undefined : xsiTypeOf(node);
  if (said === undefined) return missingType(node, declaration.type, catalogue);
  return hasVariable(said.attribute.value) ? [] : wrongType(said, declaration.type, catalogue);
};

function missingType(node: XmlElementNode, declared: string, catalogue: Catalogue): Finding[] {
  if (!needsXsiType(declared, catalogue) || isNil(node)) return [];
  const known = derivedTypes(declared, catalogue);
  const example = known.includes('SimpleFilterPart') ? 'SimpleFilterPart' : (known[0] ?? declared);
  const at = { start: node.nameRange.end, end: node.nameRange.end };
  return [
    {
      code: 'missing-xsi-type',
      message: `<${localName(node.name)}> must say what it is, e.g. xsi:type="${declared === 'APIObject' ? 'Subscriber' : example}".`,
      range: node.nameRange,
      severity: 'error',
      fixes: () =>
        known.length > 8
          ? []
          : known.map((type) => ({
              title: `Add xsi:type="${type}"`,
              edits: [{ range: at, newText: ` xsi:type="${type}"` }],
            })),
    },
  ];
}

function wrongType(said: XsiType, declared: string, catalogue: Catalogue): Finding[] {
  const { name, attribute } = said;
  const type = catalogue.complexType(name);
  const range = localRange(attribute.value, attribute.valueRange);
  if (type !== undefined && !type.abstract && catalogue.isA(name, declared)) return [];
  const meant = nearest(name, derivedTypes(declared, catalogue)).filter((candidate) => candidate !== name);
  const fixes = () => meant.map((to) => ({ title: `Change to ${to}`, edits: [{ range, newText: to }] }));
  if (type === undefined) {
    const message = `${name === '' ? 'The type is missing' : `The catalogue has no type ${name}`}.${didYouMean(meant)}`;
    return [{ code: 'unknown-xsi-type', message, range, severity: 'warning', fixes }];
  }
  const message = type.abstract
    ? `${name} is abstract: one of the types made from it must be named.${didYouMean(meant)}`
    : `${name} cannot stand here, only ${declared} and the types made from it.${didYouMean(meant)}`;
  return [{ code: 'wrong-xsi-type', message, range, severity: 'error', fixes }];
}

/** The value without its prefix. */
function localRange(value: string, { start, end }: TextRange): TextRange {
  return start === end ? { start: start - 1, end: end + 1 } : { start: start + value.indexOf(':') + 1, end };
}
