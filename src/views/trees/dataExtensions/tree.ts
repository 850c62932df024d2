/** The Data Extensions tree: own, shared and synchronised folders with what they hold, or what a filter finds. */
import { numberAt, where, type SoapObject } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { containing, filterNode, hasText } from '../filterNodes.ts';
import {
  FolderCache,
  folderNode,
  folderNodes,
  foldersFirst,
  loadFolders,
  type LoadContent,
} from '../folderNodes.ts';
import { isSharedContent, allFolders, pathsById, type Folder } from '../folders.ts';
import { oneAfterAnother, retrievedPages } from '../retrievedPages.ts';
import { emptyNode, type NodePage, type TreeNode } from '../treeNode.ts';
import { dataExtensionsQuery } from './dataExtension.ts';
import { dataExtensionNode } from './nodes.ts';

/** Kinds of folders that hold data extensions, in the order of the web application. */
const contentTypes = [
  'dataextension',
  'shared_data',
  'shared_dataextension',
  'synchronizeddataextension',
  'salesforcedataextension',
  'shared_salesforcedataextension',
];

/** The folders of the Data Extensions view. */
export function dataExtensionFolders(): FolderCache {
  return new FolderCache(contentTypes);
}

/** What the loaders of the view share. */
interface Place {
  readonly account: Account;
  readonly folders: readonly Folder[];
}

/** The nodes at the top of the tree. @param filter what name or key has to contain; empty for everything */
export async function loadDataExtensionTree(
  account: Account,
  cache: FolderCache,
  filter: string,
): Promise<readonly TreeNode[]> {
  const folders = await cache.of(account);
  const load: LoadContent = (folder, inner) => inFolder(account, folder, false, inner);
  if (filter !== '') return [filtered({ account, folders }, filter)];
  return [...folderNodes(folders, load), ...(hasShared(folders) ? [] : [sharedNode(account)])];
}

/** The enterprise sees its shared folders among its own; a business unit below it has to ask for them. */
function hasShared(folders: readonly Folder[]): boolean {
  return folders.some(({ contentType }) => isSharedContent(contentType));
}

/** Asked for when it is opened, as not every business unit may. */
function sharedNode(account: Account): TreeNode {
  const id = 'shared';
  return {
    id,
    label: 'Shared Data Extensions',
    kind: 'folder',
    description: 'of the enterprise',
    icon: 'folder-library',
    context: 'sharedFolders',
    children: async (signal) => {
      const folders = await loadFolders(account, contentTypes.filter(isSharedContent), signal, true);
      const load: LoadContent = (folder, inner) => inFolder(account, folder, true, inner);
      const [root] = folders;
      if (root === undefined) return [emptyNode(id, 'The enterprise shares nothing')];
      return folderNodes(folders, load).map((node) => ({ ...node, expanded: folders.length === 1 }));
    },
  };
}

/** @param everywhere the folder is the enterprise's, and not the account's own */
function inFolder(
  account: Account,
  { id }: Folder,
  everywhere: boolean,
  signal: AbortSignal,
): AsyncIterable<NodePage> {
  const query = { ...dataExtensionsQuery(where('CategoryID', 'equals', id)), ...allAccounts(everywhere) };
  return retrievedPages(
    account,
    query,
    (object) => dataExtensionNode(account, object, { everywhere }),
    signal,
  );
}

function allAccounts(everywhere: boolean): { queryAllAccounts?: true } {
  return everywhere ? { queryAllAccounts: true } : {};
}

/** Folders, own data extensions, and in a business unit those that the enterprise shares. */
function filtered({ account, folders }: Place, text: string): TreeNode {
  const all = allFolders(folders);
  const paths = pathsById(all);
  const query = dataExtensionsQuery(containing(text, 'Name', 'CustomerKey'));
  const load: LoadContent = (folder, signal) => inFolder(account, folder, false, signal);
  return filterNode(text, {
    compare: foldersFirst,
    load: (signal) => {
      const seen = new Set<string>();
      const toNode = (object: SoapObject): TreeNode | undefined => {
        const path = paths.get(numberAt(object, 'CategoryID') ?? 0);
        const node = dataExtensionNode(account, object, {
          path: path ?? 'shared',
          everywhere: path === undefined,
        });
        if (seen.has(node.id)) return undefined;
        seen.add(node.id);
        return node;
      };
      const matching = all.filter(({ name, key }) => hasText(text, name, key));
      const own = retrievedPages(account, query, toNode, signal);
      const shared = { ...query, queryAllAccounts: true };
      return oneAfterAnother(
        pageOf(matching.map((folder) => folderNode(folder, load))),
        own,
        ...(hasShared(folders) ? [] : [retrievedPages(account, shared, toNode, signal)]),
      );
    },
  });
}

// eslint-disable-next-line @typescript-eslint/require-await -- beside pages that have to be waited for
async function* pageOf(nodes: readonly TreeNode[]): AsyncIterable<NodePage> {
  if (nodes.length > 0) yield { nodes, isFull: false };
}
