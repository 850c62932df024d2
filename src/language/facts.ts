/** What the language server knows of the org that is connected. Every answer is immediate; `undefined` is "not known". */
import type { Column, KnownKeys } from '../shared/orgFacts.ts';
import type { ScratchRequest } from './scratch/model.ts';

export interface LiveFacts {
  /** The columns of the data extension with this external key; empty when there is no such data extension. */
  columns(dataExtensionKey: string): readonly Column[] | undefined;
  /** The names of the profile attributes of subscribers. */
  attributes(): readonly string[] | undefined;
  /** The keys of the objects of a type: `DataExtension`, `List` (whose keys are IDs), `EmailSendDefinition` … */
  keys(objectType: string): KnownKeys | undefined;
}

/** Not connected: nothing is known. */
export const noFacts: LiveFacts = {
  columns: () => undefined,
  attributes: () => undefined,
  keys: () => undefined,
};

/** What is known of where a request runs: nothing, when it names another connection or business unit. */
export function factsFor(request: ScratchRequest, facts: LiveFacts): LiveFacts {
  const elsewhere = request.directives.some(({ name }) => name === 'connection' || name === 'bu');
  return elsewhere ? noFacts : facts;
}
