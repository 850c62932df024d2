/** The elements that may begin at a place, in the order of the schema, those that are required first. */
import type { Catalogue, ElementDeclaration } from '../../catalogue/index.ts';
import { aboutElement } from '../hover/element.ts';
import { typedOf } from '../schema/typedAt.ts';
import { needsXsiType } from '../schema/typedTree.ts';
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import { elementSnippet } from './elementSnippet.ts';
import type { Offer } from './offer.ts';
import type { Place } from './placeKinds.ts';

type ElementPlace = Extract<Place, { kind: 'element' | 'text' }>;

export function elementOffers(place: ElementPlace, catalogue: Catalogue): Offer[] {
  const parent = place.kind === 'element' ? place.parent : place.element;
  const half = place.kind === 'element' ? place.half : undefined;
  const isRenaming = place.kind === 'element' && place.isRenaming;
  if (parent === undefined) return messageOffers(catalogue, isRenaming);
  const typed = typedOf(parent, place.request, catalogue);
  if (typed === undefined)
    return localName(parent.name) === 'Body' ? messageOffers(catalogue, isRenaming) : [];
  const { type } = typed;
  if (type === undefined) return [];
  const present = countOf(parent, half);
  const prefix = parent.name.slice(0, parent.name.indexOf(':') + 1);
  return catalogue
    .elementsOf(type)
    .filter((declaration) => isLegal(declaration, catalogue.elementsOf(type), present))
    .map((declaration) => {
      const isMissing = declaration.min === 1 && !present.has(declaration.name);
      return {
        label: declaration.name,
        kind: 'element',
        ...(isRenaming
          ? { newText: `<${prefix}${declaration.name}` }
          : { newText: elementSnippet(declaration, catalogue, prefix), isSnippet: true }),
        detail: `${detailOf(declaration, catalogue)}${isMissing ? ', required' : ''}`,
        about: aboutElement(declaration, type, catalogue),
        deprecated: declaration.deprecated,
        rank: isMissing ? 0 : 1,
        filter: `<${declaration.name}`,
        goesOn: !isRenaming && isWorthCompleting(declaration, catalogue),
      };
    });
}

/** How often each element is there already; what a half-written one has swallowed counts as well. */
function countOf(parent: XmlElementNode, half: XmlElementNode | undefined): Map<string, number> {
  const count = new Map<string, number>();
  const swallowed = half?.closeNameRange === undefined && half !== undefined ? childElements(half) : [];
  for (const node of [...childElements(parent), ...swallowed]) {
    if (node.range.start === half?.range.start) continue;
    const name = localName(node.name);
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  return count;
}

function isLegal(
  { name, max, choice }: ElementDeclaration,
  all: readonly ElementDeclaration[],
  present: ReadonlyMap<string, number>,
): boolean {
  if ((present.get(name) ?? 0) >= max) return false;
  if (choice === undefined) return true;
  return !all.some((other) => other.choice?.group === choice.group && present.has(other.name));
}

function detailOf({ type, max }: ElementDeclaration, catalogue: Catalogue): string {
  const name = type.startsWith('xs:') ? type.slice('xs:'.length) : type;
  const shown = name.includes('/') ? 'group' : name;
  const words = catalogue.enumeration(type) === undefined ? shown : `${shown} (enumeration)`;
  return max > 1 ? `${words}, repeats` : words;
}

/** Words, types and names that completion knows are offered as soon as the cursor stands where they go. */
function isWorthCompleting({ name, type }: ElementDeclaration, catalogue: Catalogue): boolean {
  const named = ['ObjectType', 'Properties', 'Property', 'CustomerKey', 'Action'].includes(name);
  return (
    named ||
    catalogue.enumeration(type) !== undefined ||
    type === 'xs:boolean' ||
    needsXsiType(type, catalogue)
  );
}

function messageOffers(catalogue: Catalogue, isRenaming: boolean): Offer[] {
  return catalogue.operations.map(({ name, request }) => ({
    label: request,
    kind: 'message',
    ...(isRenaming
      ? { newText: `<${request}` }
      : { newText: messageSnippet(request, catalogue), isSnippet: true }),
    detail: `method ${name}`,
    filter: `<${request}`,
  }));
}

/** A message with what the schema requires in it. */
function messageSnippet(request: string, catalogue: Catalogue): string {
  const type = catalogue.typeOfElement(request) ?? '';
  const declaration: ElementDeclaration = {
    name: request,
    type,
    min: 1,
    max: 1,
    nillable: false,
    deprecated: false,
  };
  return elementSnippet(declaration, catalogue, '');
}
