/** The Sends tree: what is running now, what is scheduled, the last 30 days by day, and what can be started. */
import * as l10n from '@vscode/l10n';
import type { Account } from '../../account.ts';
import { formatBothTimes, formatDay, formatNumber } from '../../display.ts';
import { isOver, phaseOf, readSend, recentSendsQuery, type Send, type SendPhase } from '../../sends/send.ts';
import type { Reading, WatchTarget } from '../../sends/watch.ts';
import { facts, type TreeNode } from '../treeNode.ts';
import { definitionGroups } from './definitionNodes.ts';

const shownFor = 30 * 86_400_000;

/** Numbers that are fresher than the tree, of the sends that are running. */
export interface LiveNumbers {
  /** What was last heard; undefined before anything was. */
  readingOf(target: WatchTarget): Reading | undefined;
  /** Told, whenever the tree is loaded, which running sends it shows. */
  running(shown: readonly RunningSend[]): void;
}

/** A send of the group Running Now; the text of its node follows what is heard of it. */
export interface RunningSend {
  readonly target: WatchTarget;
  readonly node: TreeNode;
}

/** The nodes at the top of the tree: sends, newest first, then what can be started. */
export async function loadSendTree(
  account: Account,
  now: Date,
  live: LiveNumbers,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  const client = await account.client();
  const objects = await client.retrieveAll(recentSendsQuery(new Date(now.getTime() - shownFor)), { signal });
  const sends = objects.map(readSend).sort((a, b) => timeOf(b) - timeOf(a));
  const inPhase = (...phases: readonly SendPhase[]): Send[] =>
    sends.filter((send) => phases.includes(phaseOf(send, now)));
  const nodesOf = (some: readonly Send[]): TreeNode[] => some.map((send) => sendNode(send, now));
  const running = inPhase('running', 'paused').map((send) => runningSend(send, now, account, live));
  live.running(running);
  return [
    ...groupNode(
      { id: 'running', label: l10n.t('Running Now'), icon: 'broadcast' },
      running.map(({ node }) => node),
    ),
    ...groupNode(
      { id: 'scheduled', label: l10n.t('Scheduled'), icon: 'clock' },
      nodesOf(inPhase('scheduled')),
    ),
    ...dayGroups(
      sends.filter((send) => isOver(phaseOf(send, now))),
      now,
      nodesOf,
    ),
    ...definitionGroups(account),
  ];
}

function timeOf(send: Send): number {
  return send.sendDate?.getTime() ?? 0;
}

function groupNode(
  { id, label, icon }: Pick<TreeNode, 'id' | 'label' | 'icon'>,
  nodes: readonly TreeNode[],
): TreeNode[] {
  if (nodes.length === 0) return [];
  return [
    {
      id: `group:${id}`,
      label,
      description: String(nodes.length),
      icon,
      context: 'group',
      expanded: id === 'running',
      children: () => Promise.resolve(nodes),
    },
  ];
}

function dayGroups(
  sends: readonly Send[],
  now: Date,
  nodesOf: (sends: readonly Send[]) => TreeNode[],
): TreeNode[] {
  const days = new Map<string, Send[]>();
  for (const send of sends) {
    const day = formatDay(send.sendDate ?? now, now);
    days.set(day, [...(days.get(day) ?? []), send]);
  }
  return [...days].flatMap(([day, ofDay]) =>
    groupNode({ id: day, label: day, icon: 'calendar' }, nodesOf(ofDay)),
  );
}

/** The node asks for what to say each time it is drawn. */
function runningSend(send: Send, now: Date, account: Account, live: LiveNumbers): RunningSend {
  const { connectionId, mid, label: where } = account;
  const target: WatchTarget = {
    connectionId,
    mid,
    where,
    kind: 'send',
    id: String(send.id),
    name: send.name,
  };
  const node = sendNode(send, now);
  return {
    target,
    node: {
      ...node,
      get description() {
        const heard = live.readingOf(target);
        return heard === undefined
          ? (node.description ?? '')
          : statusAndNumber(heard.status, heard.numberSent);
      },
    },
  };
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

export function sendNode(send: Send, now: Date): TreeNode {
  const { id, name, subject, status, numberSent, numberTargeted, sendDate, sentDate } = send;
  const phase = phaseOf(send, now);
  const { icon, color } = phaseIcons[phase];
  const sent = numberSent === undefined ? undefined : formatNumber(numberSent);
  return {
    id: `send:${String(id)}`,
    label: name === '' ? subject : name,
    kind: l10n.t('send'),
    description: statusAndNumber(status, numberSent),
    icon,
    ...(color === undefined ? {} : { iconColor: color }),
    subject: { kind: 'send', id, name },
    searched: [name, subject],
    context: `send.${phase}`,
    tooltip: facts(
      [l10n.t('Send'), name],
      [l10n.t('Subject'), subject],
      ['ID', String(id)],
      [l10n.t('Status'), status],
      [l10n.t('Number sent'), sent],
      [l10n.t('Audience'), numberTargeted === undefined ? undefined : formatNumber(numberTargeted)],
      [l10n.t('Start'), sendDate && formatBothTimes(sendDate)],
      [l10n.t('Sent time'), sentDate && formatBothTimes(sentDate)],
    ),
  };
}

function statusAndNumber(status: string, numberSent: number | undefined): string {
  const sent = numberSent === undefined ? '' : l10n.t('{0} sent', formatNumber(numberSent));
  return [status, sent].filter((part) => part !== '').join(' · ');
}
