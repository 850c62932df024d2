/** What completion is made from beside the place. */
import type { Catalogue } from '../../catalogue/index.ts';
import { factsFor, type LiveFacts } from '../facts.ts';
import type { Inspection } from '../diagnostics/source.ts';
import type { ScratchRequest } from '../scratch/model.ts';

export interface Sources {
  readonly catalogue: Catalogue;
  readonly facts: LiveFacts;
}

export function sourcesFor(request: ScratchRequest, { catalogue, facts }: Inspection): Sources {
  return { catalogue, facts: factsFor(request, facts) };
}
