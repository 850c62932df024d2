/** The subscribers of a list as nodes: the first of them; all of them are a request away. */
import type { Account } from '../../account.ts';
import { formatBothTimes, formatNumber } from '../../display.ts';
import { emptyNode, facts, type TreeNode } from '../treeNode.ts';
import type { List } from './list.ts';
import { membersQuery, readMembership, type Membership } from './subscribers.ts';

/** Subscribers shown below a list: a tree of many thousand helps nobody. */
const shown = 200;

export async function loadMembers(
  account: Account,
  list: Pick<List, 'id' | 'name' | 'key'>,
  signal: AbortSignal,
): Promise<TreeNode[]> {
  const client = await account.client();
  const id = `list:${String(list.id)}`;
  for await (const page of client.retrieve(membersQuery(list.id, shown + 1), { signal })) {
    const members = page.map(readMembership);
    const nodes = members.slice(0, shown).map(memberNode);
    if (nodes.length === 0) break;
    return members.length > shown ? [...nodes, moreNode(id, list)] : nodes;
  }
  return [emptyNode(id, 'Nobody is on this list')];
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

/** Acts as the list itself: its menu opens a request for all subscribers. */
function moreNode(parentId: string, { id, name, key }: Pick<List, 'id' | 'name' | 'key'>): TreeNode {
  return {
    id: `${parentId}/more`,
    label: `More than ${formatNumber(shown)}: a new request retrieves them all`,
    icon: 'ellipsis',
    subject: { kind: 'list', id, name, key },
  };
}
