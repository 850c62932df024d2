/** Copies what identifies the nodes of a tree. */
import * as vscode from 'vscode';
import type { TreeNode } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { keyOfSubject } from '../trees/keyOfSubject.ts';

/** One key a line. */
export async function copyKeys(nodes: readonly TreeNode[]): Promise<void> {
  const keys = nodes.flatMap(({ subject }) => (subject && keyOfSubject(subject)) ?? []);
  if (keys.length === 0)
    throw new ExplainedError('There is no key to copy.', 'Choose a node of the side bar first.');
  await vscode.env.clipboard.writeText(keys.join('\n'));
  vscode.window.setStatusBarMessage(
    `Copied ${keys.length === 1 ? keys.join() : `${String(keys.length)} keys`}`,
    3000,
  );
}
