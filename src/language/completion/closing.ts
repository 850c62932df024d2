/** The end tag of the element that is open. */
import type { XmlElementNode } from '../xml/node.ts';
import type { Offer } from './offer.ts';

/** For an element that is not closed, by typing its `</` or without. */
export function closingOffers(element: XmlElementNode): Offer[] {
  const tag = `</${element.name}>`;
  // Without its >: else typing the > of another tag would still match, and Enter would take this one.
  return [{ label: tag, kind: 'closing', newText: tag, filter: tag.slice(0, -1), rank: 2 }];
}
