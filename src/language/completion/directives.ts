/** Directives, and the values that they take. */
import { directiveKinds } from '../scratch/directives.ts';
import type { ScratchFile } from '../scratch/model.ts';
import type { Offer } from './offer.ts';
import type { Place } from './placeKinds.ts';

export function directiveOffers(place: Extract<Place, { kind: 'directive' }>, file: ScratchFile): Offer[] {
  if (place.name !== undefined) return valueOffers(place.name, file);
  const present = new Set(place.request?.directives.map(({ name }) => name));
  return [...directiveKinds]
    .filter(([name, kind]) => kind.repeatable === true || !present.has(name))
    .map(([name, { about, usage }]) => {
      const takesValue = usage !== `@${name}`;
      return {
        ...{ label: `@${name}`, kind: 'directive', newText: takesValue ? `@${name} ` : usage },
        ...{ detail: usage, about, goesOn: takesValue },
      };
    });
}

/** Names of requests, and the words that the way a directive is written lists: `sync|async|hybrid`. */
function valueOffers(name: string, { requests }: ScratchFile): Offer[] {
  if (name === 'onSuccess') {
    return requests.flatMap((request) => (request.name === undefined ? [] : [offer(`run ${request.name}`)]));
  }
  const written = directiveKinds.get(name)?.usage.slice(`@${name} `.length) ?? '';
  const words = written.split('|');
  return words.length < 2 ? [] : words.filter((word) => /^[a-z]+$/.test(word)).map(offer);
}

function offer(label: string): Offer {
  return { label, kind: 'value', newText: label };
}
