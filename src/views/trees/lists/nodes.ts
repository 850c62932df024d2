/** A list as a node. */
import type { SoapObject } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { formatBothTimes } from '../../display.ts';
import { facts, type TreeNode } from '../treeNode.ts';
import { readList } from './list.ts';
import { memberPages } from './memberNodes.ts';

/** What the classification of a list is called, and its icon. */
const classifications: Readonly<Record<string, { readonly name: string; readonly icon: string }>> = {
  PublicationList: { name: 'publication list', icon: 'megaphone' },
  SuppressionList: { name: 'suppression list', icon: 'circle-slash' },
};

/** @param path of its folder, when that is not to be seen in the tree */
export function listNode(account: Account, object: SoapObject, path?: string): TreeNode {
  const list = readList(object);
  const { id, name, key, created, modified } = list;
  const classification = classifications[list.classification];
  const kind = classification?.name ?? list.type;
  return {
    id: `list:${String(id)}`,
    label: name,
    kind: 'list',
    description: [kind, `ID ${String(id)}`, path]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    icon: classification?.icon ?? 'organization',
    subject: { kind: 'list', id, name, key },
    tooltip: facts(
      ['List', name],
      ['ID', String(id)],
      ['Key', key],
      ['In', path],
      ['Description', list.description],
      ['Created', created && formatBothTimes(created)],
      ['Modified', modified && formatBothTimes(modified)],
    ),
    pages: memberPages(account, id),
  };
}
