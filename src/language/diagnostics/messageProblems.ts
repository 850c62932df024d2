/** Messages that the API does not have, and credentials that have no place in a file. */
import type { Catalogue } from '../../catalogue/index.ts';
import { messageOf } from '../scratch/parse.ts';
import { unknownMessage } from '../scratch/resolve.ts';
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import type { Finding } from './finding.ts';
import type { RequestSource } from './source.ts';

export const messageProblems: RequestSource = function* ({ request: { root }, catalogue }) {
  yield;
  return root === undefined ? [] : [...credentials(root), ...unknown(root, catalogue)];
};

function credentials(root: XmlElementNode): Finding[] {
  return childElements(root)
    .filter((element) => localName(element.name) === 'Header')
    .flatMap((header) => childElements(header))
    .filter((element) => ['fueloauth', 'Security'].includes(localName(element.name)))
    .map(({ range }) => ({
      code: 'credential-in-file',
      message:
        'A credential is in this file. It is never sent on: the connection’s own token is used. Delete it.',
      range,
      severity: 'warning',
      fixes: () => [{ title: 'Delete the credential', edits: [{ range, newText: '' }], safe: true }],
    }));
}

function unknown(root: XmlElementNode, catalogue: Catalogue): Finding[] {
  const message = messageOf(root);
  if (message === undefined || catalogue.operationOfRequest(localName(message.name)) !== undefined) return [];
  return [{ code: 'unknown-message', severity: 'error', ...unknownMessage(message, catalogue) }];
}
