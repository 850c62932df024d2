/** Looks at every element of a message with every check; what has not changed is not looked at again. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { ElementMemory } from '../../schema/elementMemory.ts';
import { scopeAround, scopeWithin, type Scope } from '../../schema/namespaces.ts';
import { isComplex, typedChildren, type TypedElement } from '../../schema/typedTree.ts';
import type { Finding } from '../finding.ts';
import { bringBack, keep, type KeptFindings } from '../keptFindings.ts';
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

/** Looks at one element, so that its message is looked at sooner. */
export function prepareElement(element: TypedElement, text: string, catalogue: Catalogue): void {
  const scope = scopeAround(element.node, catalogue.targetNamespace);
  if (keptOf(element, scope, catalogue) !== undefined) return;
  new ElementInspection(text, catalogue).inspect(element, scope);
}

interface Kept {
  /** What the element was declared as, and what prefixes meant around it. */
  readonly declaration: TypedElement['declaration'];
  readonly outside: Scope;
  readonly findings: KeptFindings;
}

const elementsLookedAt = new ElementMemory<Kept>();

/** What was found in an element, when that still holds. */
function keptOf(
  { node, declaration }: TypedElement,
  outside: Scope,
  catalogue: Catalogue,
): KeptFindings | undefined {
  const kept = elementsLookedAt.get(node, catalogue);
  const holds = declaration !== undefined && kept?.declaration === declaration && kept.outside === outside;
  return holds ? kept.findings : undefined;
}

class ElementInspection {
  readonly findings: Finding[] = [];
  private readonly text: string;
  private readonly catalogue: Catalogue;

  constructor(text: string, catalogue: Catalogue) {
    this.text = text;
    this.catalogue = catalogue;
  }

  /** @param outside what prefixes mean around the element. */
  inspect(element: TypedElement, outside: Scope): void {
    const { node, declaration } = element;
    const { catalogue } = this;
    const kept = keptOf(element, outside, catalogue);
    if (kept !== undefined) {
      if (kept.length > 0) this.add(this.again(kept, element, outside));
      return;
    }
    const before = this.findings.length;
    const children = this.look(element, outside);
    if (declaration === undefined || children === 0) return;
    const findings = keep(this.findings.slice(before), node.range);
    elementsLookedAt.set(node, catalogue, { declaration, outside, findings });
  }

  private again(kept: KeptFindings, element: TypedElement, outside: Scope): Finding[] {
    return bringBack(kept, element.node.range, () => {
      const inspection = new ElementInspection(this.text, this.catalogue);
      inspection.look(element, outside);
      return inspection.findings;
    });
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
