/** Variables that have no value, or that need each other. */
import { nearest } from '../schema/nearest.ts';
import type { ScratchFile, VariableUse } from '../scratch/model.ts';
import { checkReferences } from '../scratch/namedResults.ts';
import { promptsOf } from '../scratch/runSettings.ts';
import { VariableResolver } from '../scratch/variables.ts';
import type { Finding, Fix } from './finding.ts';
import { mostGuesses, renamings } from './renamings.ts';
import type { FileSource } from './source.ts';

/** How many variables, or requests, are looked at in one step. */
const step = 1000;

/**
 * Connected or not, run or not: variables that need a connection, a result or an answer to a prompt count as known here.
 */
export const variableProblems: FileSource = function* ({ file, context }) {
  const prompts = new Set<string>();
  for (const [index, request] of file.requests.entries()) {
    for (const { name } of promptsOf(request)) prompts.add(name);
    if (index % step === 0) yield;
  }
  const resolver = new VariableResolver(file.variables, {
    mid: 0,
    eid: 0,
    prompted: (name) => (prompts.has(name) ? '' : undefined),
    results: checkReferences(file),
    ...context,
  });
  const findings: Finding[] = [];
  for (const [index, use] of file.uses.entries()) {
    const result = resolver.resolve(use.expression);
    if ('problem' in result) {
      const { kind, message } = result.problem;
      const isGuessed = kind === 'unknown-variable' && findings.length < mostGuesses;
      const fixes = isGuessed ? { fixes: (): readonly Fix[] => fixesOf(use, file) } : {};
      findings.push({ code: kind, message, range: use.range, severity: 'error', ...fixes });
    }
    if (index % step === 0) yield;
  }
  return findings;
};

/** What the name may have been meant to be; of a result, which request. */
function fixesOf({ expression, raw, range }: VariableUse, file: ScratchFile): Fix[] {
  const [, name = '', rest = ''] = /^([\w-]+)(\..*)?$/s.exec(expression) ?? [];
  const known = rest === '' ? file.variables : file.requests;
  const names = nearest(name, new Set(known.flatMap(({ name: each }) => each ?? [])));
  const [open, close] = raw ? ['{{{', '}}}'] : ['{{', '}}'];
  return renamings(
    range,
    names.filter((each) => each !== name).map((each) => `${open}${each}${rest}${close}`),
  );
}
