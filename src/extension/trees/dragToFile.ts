/** Lets nodes of the trees be dragged into a file: the node itself for scratch files, its key for all others. */
import * as vscode from 'vscode';
import type { TreeNode } from '../../views/index.ts';
import { keyOfSubject } from './keyOfSubject.ts';

/** Under which a scratch file finds what was dragged into it. */
export const draggedNodes = 'application/vnd.marketing-cloud.nodes';

export const dragToFile: vscode.TreeDragAndDropController<TreeNode> = {
  dragMimeTypes: [draggedNodes, 'text/plain'],
  dropMimeTypes: [],
  handleDrag: (nodes, transfer) => {
    const subjects = nodes.flatMap(({ subject }) => subject ?? []);
    const keys = subjects.flatMap((subject) => keyOfSubject(subject) ?? []);
    if (keys.length === 0) return;
    transfer.set(draggedNodes, new vscode.DataTransferItem(JSON.stringify(subjects.map(withoutParents))));
    transfer.set('text/plain', new vscode.DataTransferItem(keys.join('\n')));
  },
};

/** A failure carries the nodes around it, which are of no use in a file. */
function withoutParents(subject: NonNullable<TreeNode['subject']>): object {
  return subject.kind === 'failure' || subject.kind === 'more' ? { kind: subject.kind } : subject;
}
