/** The end tag of the element that is open. */
import type { XmlElementNode } from '../xml/node.ts';
import type { Offer } from './offer.ts';

/** For an element that is not closed, by typing its `</` or without. */
export function closingOffers(element: XmlElementNode): Offer[] {
  const tag = `</${element.name}>`;
  return [{ label: tag, kind: 'closing', newText: tag, filter: tag, rank: 0 }];
}
