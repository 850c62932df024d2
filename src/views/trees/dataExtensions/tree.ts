/** The Data Extensions tree: own, shared and synchronised folders with what they hold, or what a filter finds. */
import * as l10n from '@vscode/l10n';
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

/** The nodes at the top of the tree. @param filter what name or key has to contain; empty for everything */
export async function loadDataExtensionTree(
  account: Account,
  cache: FolderCache,
  filter: string,
): Promise<readonly TreeNode[]> {
  const folders = await cache.of(account);
  if (filter !== '') return [filtered(account, folders, filter)];
  const shared = hasShared(folders) ? [] : [sharedNode(account)];
  return [...folderNodes(folders, contentOf(account)), ...shared];
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
    label: l10n.t('Shared Data Extensions'),
    kind: l10n.t('folder'),
    description: l10n.t('of the enterprise'),
    icon: 'folder-library',
    context: 'sharedFolders',
    children: async (signal) => {
      const folders = await loadFolders(account, contentTypes.filter(isSharedContent), signal, true);
      if (folders.length === 0) return [emptyNode(id, l10n.t('The enterprise shares nothing'))];
      const nodes = folderNodes(folders, contentOf(account, true));
      return nodes.map((node) => ({ ...node, expanded: folders.length === 1 }));
    },
  };
}

/** How the data extensions of a folder are loaded. @param everywhere the folders are the enterprise's, and not the account's own */
function contentOf(account: Account, everywhere = false): LoadContent {
  const toNode = (object: SoapObject): TreeNode => dataExtensionNode(account, object);
  return ({ id }, signal) =>
    retrievedPages(
      account,
      dataExtensionsQuery(where('CategoryID', 'equals', id), everywhere),
      toNode,
      signal,
    );
}

/** Folders, own data extensions, and in a business unit those that the enterprise shares. */
function filtered(account: Account, folders: readonly Folder[], text: string): TreeNode {
  const all = allFolders(folders);
  const paths = pathsById(all);
  const wanted = containing(text, 'Name', 'CustomerKey');
  return filterNode(text, {
    compare: foldersFirst,
    load: (signal) => {
      const seen = new Set<string>();
      const toNode = (object: SoapObject): TreeNode | undefined => {
        const path = paths.get(numberAt(object, 'CategoryID') ?? 0);
        const node = dataExtensionNode(account, object, path ?? 'shared');
        if (seen.has(node.id)) return undefined;
        seen.add(node.id);
        return node;
      };
      const matching = all.filter(({ name, key }) => hasText(text, name, key));
      const found = (everywhere: boolean): AsyncIterable<NodePage> =>
        retrievedPages(account, dataExtensionsQuery(wanted, everywhere), toNode, signal);
      return oneAfterAnother(
        pageOf(matching.map((folder) => folderNode(folder, contentOf(account)))),
        found(false),
        ...(hasShared(folders) ? [] : [found(true)]),
      );
    },
  });
}

// eslint-disable-next-line @typescript-eslint/require-await -- beside pages that have to be waited for
async function* pageOf(nodes: readonly TreeNode[]): AsyncIterable<NodePage> {
  if (nodes.length > 0) yield { nodes, isFull: false };
}
