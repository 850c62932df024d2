/** The Sends tree: what runs comes first and stays alive, what can be started comes last (rows A10, A11, C1). */
import assert from 'node:assert/strict';
import type { RetrieveQuery, SoapClient, SoapObject } from '../../../../src/soap/index.ts';
import type { Account } from '../../../../src/views/account.ts';
import type { Reading } from '../../../../src/views/sends/watch.ts';
import { loadSendTree, type LiveNumbers, type RunningSend } from '../../../../src/views/trees/sends/nodes.ts';
import type { TreeNode } from '../../../../src/views/trees/treeNode.ts';
import { reading } from '../../../support/monitorWorld.ts';

const { signal } = new AbortController();
const now = new Date('2026-01-10T18:00:00Z');

const objects: Readonly<Record<string, readonly SoapObject[]>> = {
  Send: [
    {
      ...{ ID: 1, EmailName: 'Old', Status: 'Complete', NumberSent: 10 },
      ...{ SendDate: '2026-01-08T10:00:00', SentDate: '2026-01-08T10:05:00' },
    },
    {
      ...{ ID: 2, EmailName: 'Now', Status: 'Sending', NumberSent: 3 },
      ...{ SendDate: '2026-01-10T11:59:00', SentDate: null },
    },
    { ID: 3, EmailName: 'Later', Status: 'Scheduled', SendDate: '2026-01-11T10:00:00' },
    { ID: 4, EmailName: 'Stopped', Status: 'Canceled', SendDate: '2026-01-10T10:00:00' },
  ],
  EmailSendDefinition: [
    { CustomerKey: 'b', Name: 'Beta', EmailSubject: 'Hello' },
    { CustomerKey: 'a', Name: 'Alpha', EmailSubject: '' },
  ],
  TriggeredSendDefinition: [
    { CustomerKey: 'w', Name: 'Welcome', EmailSubject: 'Hi', TriggeredSendStatus: 'Active' },
    { CustomerKey: 'x', Name: 'Old welcome', EmailSubject: 'Hi', TriggeredSendStatus: 'Inactive' },
  ],
};

/** The tree of an org, what it asked for, and what it said runs. */
async function load(heard: { reading?: Reading } = {}): Promise<{
  readonly groups: readonly TreeNode[];
  readonly asked: readonly RetrieveQuery[];
  readonly running: readonly RunningSend[];
}> {
  const asked: RetrieveQuery[] = [];
  const client: Pick<SoapClient, 'retrieveAll'> = {
    retrieveAll: (query) => {
      asked.push(query);
      return Promise.resolve([...(objects[query.objectType] ?? [])]);
    },
  };
  const account: Account = {
    ...{ connectionId: 'c', mid: 1, label: 'Acme · UK' },
    client: () => Promise.resolve(client as SoapClient),
  };
  let running: readonly RunningSend[] = [];
  const live: LiveNumbers = { readingOf: () => heard.reading, running: (shown) => (running = shown) };
  return { groups: await loadSendTree(account, now, live, signal), asked, running };
}

async function childrenOf(node: TreeNode | undefined): Promise<readonly TreeNode[]> {
  assert.ok(node?.children, 'a node with children');
  return node.children(signal);
}

describe('the tree of sends', () => {
  it('puts running sends first, then scheduled ones, then days, then what can be started', async () => {
    const { groups, asked } = await load();
    assert.equal(asked.length, 1);
    const [runningGroup, scheduled, ...others] = groups;
    assert.deepEqual([runningGroup?.label, runningGroup?.description], ['Running Now', '1']);
    assert.deepEqual([scheduled?.label, scheduled?.description], ['Scheduled', '1']);
    assert.deepEqual(
      others.slice(-2).map(({ label }) => label),
      ['E-mail Send Definitions', 'Triggered Sends'],
    );
    const [running] = await childrenOf(runningGroup);
    assert.equal(running?.description, 'Sending · 3 sent');
    assert.equal(running.context, 'send.running');
    const [stopped] = await childrenOf(others[0]);
    assert.equal(stopped?.context, 'send.canceled');
  });

  it('says of a running send what was heard since (C1)', async () => {
    const heard: { reading?: Reading } = {};
    const { groups, running } = await load(heard);
    const [node] = await childrenOf(groups[0]);
    assert.deepEqual(
      running.map(({ target }) => [target.kind, target.id, target.where]),
      [['send', '2', 'Acme · UK']],
    );
    assert.equal(running[0]?.node, node);
    heard.reading = reading(2, 70);
    assert.equal(node?.description, 'Sending · 70 sent');
  });

  it('lists what can be started, with its state (A10, A11)', async () => {
    const { groups } = await load();
    const [definitions, triggered] = groups.slice(-2);
    assert.deepEqual(
      (await childrenOf(definitions)).map(({ label, description }) => [label, description]),
      [
        ['Alpha', undefined],
        ['Beta', 'Hello'],
      ],
    );
    assert.deepEqual(
      (await childrenOf(triggered)).map(({ label, description, context }) => [label, description, context]),
      [
        ['Old welcome', 'Inactive', 'triggeredSend.inactive'],
        ['Welcome', 'Active', 'triggeredSend.active'],
      ],
    );
  });
});
