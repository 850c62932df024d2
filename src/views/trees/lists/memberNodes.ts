/** The subscribers of a list as nodes, a page at a time. */
import * as l10n from '@vscode/l10n';
import type { Account } from '../../account.ts';
import { formatBothTimes } from '../../display.ts';
import { retrievedPages } from '../retrievedPages.ts';
import { facts, type NodePages, type TreeNode } from '../treeNode.ts';
import { membersQuery, readMembership, type Membership } from './subscribers.ts';

/** Subscribers of a page: more at once help nobody in a tree. */
const pageSize = 200;

export function memberPages(account: Account, listId: number): NodePages {
  return {
    load: (signal) =>
      retrievedPages(
        account,
        membersQuery(listId, pageSize),
        (object) => memberNode(readMembership(object)),
        signal,
      ),
    empty: l10n.t('Nobody is on this list'),
  };
}

const icons: Readonly<Record<string, readonly [icon: string, color: string]>> = {
  Active: ['account', 'charts.green'],
  Unsubscribed: ['circle-slash', 'charts.red'],
  Held: ['debug-pause', 'charts.yellow'],
  Bounced: ['warning', 'charts.yellow'],
};

function memberNode(member: Membership): TreeNode {
  const { key, listId, status, created, modified } = member;
  const [icon, iconColor] = icons[status] ?? ['account', 'foreground'];
  return {
    id: `list:${String(listId)}/${key}`,
    label: key,
    kind: l10n.t('subscriber'),
    description: status,
    icon,
    iconColor,
    subject: { kind: 'subscriber', key, listId, status },
    tooltip: facts(
      [l10n.t('Subscriber key'), key],
      [l10n.t('Status on this list'), status],
      [l10n.t('Added'), created && formatBothTimes(created)],
      [l10n.t('Modified'), modified && formatBothTimes(modified)],
    ),
  };
}
