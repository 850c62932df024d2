/** The value of a variable, for a person; never a secret. */
import type { Inspection } from '../diagnostics/source.ts';
import { findUses, VariableResolver } from '../scratch/variables.ts';

/** Markdown. */
export function aboutVariable(expression: string, { file, context }: Inspection): string {
  const title = `**${expression}**`;
  const hidden = `${title} · its value may be a secret, and is not shown`;
  const sources = sourcesOf(expression, file.variables, new Set());
  if (sources.has('secret')) return hidden;
  const result = new VariableResolver(file.variables, context).resolve(expression);
  if ('problem' in result) return `${title} · ${result.problem.message}`;
  if (sources.has('outside')) return hidden;
  const value = result.value.length > 200 ? `${result.value.slice(0, 200)}…` : result.value;
  const now = sources.has('moment') ? ' · now' : '';
  return `${title}${now}\n\n\`\`\`text\n${value.replaceAll('```', '')}\n\`\`\``;
}

/** Where a value can come from, beside the file: the moment, a place that secrets are kept in, or any other outside. */
type Source = 'moment' | 'secret' | 'outside';

/** All that goes into the value, by however many variables. */
function sourcesOf(
  expression: string,
  variables: Inspection['file']['variables'],
  seen: Set<string>,
): ReadonlySet<Source> {
  if (/^\$(?:processEnv|dotenv)\b/.test(expression)) return new Set(['secret']);
  if (expression.startsWith('$')) return new Set(['moment']);
  if (seen.has(expression)) return new Set();
  seen.add(expression);
  const variable = variables.findLast(({ name }) => name === expression);
  if (variable === undefined) return new Set(['outside']);
  const uses = findUses(variable.value);
  return new Set(uses.flatMap((use) => [...sourcesOf(use.expression, variables, seen)]));
}
