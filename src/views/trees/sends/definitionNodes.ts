/** What can be started: e-mail send definitions, and triggered send definitions with their state. */
import * as l10n from '@vscode/l10n';
import type { SoapObject } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { formatNumber } from '../../display.ts';
import { readSendDefinition, sendDefinitionsQuery } from '../../sends/sendDefinition.ts';
import {
  allTriggeredDefinitionsQuery,
  readTriggeredDefinition,
  readTriggeredTotals,
  triggeredPhase,
  triggeredTotalsQuery,
  type TriggeredSendDefinition,
  type TriggeredTotals,
} from '../../sends/triggeredSend.ts';
import { byLabel, emptyNode, facts, nameOrKey, type TreeNode } from '../treeNode.ts';

/** The two groups below the sends; each is asked for when it is opened. */
export function definitionGroups(account: Account): readonly TreeNode[] {
  return [
    group('definitions', l10n.t('E-mail Send Definitions'), 'mail', async (signal) => {
      const client = await account.client();
      const objects = await client.retrieveAll(sendDefinitionsQuery(), { signal });
      return sorted(objects.map(definitionNode));
    }),
    group('triggered', l10n.t('Triggered Sends'), 'zap', async (signal) => {
      const client = await account.client();
      const objects = await client.retrieveAll(allTriggeredDefinitionsQuery, { signal });
      return sorted(await triggeredNodes(account, objects, signal));
    }),
  ];
}

function group(
  id: string,
  label: string,
  icon: string,
  load: (signal: AbortSignal) => Promise<readonly TreeNode[]>,
): TreeNode {
  const key = `group:${id}`;
  return {
    ...{ id: key, label, icon },
    context: 'sendGroup',
    children: async (signal) => {
      const nodes = await load(signal);
      return nodes.length === 0 ? [emptyNode(key, l10n.t('None'))] : nodes;
    },
  };
}

function sorted(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return [...nodes].sort(byLabel);
}

export function definitionNode(object: SoapObject): TreeNode {
  const { key, name, subject, description, classification } = readSendDefinition(object);
  return {
    id: `definition:${key}`,
    label: nameOrKey({ name, key }),
    kind: l10n.t('e-mail send definition'),
    ...(subject === '' ? {} : { description: subject }),
    icon: 'mail',
    subject: { kind: 'sendDefinition', key, name },
    searched: [key],
    tooltip: facts(
      [l10n.t('E-mail send definition'), name],
      [l10n.t('Customer key'), key],
      [l10n.t('Subject'), subject],
      [l10n.t('Description'), description],
      [l10n.t('Send classification'), classification],
    ),
  };
}

/** What an active definition looks like, one that waits to be started for the first time, and one that was stopped. */
const looks: Readonly<Record<string, { readonly icon: string; readonly iconColor?: string }>> = {
  running: { icon: 'zap', iconColor: 'charts.green' },
  paused: { icon: 'debug-pause', iconColor: 'charts.yellow' },
};

/** The definitions with what they have sent and what waits; their numbers come with one more request for all. */
export async function triggeredNodes(
  account: Account,
  objects: readonly SoapObject[],
  signal: AbortSignal,
): Promise<TreeNode[]> {
  const definitions = objects.map(readTriggeredDefinition);
  if (definitions.length === 0) return [];
  const client = await account.client();
  const keys = definitions.map(({ key }) => key);
  const summaries = await client.retrieveAll(triggeredTotalsQuery(keys), { signal });
  const totals = new Map(summaries.map(readTriggeredTotals).map((each) => [each.key, each]));
  return definitions.map((definition) => triggeredNode(definition, totals.get(definition.key)));
}

function triggeredNode(
  { key, name, subject, status }: TriggeredSendDefinition,
  totals: TriggeredTotals | undefined,
): TreeNode {
  const queued = totals?.queued ?? 0;
  const phase = triggeredPhase(status);
  return {
    id: `triggered:${key}`,
    label: nameOrKey({ name, key }),
    kind: l10n.t('triggered send definition'),
    description: queued === 0 ? status : l10n.t('{0} · {1} queued', status, formatNumber(queued)),
    ...(looks[phase] ?? { icon: 'circle-outline' }),
    subject: { kind: 'triggeredSend', key, name },
    searched: [key],
    context: `triggeredSend.${phase === 'running' ? 'active' : 'inactive'}`,
    tooltip: facts(
      [l10n.t('Triggered send definition'), name],
      [l10n.t('Customer key'), key],
      [l10n.t('Subject'), subject],
      [l10n.t('State'), status],
      [l10n.t('Sent'), totals && formatNumber(totals.sent)],
      [l10n.t('Queued'), totals && formatNumber(totals.queued)],
      [l10n.t('Not sent because of errors'), totals && formatNumber(totals.errors)],
    ),
  };
}
