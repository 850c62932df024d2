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

function keyOfSubject(subject: NodeSubject): string | undefined {
  switch (subject.kind) {
    case 'dataExtension':
    case 'folder':
    case 'subscriber':
    case 'sendDefinition':
    case 'triggeredSend':
      return subject.key;
    case 'list':
      return subject.key === '' ? String(subject.id) : subject.key;
    case 'send':
      return String(subject.id);
    case 'field':
      return subject.name;
    case 'request':
    case 'run':
    case 'failure':
      return undefined;
  }
}
