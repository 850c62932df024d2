/** What the schema and the catalogue of objects say of a message. */
import type { Catalogue } from '../../catalogue/index.ts';
import { scopeAround, scopeWithin } from '../schema/namespaces.ts';
import { isComplex, typedChildren, typedMessage, type TypedElement } from '../schema/typedTree.ts';
import type { Finding } from './finding.ts';
import { cardinality } from './schema/cardinality.ts';
import type { ElementCheck } from './schema/check.ts';
import { knownElements } from './schema/knownElements.ts';
import { checkNames } from './schema/namespaces.ts';
import { objectProblems } from './schema/objects.ts';
import { order } from './schema/order.ts';
import { propertyProblems } from './schema/properties.ts';
import { simpleValues } from './schema/simpleValues.ts';
import { types } from './schema/types.ts';
import type { DiagnosticsSource } from './source.ts';

/** One row each: what is looked at in every element. */
const checks: readonly ElementCheck[] = [knownElements, types, cardinality, order, simpleValues];
/** Of an element that is text and holds text, which most are, there is nothing else to look at. */
const leafChecks: readonly ElementCheck[] = [simpleValues];

/** What is no use to hear while the tags are being written: the element may be there, and not closed yet. */
const ofWholeXml: ReadonlySet<string> = new Set(['missing-element', 'unexpected-text', 'element-order']);

export const schemaProblems: DiagnosticsSource = ({ file, catalogue }) =>
  file.requests.flatMap((request) => {
    const message = typedMessage(request, catalogue);
    if (message === undefined) return [];
    const findings = [
      ...elementProblems(message, file.text, catalogue),
      ...objectProblems(message, catalogue),
      ...propertyProblems(message, catalogue),
    ];
    return request.wellFormed ? findings : findings.filter(({ code }) => !ofWholeXml.has(code));
  });

/** True for an element that is declared to be text. */
function isSimple({ declaration }: TypedElement, catalogue: Catalogue): boolean {
  return declaration !== undefined && !isComplex(declaration.type, catalogue);
}

/** Where the type is not known, nothing inside can be said to be wrong. */
function elementProblems(message: TypedElement, text: string, catalogue: Catalogue): Finding[] {
  const { targetNamespace } = catalogue;
  const findings: Finding[] = [];
  const waiting = [{ element: message, outside: scopeAround(message.node, targetNamespace) }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element, outside } = next;
    const scope = scopeWithin(element.node, outside);
    const names = checkNames(element.node, scope, targetNamespace);
    findings.push(...names.findings);
    if (!names.isOurs) continue;
    const children = element.type === undefined ? [] : typedChildren(element, catalogue);
    const isLeaf = children.length === 0 && isSimple(element, catalogue);
    const input = { element, children, catalogue, text };
    for (const check of isLeaf ? leafChecks : checks) findings.push(...check(input));
    for (const child of children) waiting.push({ element: child, outside: scope });
  }
  return findings;
}
