/** Shows nested folders as tree nodes, with what they hold behind their sub-folders. */
import type { Account } from '../account.ts';
import { foldersQuery, nestFolders, type Folder } from './folders.ts';
import { emptyNode, type TreeNode } from './treeNode.ts';

/** The nodes of what a folder holds beside folders. */
export type LoadContent = (folder: Folder, signal: AbortSignal) => Promise<readonly TreeNode[]>;

/** The folders of an account; the first root is open from the start. */
export async function loadFolderNodes(
  account: Account,
  contentTypes: readonly string[],
  loadContent: LoadContent,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  const client = await account.client();
  const objects = await client.retrieveAll(foldersQuery(contentTypes), { signal });
  return nestFolders(objects, contentTypes).map((folder, index) => ({
    ...folderNode(folder, loadContent),
    expanded: index === 0,
  }));
}

function folderNode(folder: Folder, loadContent: LoadContent): TreeNode {
  const id = `folder:${String(folder.id)}`;
  return {
    id,
    label: folder.name,
    kind: 'folder',
    icon: 'folder',
    subject: { kind: 'folder', key: folder.key },
    tooltip: [
      ['Folder', folder.name],
      ['Key', folder.key],
      ['Category ID', String(folder.id)],
    ],
    children: async (signal) => {
      const nodes = [
        ...folder.folders.map((inner) => folderNode(inner, loadContent)),
        ...(await loadContent(folder, signal)),
      ];
      return nodes.length === 0 ? [emptyNode(id, 'This folder is empty')] : nodes;
    },
  };
}
