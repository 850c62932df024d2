/** A list as a node. */
import * as l10n from '@vscode/l10n';
import type { SoapObject } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { formatBothTimes } from '../../display.ts';
import { facts, type TreeNode } from '../treeNode.ts';
import { readList } from './list.ts';
import { memberPages } from './memberNodes.ts';

/** What the classification of a list is called, and its icon. */
const classifications: Readonly<Record<string, { readonly name: string; readonly icon: string }>> = {
  PublicationList: { name: l10n.t('publication list'), icon: 'megaphone' },
  SuppressionList: { name: l10n.t('suppression list'), icon: 'circle-slash' },
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
    kind: l10n.t('list'),
    description: [kind, l10n.t('ID {0}', id), path]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    icon: classification?.icon ?? 'organization',
    subject: { kind: 'list', id, name, key },
    searched: [key],
    tooltip: facts(
      [l10n.t('List'), name],
      ['ID', String(id)],
      [l10n.t('Key'), key],
      [l10n.t('In'), path],
      [l10n.t('Description'), list.description],
      [l10n.t('Created'), created && formatBothTimes(created)],
      [l10n.t('Modified'), modified && formatBothTimes(modified)],
    ),
    pages: memberPages(account, id),
  };
}
