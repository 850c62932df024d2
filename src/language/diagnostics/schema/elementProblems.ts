/** Looks at every element of a message with every check; what was right before and has not changed is not looked at again. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { initialScope, scopeAround, scopeWithin, type Scope } from '../../schema/namespaces.ts';
import { isComplex, typedChildren, type TypedElement } from '../../schema/typedTree.ts';
import type { Finding } from '../finding.ts';
import { cardinality } from './cardinality.ts';
import type { ElementCheck } from './check.ts';
import { knownElements } from './knownElements.ts';
import { checkNames } from './namespaces.ts';
import { order } from './order.ts';
import { simpleValues } from './simpleValues.ts';
import { types } from './types.ts';

/** One row each: what is looked at in every element. */
const checks: readonly ElementCheck[] = [knownElements, types, cardinality, order, simpleValues];
/** Of an element that is text and holds text, which most are, there is nothing else to look at. */
const leafChecks: readonly ElementCheck[] = [simpleValues];

/** Everything that is wrong with the elements of a message. */
export function elementProblems(message: TypedElement, text: string, catalogue: Catalogue): Finding[] {
  const scope = scopeAround(message.node, catalogue.targetNamespace);
  const inspection = new ElementInspection(text, catalogue);
  inspection.inspect(message, scope);
  return inspection.findings;
}

/** What an element was declared as when nothing was wrong in it, by its identity. */
type Clean = WeakMap<object, TypedElement['declaration']>;

const cleanIn = new WeakMap<Catalogue, Clean>();

class ElementInspection {
  readonly findings: Finding[] = [];
  private readonly text: string;
  private readonly catalogue: Catalogue;
  private readonly clean: Clean;

  constructor(text: string, catalogue: Catalogue) {
    this.text = text;
    this.catalogue = catalogue;
    this.clean = cleanIn.get(catalogue) ?? new WeakMap<object, TypedElement['declaration']>();
    cleanIn.set(catalogue, this.clean);
  }

  /** @param outside what prefixes mean around the element. */
  inspect(element: TypedElement, outside: Scope): void {
    const { node, declaration } = element;
    // Where a prefix is declared around it, what it means may change while the element itself does not.
    const isUsual = declaration !== undefined && outside === initialScope(this.catalogue.targetNamespace);
    if (isUsual && this.clean.get(node.identity) === declaration) return;
    const before = this.findings.length;
    const children = this.look(element, outside);
    if (isUsual && children > 0 && this.findings.length === before)
      this.clean.set(node.identity, declaration);
  }

  /** @returns how many children it has */
  private look(element: TypedElement, outside: Scope): number {
    const { catalogue, text } = this;
    const scope = scopeWithin(element.node, outside);
    const names = checkNames(element.node, scope, catalogue.targetNamespace);
    this.add(names.findings);
    // What is in another namespace, or of no known type, cannot be said to be wrong.
    if (!names.isOurs) return 0;
    const children = element.type === undefined ? [] : typedChildren(element, catalogue);
    const input = { element, children, catalogue, text };
    const isLeaf = children.length === 0 && isSimple(element, catalogue);
    for (const check of isLeaf ? leafChecks : checks) this.add(check(input));
    for (const child of children) this.inspect(child, scope);
    return children.length;
  }

  private add(findings: Iterable<Finding>): void {
    for (const finding of findings) this.findings.push(finding);
  }
}

/** True for an element that is declared to be text. */
function isSimple({ declaration }: TypedElement, catalogue: Catalogue): boolean {
  return declaration !== undefined && !isComplex(declaration.type, catalogue);
}
