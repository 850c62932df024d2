/** Copies what identifies the node of a tree. */
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import type { NodeSubject } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { toNode } from './treeViews.ts';

export async function copyKey(payload: TreePayload | undefined): Promise<void> {
  const subject = toNode(payload)?.subject;
  const key = subject === undefined ? undefined : keyOfSubject(subject);
  if (key === undefined)
    throw new ExplainedError('There is no key to copy.', 'Choose a node of the side bar first.');
  await vscode.env.clipboard.writeText(key);
  vscode.window.setStatusBarMessage(`Copied ${key}`, 3000);
}

/** What people know it by: its key, else its number or its name. */
function keyOfSubject(subject: NodeSubject): string | undefined {
  if ('key' in subject && subject.key !== '') return subject.key;
  switch (subject.kind) {
    case 'list':
    case 'send':
      return String(subject.id);
    case 'field':
      return subject.name;
    default:
      return undefined;
  }
}
