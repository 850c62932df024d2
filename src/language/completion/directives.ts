/** Directives, and the values that they take. */
import { directiveKinds } from '../scratch/directives.ts';
import type { ScratchFile } from '../scratch/model.ts';
import type { Offer } from './offer.ts';
import type { Place } from './placeKinds.ts';

/** Those that a request can have several of. */
const repeatable: ReadonlySet<string> = new Set(['assert', 'prompt', 'onSuccess']);

/** Values that are one of a few words. */
const words: Readonly<Record<string, readonly string[]>> = { mode: ['sync', 'async', 'hybrid'], bu: ['all'] };

export function directiveOffers(place: Extract<Place, { kind: 'directive' }>, file: ScratchFile): Offer[] {
  if (place.name !== undefined) return valueOffers(place.name, file);
  const present = new Set(place.request?.directives.map(({ name }) => name));
  return [...directiveKinds]
    .filter(([name]) => repeatable.has(name) || !present.has(name))
    .map(([name, kind]) => ({
      ...{ label: `@${name}`, kind: 'directive', newText: name === 'all' ? '@all' : `@${name} ` },
      ...{ about: kind.about, goesOn: name in words || name === 'onSuccess' },
    }));
}

function valueOffers(name: string, { requests }: ScratchFile): Offer[] {
  if (name !== 'onSuccess') return Object.hasOwn(words, name) ? (words[name] ?? []).map(offer) : [];
  return requests.flatMap((request) => (request.name === undefined ? [] : [offer(`run ${request.name}`)]));
}

function offer(label: string): Offer {
  return { label, kind: 'value', newText: label };
}
