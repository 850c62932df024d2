/** Everything that is found in a scratch file. */
import { lint } from '../rules/lint.ts';
import type { Finding } from './finding.ts';
import { messageProblems } from './messageProblems.ts';
import { scratchProblems } from './scratchProblems.ts';
import { schemaProblems } from './schemaProblems.ts';
import type { DiagnosticsSource, Inspection } from './source.ts';
import { variableProblems } from './variableProblems.ts';

/** One row each: finding something more is adding a row. */
const sources: readonly DiagnosticsSource[] = [
  scratchProblems,
  variableProblems,
  messageProblems,
  schemaProblems,
  lint,
];

/** The findings of the file in the order of the text. */
export function diagnose(inspection: Inspection): Finding[] {
  return sources.flatMap((source) => [...source(inspection)]).sort((a, b) => a.range.start - b.range.start);
}
