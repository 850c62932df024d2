/** The Lists & Groups tree: folders of lists and the groups, or what a filter finds of both. */
import * as l10n from '@vscode/l10n';
import { numberAt, where } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { containing, filterNode } from '../filterNodes.ts';
import { FolderCache, folderNodes, type LoadContent } from '../folderNodes.ts';
import { allFolders, pathsById } from '../folders.ts';
import { oneAfterAnother, retrievedPages } from '../retrievedPages.ts';
import { byLabel, type TreeNode } from '../treeNode.ts';
import { groupNode } from './groupNode.ts';
import { groupsQuery } from './group.ts';
import { listsQuery } from './list.ts';
import { listNode } from './nodes.ts';

/** Kinds of folders that hold lists. */
const contentTypes = ['list', 'publication', 'mysubs', 'shared_publication', 'suppression_list'];

/** The folders of the Lists view. */
export function listFolders(): FolderCache {
  return new FolderCache(contentTypes);
}

/** The nodes at the top of the tree. @param filter what name or key has to contain; empty for everything */
export async function loadListTree(
  account: Account,
  cache: FolderCache,
  filter: string,
): Promise<readonly TreeNode[]> {
  const folders = await cache.of(account);
  if (filter === '') {
    const load: LoadContent = ({ id }, inner) =>
      retrievedPages(
        account,
        listsQuery(where('Category', 'equals', id)),
        (object) => listNode(account, object),
        inner,
      );
    return [...folderNodes(folders, load), groupsNode(account)];
  }
  const all = allFolders(folders);
  const paths = pathsById(all);
  return [
    filterNode(filter, {
      compare: byLabel,
      load: (inner) =>
        oneAfterAnother(
          retrievedPages(
            account,
            listsQuery(containing(filter, 'ListName', 'CustomerKey')),
            (object) => listNode(account, object, paths.get(numberAt(object, 'Category') ?? 0)),
            inner,
          ),
          retrievedPages(account, groupsQuery(containing(filter, 'Name')), groupNode, inner),
        ),
    }),
  ];
}

/** Groups know their folder too; they are few, and people look for them by what they are. */
function groupsNode(account: Account): TreeNode {
  return {
    id: 'groups',
    label: l10n.t('Groups'),
    icon: 'list-filter',
    context: 'groups',
    pages: {
      load: (signal) => retrievedPages(account, groupsQuery(), groupNode, signal),
      compare: byLabel,
      empty: l10n.t('There are no groups'),
    },
  };
}
