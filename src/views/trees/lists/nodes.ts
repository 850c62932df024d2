/** The Lists tree: folders and the lists in them. */
import type { SoapObject } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { formatBothTimes } from '../../display.ts';
import { loadFolderNodes } from '../folderNodes.ts';
import { facts, type TreeNode } from '../treeNode.ts';
import { listsQuery, readList } from './list.ts';
import { loadMembers } from './memberNodes.ts';

/** Kinds of folders that hold lists. */
const contentTypes = ['list', 'publication', 'mysubs', 'shared_publication', 'suppression_list'];

/** The nodes at the top of the tree. */
export function loadListTree(account: Account, signal: AbortSignal): Promise<readonly TreeNode[]> {
  return loadFolderNodes(
    account,
    contentTypes,
    (folder, inner) => loadLists(account, folder.id, inner),
    signal,
  );
}

async function loadLists(account: Account, categoryId: number, signal: AbortSignal): Promise<TreeNode[]> {
  const client = await account.client();
  const lists = await client.retrieveAll(listsQuery(categoryId), { signal });
  return lists.map((list) => listNode(account, list)).sort((a, b) => a.label.localeCompare(b.label));
}

/** What the classification of a list is called, and its icon. */
const classifications: Readonly<Record<string, { readonly name: string; readonly icon: string }>> = {
  PublicationList: { name: 'publication list', icon: 'megaphone' },
  SuppressionList: { name: 'suppression list', icon: 'circle-slash' },
};

function listNode(account: Account, object: SoapObject): TreeNode {
  const list = readList(object);
  const { id, name, key, created, modified } = list;
  const classification = classifications[list.classification];
  const kind = classification?.name ?? list.type;
  return {
    id: `list:${String(id)}`,
    label: name,
    kind: 'list',
    description: kind === '' ? `ID ${String(id)}` : `${kind} · ID ${String(id)}`,
    icon: classification?.icon ?? 'organization',
    subject: { kind: 'list', id, name, key },
    tooltip: facts(
      ['List', name],
      ['ID', String(id)],
      ['Key', key],
      ['Description', list.description],
      ['Created', created && formatBothTimes(created)],
      ['Modified', modified && formatBothTimes(modified)],
    ),
    children: (signal) => loadMembers(account, list, signal),
  };
}
