/** The Sends tree: what is running now, what is scheduled, and the last 30 days by day. */
import type { Account } from '../../account.ts';
import { formatBothTimes, formatDay, formatNumber } from '../../display.ts';
import { isOver, phaseOf, readSend, recentSendsQuery, type Send, type SendPhase } from '../../sends/send.ts';
import { facts, type TreeNode } from '../treeNode.ts';

const shownFor = 30 * 86_400_000;

/** The nodes at the top of the tree, newest first. */
export async function loadSendTree(
  account: Account,
  now: Date,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  const client = await account.client();
  const objects = await client.retrieveAll(recentSendsQuery(new Date(now.getTime() - shownFor)), { signal });
  const sends = objects.map(readSend).sort((a, b) => timeOf(b) - timeOf(a));
  const inPhase = (...phases: readonly SendPhase[]): Send[] =>
    sends.filter((send) => phases.includes(phaseOf(send, now)));
  const past = sends.filter((send) => isOver(phaseOf(send, now)));
  return [
    ...groupNode(
      { id: 'running', label: 'Running Now', icon: 'broadcast' },
      inPhase('running', 'paused'),
      now,
    ),
    ...groupNode({ id: 'scheduled', label: 'Scheduled', icon: 'clock' }, inPhase('scheduled'), now),
    ...dayNodes(past, now),
  ];
}

function timeOf(send: Send): number {
  return send.sendDate?.getTime() ?? 0;
}

function groupNode(
  { id, label, icon }: Pick<TreeNode, 'id' | 'label' | 'icon'>,
  sends: readonly Send[],
  now: Date,
): TreeNode[] {
  if (sends.length === 0) return [];
  const nodes = sends.map((send) => sendNode(send, now));
  return [
    {
      id: `group:${id}`,
      label,
      description: String(sends.length),
      icon,
      context: 'group',
      expanded: id === 'running',
      children: () => Promise.resolve(nodes),
    },
  ];
}

function dayNodes(sends: readonly Send[], now: Date): TreeNode[] {
  const days = new Map<string, Send[]>();
  for (const send of sends) {
    const day = formatDay(send.sendDate ?? now, now);
    days.set(day, [...(days.get(day) ?? []), send]);
  }
  return [...days].flatMap(([day, ofDay]) =>
    groupNode({ id: day, label: day, icon: 'calendar' }, ofDay, now),
  );
}

/** How a phase looks in the tree; the status is in words beside it. */
const phaseIcons: Readonly<Record<SendPhase, { readonly icon: string; readonly color?: string }>> = {
  running: { icon: 'sync', color: 'charts.blue' },
  scheduled: { icon: 'clock' },
  paused: { icon: 'debug-pause', color: 'charts.yellow' },
  complete: { icon: 'pass', color: 'charts.green' },
  canceled: { icon: 'circle-slash', color: 'charts.red' },
  failed: { icon: 'error', color: 'charts.red' },
};

function sendNode(send: Send, now: Date): TreeNode {
  const { id, name, subject, status, numberSent, numberTargeted, sendDate, sentDate } = send;
  const phase = phaseOf(send, now);
  const { icon, color } = phaseIcons[phase];
  const sent = numberSent === undefined ? undefined : formatNumber(numberSent);
  return {
    id: `send:${String(id)}`,
    label: name === '' ? subject : name,
    kind: 'send',
    description: [status, sent === undefined ? '' : `${sent} sent`].filter((part) => part !== '').join(' · '),
    icon,
    ...(color === undefined ? {} : { iconColor: color }),
    subject: { kind: 'send', id, name },
    context: `send.${phase}`,
    tooltip: facts(
      ['Send', name],
      ['Subject', subject],
      ['ID', String(id)],
      ['Status', status],
      ['Number sent', sent],
      ['Audience', numberTargeted === undefined ? undefined : formatNumber(numberTargeted)],
      ['Start', sendDate && formatBothTimes(sendDate)],
      ['Sent time', sentDate && formatBothTimes(sentDate)],
    ),
  };
}
