/** Elements that are missing, there too often, or exclude each other. */
import type { ElementDeclaration } from '../../../catalogue/index.ts';
import { lineStart } from '../../lines.ts';
import { hasRawVariable } from '../../schema/textOf.ts';
import { isNil } from '../../schema/xsiType.ts';
import { requiredIn, skeleton } from '../../schema/skeleton.ts';
import { typedChild, type TypedElement } from '../../schema/typedTree.ts';
import { localName, type XmlElementNode } from '../../xml/node.ts';
import type { Edit, Finding, Severity } from '../finding.ts';
import { deleteElement, isInObject, type ElementCheck, type ElementCheckInput } from './check.ts';

export const cardinality: ElementCheck = (input) => {
  const { type } = input.element;
  const complex = type === undefined ? undefined : input.catalogue.complexType(type);
  if (type === undefined || complex === undefined) return [];
  return [...tooMany(input), ...exclusive(input), ...missing(input, type)];
};

function* tooMany({ element, children, text }: ElementCheckInput): Generator<Finding> {
  const seen = new Map<ElementDeclaration, number>();
  for (const { node, declaration } of children) {
    if (declaration === undefined) continue;
    const count = (seen.get(declaration) ?? 0) + 1;
    seen.set(declaration, count);
    if (count <= declaration.max) continue;
    yield {
      code: 'duplicate-element',
      message: `<${declaration.name}> may stand only once in <${localName(element.node.name)}>.`,
      range: node.nameRange,
      severity: 'error',
      fixes: () => [deleteElement(node, text)],
    };
  }
}

function* exclusive({ children, text }: ElementCheckInput): Generator<Finding> {
  const chosen = new Map<number, ElementDeclaration>();
  for (const { node, declaration } of children) {
    if (declaration?.choice === undefined) continue;
    const first = chosen.get(declaration.choice.group) ?? declaration;
    chosen.set(declaration.choice.group, first);
    if (first === declaration) continue;
    yield {
      code: 'excluded-element',
      message: `Either <${first.name}> or <${declaration.name}>, not both.`,
      range: node.nameRange,
      severity: 'error',
      fixes: () => [deleteElement(node, text)],
    };
  }
}

function missing(input: ElementCheckInput, type: string): Finding[] {
  const { element, children, catalogue } = input;
  const required = requiredIn(type, catalogue);
  if (required.length === 0) return [];
  if (isNil(element.node) || hasRawVariable(element.node)) return [];
  const present = new Set(children.map(({ node }) => localName(node.name)));
  return required
    .filter(({ name }) => !present.has(name) && !isTolerated(name, element, present))
    .map((declaration) => missingElement(declaration, input, catalogue.elementsOf(type)));
}

/**
 * A retrieve that goes on needs no object type: the service remembers it. What a sendable column is matched with is
 * an attribute by its name; it has no value.
 */
function isTolerated(name: string, { declaration }: TypedElement, present: ReadonlySet<string>): boolean {
  if (declaration?.name === 'SendableSubscriberField') return name === 'Value';
  return name === 'ObjectType' && present.has('ContinueRequest');
}

function missingElement(
  declaration: ElementDeclaration,
  input: ElementCheckInput,
  declarations: readonly ElementDeclaration[],
): Finding {
  const { element } = input;
  const owner = localName(element.node.name);
  return {
    code: 'missing-element',
    message: `<${owner}> needs <${declaration.name}>.${tolerance(declaration)}`,
    range: element.node.nameRange,
    severity: severityOf(declaration, input),
    fixes: () => [
      {
        title: `Add <${declaration.name}>`,
        edits: [insertion(declaration, input, declarations)],
        // Empty options are complete; whatever else is missing, only a person knows.
        safe: declaration.name === 'Options',
      },
    ],
  };
}

function tolerance({ name }: ElementDeclaration): string {
  return name === 'Options'
    ? ' The service does without; strict tool-kits do not. <Options/> is enough.'
    : '';
}

function severityOf({ name }: ElementDeclaration, { element, catalogue }: ElementCheckInput): Severity {
  if (name === 'Options') return 'hint';
  if (!isInObject(element.type, catalogue)) return 'error';
  // Only who creates an object must say all of it: elsewhere a key says which one is meant, as it does inside another object.
  return element.parent?.type === '/CreateRequest' ? 'warning' : 'hint';
}

/** Puts the element where the schema wants it. */
function insertion(
  declaration: ElementDeclaration,
  { element, catalogue, text }: ElementCheckInput,
  declarations: readonly ElementDeclaration[],
): Edit {
  const { node } = element;
  const place = declarations.indexOf(declaration);
  const before = node.children
    .filter((child): child is XmlElementNode => child.kind === 'element')
    .filter((child) => {
      const known = typedChild(element, child, catalogue).declaration;
      return known !== undefined && declarations.indexOf(known) < place;
    })
    .at(-1);
  const newText = skeleton(declaration, catalogue, prefixOf(node));
  if (node.contentRange.start === node.range.end) {
    // `<a/>`: opened to take the element in.
    const slash = text.lastIndexOf('/', node.range.end);
    const range = { start: slash, end: node.range.end };
    return { range, newText: `>${newText}</${node.name}>` };
  }
  const at = before?.range.end ?? node.contentRange.start;
  const indent = indentOf(node.children.find(({ kind }) => kind === 'element')?.range.start, text);
  return { range: { start: at, end: at }, newText: indent === undefined ? newText : `\n${indent}${newText}` };
}

function prefixOf({ name }: XmlElementNode): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/** The blanks before a place, when there is nothing else before it on its line. */
function indentOf(start: number | undefined, text: string): string | undefined {
  if (start === undefined) return undefined;
  const before = text.slice(lineStart(text, start), start);
  return before.trim() === '' ? before : undefined;
}
