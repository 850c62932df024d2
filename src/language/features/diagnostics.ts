/** Everything that is wrong in a scratch file, so far as it can be told without an account. */
import type { Catalogue } from '../../catalogue/index.ts';
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import type { Problem, ScratchFile } from '../scratch/model.ts';
import { messageOf } from '../scratch/parse.ts';
import { unknownMessage } from '../scratch/resolve.ts';
import type { SystemContext } from '../scratch/systemVariables.ts';
import { VariableResolver } from '../scratch/variables.ts';

/** The problems of the file in the order of the text. */
export function diagnose(file: ScratchFile, catalogue: Catalogue, context: SystemContext): Problem[] {
  const problems = [
    ...file.problems,
    ...variableProblems(file, context),
    ...file.requests.flatMap(({ root }) => (root === undefined ? [] : messageProblems(root, catalogue))),
  ];
  return problems.sort((a, b) => a.range.start - b.range.start);
}

/** Connected or not, variables that need a connection count as known here. */
function variableProblems(file: ScratchFile, context: SystemContext): Problem[] {
  const resolver = new VariableResolver(file.variables, { mid: 0, eid: 0, ...context });
  return file.uses.flatMap(({ expression, range }) => {
    const result = resolver.resolve(expression);
    if (!('problem' in result)) return [];
    return [
      { code: result.problem.kind, message: result.problem.message, range, severity: 'error' as const },
    ];
  });
}

function messageProblems(root: XmlElementNode, catalogue: Catalogue): Problem[] {
  const message = messageOf(root);
  const credentials = childElements(root)
    .filter((element) => localName(element.name) === 'Header')
    .flatMap((header) => childElements(header))
    .filter((element) => ['fueloauth', 'Security'].includes(localName(element.name)));
  const problems: Problem[] = credentials.map((element) => ({
    code: 'credential-in-file',
    message: `A credential is in this file. It is never sent on: the connection’s own token is used. Delete it.`,
    range: element.range,
    severity: 'warning',
  }));
  const known = message !== undefined && catalogue.operationOfRequest(localName(message.name)) !== undefined;
  if (message !== undefined && !known) {
    problems.push({ code: 'unknown-message', severity: 'error', ...unknownMessage(message, catalogue) });
  }
  return problems;
}
