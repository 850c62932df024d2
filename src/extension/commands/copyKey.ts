/** Copies what identifies the nodes of a tree. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreeNode } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { keyOfSubject } from '../trees/keyOfSubject.ts';

/** One key a line. */
export async function copyKeys(nodes: readonly TreeNode[]): Promise<void> {
  const keys = nodes.flatMap(({ subject }) => (subject && keyOfSubject(subject)) ?? []);
  if (keys.length === 0)
    throw new ExplainedError(
      l10n.t('There is no key to copy.'),
      l10n.t('Choose a node of the side bar first.'),
    );
  await vscode.env.clipboard.writeText(keys.join('\n'));
  vscode.window.setStatusBarMessage(
    keys.length === 1 ? l10n.t('Copied {0}', keys.join()) : l10n.t('Copied {0} keys', keys.length),
    3000,
  );
}
