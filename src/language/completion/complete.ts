/** What is offered at a place in a scratch file. */
import type { Inspection } from '../diagnostics/source.ts';
import { workflowOffers } from '../snippets/workflows.ts';
import { typedOf } from '../schema/typedAt.ts';
import { isComplex } from '../schema/typedTree.ts';
import { attributeOffers, attributeValueOffers } from './attributes.ts';
import { closingOffers } from './closing.ts';
import { directiveOffers } from './directives.ts';
import { elementOffers } from './elements.ts';
import type { Completion, Offer, OfferKind } from './offer.ts';
import { placeAt } from './place.ts';
import type { Place } from './placeKinds.ts';
import { sourcesFor } from './sources.ts';
import { valueOffers } from './values.ts';
import { variableOffers } from './variables.ts';

/** What is offered when a start tag has just been closed: values. With anything else, Enter would not begin a new line. */
const behindTag: ReadonlySet<OfferKind> = new Set(['value', 'object', 'property', 'column', 'key']);

/**
 * Undefined where there is nothing to offer.
 * @param typed the character that completion is asked for because of; left out when a person asks for it.
 */
export function complete(inspection: Inspection, offset: number, typed?: string): Completion | undefined {
  const place = placeAt(inspection.file, offset);
  if (place === undefined) return undefined;
  const all = offersAt(place, inspection);
  const offers = typed === '>' ? all.filter(({ kind }) => behindTag.has(kind)) : all;
  return offers.length === 0 ? undefined : { range: place.range, offers };
}

function offersAt(place: Place, inspection: Inspection): Offer[] {
  const { file, catalogue } = inspection;
  switch (place.kind) {
    case 'variable':
      return variableOffers(place, file);
    case 'directive':
      return directiveOffers(place, file);
    case 'preamble':
      return place.isEmptyRequest ? workflowOffers() : [];
    case 'element':
      return tagOffers(place, inspection);
    case 'closing':
      return closingOffers(place.parent);
    case 'attribute':
      return attributeOffers(place, catalogue);
    case 'attributeValue':
      return attributeValueOffers(place, catalogue);
    case 'text':
      return textOffers(place, inspection);
  }
}

function tagOffers(place: Extract<Place, { kind: 'element' }>, { catalogue }: Inspection): Offer[] {
  const { parent, isRenaming } = place;
  return [
    ...elementOffers(place, catalogue),
    ...(parent !== undefined && parent.closeNameRange === undefined ? closingOffers(parent) : []),
    ...(parent === undefined && !isRenaming ? workflowOffers() : []),
  ];
}

function textOffers(place: Extract<Place, { kind: 'text' }>, inspection: Inspection): Offer[] {
  const { catalogue } = inspection;
  const typed = typedOf(place.element, place.request, catalogue);
  if (typed === undefined || isComplex(typed.type, catalogue)) return elementOffers(place, catalogue);
  const values = valueOffers(typed, place, sourcesFor(place.request, inspection));
  return place.element.closeNameRange === undefined ? [...values, ...closingOffers(place.element)] : values;
}
