/** Property paths of an API object: what a retrieve may ask for, and filter by. */
import type { Catalogue, PropertyFact } from '../../catalogue/index.ts';

/** What is known of a path: `retrievable` and `hidden` by what was seen or said; `undescribed` by the schema alone. */
export type PathStanding = 'retrievable' | 'hidden' | 'undescribed' | 'part' | 'unknown';

/** Names of the vendor's documentation for what the API calls otherwise. */
const otherNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Send: { SentTime: 'SentDate', SendID: 'ID' },
};

/** The name that the API has for what is written; undefined when it is not such a name. */
export function properName(objectType: string, path: string): string | undefined {
  const names = Object.hasOwn(otherNames, objectType) ? otherNames[objectType] : undefined;
  return names !== undefined && Object.hasOwn(names, path) ? names[path] : undefined;
}

export function standingOf(objectType: string, path: string, catalogue: Catalogue): PathStanding {
  const fact = catalogue.property(objectType, path);
  if (fact !== undefined) return fact.retrievable ? 'retrievable' : 'hidden';
  const type = catalogue.typeOfPath(objectType, path);
  if (type === undefined) return 'unknown';
  return catalogue.complexType(type) === undefined ? 'undescribed' : 'part';
}

/** The properties that a retrieve may ask for, in the order in which Describe lists them. */
export function retrievablePaths(objectType: string, catalogue: Catalogue): readonly PropertyFact[] {
  return (catalogue.properties(objectType) ?? []).filter(({ retrievable }) => retrievable);
}
