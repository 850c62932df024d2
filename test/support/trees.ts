/** Opens nodes of trees as a person does, without VS Code. */
import assert from 'node:assert/strict';
import { PagedNodes } from '../../src/views/trees/pagedNodes.ts';
import type { TreeNode } from '../../src/views/trees/treeNode.ts';

const { signal } = new AbortController();

/** What is below a node when it is opened: its first page, or all of it where pages follow by themselves. */
export async function childrenOf(node: TreeNode | undefined): Promise<readonly TreeNode[]> {
  assert.ok(node, 'a node');
  if (node.pages === undefined) {
    assert.ok(node.children, 'a node with children');
    return node.children(signal);
  }
  const paged = new PagedNodes(node, node.pages, signal);
  await paged.next();
  if (node.pages.all === true) await paged.rest(() => undefined);
  return paged.shown((error) => {
    throw error;
  });
}

/** The node with this label among others. */
export function labelled(nodes: readonly TreeNode[], label: string): TreeNode {
  const found = nodes.find((node) => node.label === label);
  assert.ok(found, `${label} among ${nodes.map((node) => node.label).join(', ')}`);
  return found;
}
