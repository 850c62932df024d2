/** The attributes of an element, and their values: what type an element is, and whether it is nil. */
import type { Catalogue } from '../../catalogue/index.ts';
import { methodOf } from '../schema/target.ts';
import { typedOf } from '../schema/typedAt.ts';
import {
  derivedTypes,
  isComplex,
  needsXsiType,
  typedMessage,
  type TypedElement,
} from '../schema/typedTree.ts';
import { localName } from '../xml/node.ts';
import type { Offer } from './offer.ts';
import type { Place } from './placeKinds.ts';

export function attributeOffers(place: Extract<Place, { kind: 'attribute' }>, catalogue: Catalogue): Offer[] {
  const typed = typedOf(place.element, place.request, catalogue);
  const declaration = typed?.declaration;
  const present = new Set(place.element.attributes.map(({ name }) => localName(name)));
  const offers: Offer[] = [];
  if (declaration !== undefined && isComplex(declaration.type, catalogue)) {
    const rank = needsXsiType(declaration.type, catalogue) ? 0 : 1;
    offers.push({ ...attribute('xsi:type', '$1'), detail: 'which type this is', rank, goesOn: true });
  }
  if (declaration !== undefined)
    offers.push({ ...attribute('xsi:nil', 'true'), detail: 'has no value', rank: 2 });
  if (typed !== undefined && typed.parent === undefined) {
    offers.push({
      ...attribute('xmlns', catalogue.targetNamespace),
      detail: 'need not be declared',
      rank: 2,
    });
  }
  return offers.filter(({ label }) => !present.has(localName(label)));
}

function attribute(label: string, value: string): Offer {
  return { label, kind: 'attribute', newText: `${label}="${value}"`, isSnippet: true };
}

export function attributeValueOffers(
  place: Extract<Place, { kind: 'attributeValue' }>,
  catalogue: Catalogue,
): Offer[] {
  const name = localName(place.name);
  if (name === 'nil') return ['true', 'false'].map((word) => ({ label: word, kind: 'value', newText: word }));
  const typed = typedOf(place.element, place.request, catalogue);
  if (name !== 'type' || typed?.declaration === undefined) return [];
  return typeOffers(typed, typed.declaration.type, place, catalogue);
}

/** The types that fit, those that the method takes first; what it is documented not to take is left out. */
function typeOffers(
  typed: TypedElement,
  declared: string,
  place: Extract<Place, { kind: 'attributeValue' }>,
  catalogue: Catalogue,
): Offer[] {
  const message = typedMessage(place.request, catalogue);
  const method = message === undefined ? undefined : methodOf(message, catalogue);
  // Inside another object, any object may be referred to.
  const isTarget = !catalogue.isApiObject(typed.parent?.type ?? '');
  return derivedTypes(declared, catalogue).flatMap((name): Offer[] => {
    const fact = catalogue.object(name);
    const support = method === undefined || !isTarget ? undefined : fact?.methods[method];
    if (support?.supported === false && support.sureness === 'documented') return [];
    return [
      {
        ...{ label: name, kind: 'type', newText: name, rank: rankOf(support?.supported, fact !== undefined) },
        ...(fact === undefined ? {} : { about: fact.about }),
      },
    ];
  });
}

function rankOf(supported: boolean | 'unknown' | undefined, isObject: boolean): number {
  if (supported === true) return 0;
  return isObject ? 1 : 2;
}
