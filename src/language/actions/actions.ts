/** Every way to rework a request. */
import type { Inspection } from '../diagnostics/source.ts';
import type { TextRange } from '../xml/node.ts';
import { extractVariable } from './extractVariable.ts';
import { rework } from './rework.ts';
import type { ActionSource, RefactorAction } from './source.ts';

/** One row each. */
const sources: readonly ActionSource[] = [extractVariable, rework];

/** What can be done with what is selected. */
export function refactorActions(inspection: Inspection, selection: TextRange): RefactorAction[] {
  return sources.flatMap((source) => [...source(inspection, selection)]);
}
