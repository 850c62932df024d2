/** Variables that have no value, or that need each other. */
import { checkReferences } from '../scratch/namedResults.ts';
import { promptsOf } from '../scratch/runSettings.ts';
import { VariableResolver } from '../scratch/variables.ts';
import type { FileSource } from './source.ts';

/**
 * Connected or not, run or not: variables that need a connection, a result or an answer to a prompt count as known here.
 */
export const variableProblems: FileSource = ({ file, context }) => {
  const prompts = new Set(file.requests.flatMap((request) => promptsOf(request).map(({ name }) => name)));
  const resolver = new VariableResolver(file.variables, {
    mid: 0,
    eid: 0,
    prompted: (name) => (prompts.has(name) ? '' : undefined),
    results: checkReferences(file),
    ...context,
  });
  return file.uses.flatMap(({ expression, range }) => {
    const result = resolver.resolve(expression);
    if (!('problem' in result)) return [];
    const { kind, message } = result.problem;
    return [{ code: kind, message, range, severity: 'error' as const }];
  });
};
