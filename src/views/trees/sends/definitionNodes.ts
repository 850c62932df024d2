/** What can be started: e-mail send definitions, and triggered send definitions with their state. */
import type { Account } from '../../account.ts';
import {
  allSendDefinitionsQuery,
  readSendDefinition,
  type SendDefinition,
} from '../../sends/sendDefinition.ts';
import {
  allTriggeredDefinitionsQuery,
  readTriggeredDefinition,
  triggeredPhase,
  type TriggeredSendDefinition,
} from '../../sends/triggeredSend.ts';
import { emptyNode, facts, type TreeNode } from '../treeNode.ts';

/** The two groups below the sends; each is asked for when it is opened. */
export function definitionGroups(account: Account): readonly TreeNode[] {
  return [
    group('definitions', 'E-mail Send Definitions', 'mail', async (signal) => {
      const client = await account.client();
      const objects = await client.retrieveAll(allSendDefinitionsQuery, { signal });
      return byLabel(objects.map(readSendDefinition).map(definitionNode));
    }),
    group('triggered', 'Triggered Sends', 'zap', async (signal) => {
      const client = await account.client();
      const objects = await client.retrieveAll(allTriggeredDefinitionsQuery, { signal });
      return byLabel(objects.map(readTriggeredDefinition).map(triggeredNode));
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
      return nodes.length === 0 ? [emptyNode(key, 'None')] : nodes;
    },
  };
}

function byLabel(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return [...nodes].sort((a, b) => a.label.localeCompare(b.label));
}

function definitionNode({ key, name, subject, description, classification }: SendDefinition): TreeNode {
  return {
    id: `definition:${key}`,
    label: name === '' ? key : name,
    kind: 'e-mail send definition',
    ...(subject === '' ? {} : { description: subject }),
    icon: 'mail',
    subject: { kind: 'sendDefinition', key, name },
    tooltip: facts(
      ['E-mail send definition', name],
      ['Customer key', key],
      ['Subject', subject],
      ['Description', description],
      ['Send classification', classification],
    ),
  };
}

/** What an active definition looks like, one that waits to be started for the first time, and one that was stopped. */
const looks: Readonly<Record<string, { readonly icon: string; readonly iconColor?: string }>> = {
  running: { icon: 'zap', iconColor: 'charts.green' },
  paused: { icon: 'debug-pause', iconColor: 'charts.yellow' },
};

function triggeredNode({ key, name, subject, status }: TriggeredSendDefinition): TreeNode {
  const phase = triggeredPhase(status);
  return {
    id: `triggered:${key}`,
    label: name === '' ? key : name,
    kind: 'triggered send definition',
    description: status,
    ...(looks[phase] ?? { icon: 'circle-outline' }),
    subject: { kind: 'triggeredSend', key, name },
    context: `triggeredSend.${phase === 'running' ? 'active' : 'inactive'}`,
    tooltip: facts(
      ['Triggered send definition', name],
      ['Customer key', key],
      ['Subject', subject],
      ['State', status],
    ),
  };
}
