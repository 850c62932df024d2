/** The subscribers of a list as nodes, a page at a time. */
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
    empty: 'Nobody is on this list',
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
    kind: 'subscriber',
    description: status,
    icon,
    iconColor,
    subject: { kind: 'subscriber', key, listId, status },
    tooltip: facts(
      ['Subscriber key', key],
      ['Status on this list', status],
      ['Added', created && formatBothTimes(created)],
      ['Modified', modified && formatBothTimes(modified)],
    ),
  };
}
