/** Variables: those of the file, those of the moment, and the results of named requests. */
import { systemVariables } from '../scratch/systemVariables.ts';
import type { ScratchFile } from '../scratch/model.ts';
import type { Offer } from './offer.ts';
import type { Place } from './placeKinds.ts';

export function variableOffers(place: Extract<Place, { kind: 'variable' }>, file: ScratchFile): Offer[] {
  const ending = place.isClosed ? '' : '}'.repeat(place.braces);
  const own = file.variables.map(({ name, value }) => ({
    ...{ label: name, kind: 'variable' as const, newText: `${name}${ending}`, detail: value, rank: 0 },
  }));
  const results = file.requests.flatMap(({ name }) =>
    name === undefined
      ? []
      : (['response', 'request'] as const).map((part) => ({
          ...{ label: `${name}.${part}.body`, kind: 'variable' as const, newText: `${name}.${part}.body.//` },
          ...{
            detail: part === 'response' ? 'from the answer, by XPath' : 'from what was sent, by XPath',
            rank: 1,
          },
        })),
  );
  const system = systemVariables.map(({ name, usage }) => ({
    ...{ label: name, kind: 'variable' as const, newText: `${name}${ending}`, detail: usage, rank: 2 },
  }));
  return [...unique(own), ...results, ...system];
}

/** Of a variable that is set twice, the last value counts. */
function unique(offers: readonly Offer[]): Offer[] {
  return [...new Map(offers.map((offer) => [offer.label, offer])).values()];
}
