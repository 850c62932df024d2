/** Variables that have no value, or that need each other. */
import { VariableResolver } from '../scratch/variables.ts';
import type { DiagnosticsSource } from './source.ts';

/** Connected or not, variables that need a connection count as known here. */
export const variableProblems: DiagnosticsSource = ({ file, context }) => {
  const resolver = new VariableResolver(file.variables, { mid: 0, eid: 0, ...context });
  return file.uses.flatMap(({ expression, range }) => {
    const result = resolver.resolve(expression);
    if (!('problem' in result)) return [];
    const { kind, message } = result.problem;
    return [{ code: kind, message, range, severity: 'error' as const }];
  });
};
