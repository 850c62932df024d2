/** The value of a variable, for a person; never a secret. */
import type { Inspection } from '../diagnostics/source.ts';
import { findUses, VariableResolver } from '../scratch/variables.ts';

/** These come from where secrets are kept. */
const secretSources = /^\$(?:processEnv|dotenv)\b/;

/** Markdown. */
export function aboutVariable(expression: string, { file, context }: Inspection): string {
  const title = `**${expression}**`;
  if (isSecret(expression, file.variables, new Set()))
    return `${title} · its value may be a secret, and is not shown`;
  const result = new VariableResolver(file.variables, context).resolve(expression);
  if ('problem' in result) return `${title} · ${result.problem.message}`;
  const value = result.value.length > 200 ? `${result.value.slice(0, 200)}…` : result.value;
  const changes =
    expression.startsWith('$') ||
    file.variables.some(({ name, value: raw }) => name === expression && raw.includes('{{$'));
  return `${title}${changes ? ' · now' : ''}\n\n\`\`\`text\n${value.replaceAll('```', '')}\n\`\`\``;
}

/** True when a secret goes into the value, by however many variables. */
function isSecret(
  expression: string,
  variables: Inspection['file']['variables'],
  seen: Set<string>,
): boolean {
  if (secretSources.test(expression)) return true;
  if (seen.has(expression)) return false;
  seen.add(expression);
  const variable = variables.findLast(({ name }) => name === expression);
  return findUses(variable?.value ?? '').some((use) => isSecret(use.expression, variables, seen));
}
