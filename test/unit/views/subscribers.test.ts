/** Subscribers of lists, against the sandbox org: found everywhere, added, changed, taken off. */
import assert from 'node:assert/strict';
import { textAt, upsert } from '../../../src/soap/index.ts';
import { loadMembers } from '../../../src/views/trees/lists/memberNodes.ts';
import {
  addition,
  findMemberships,
  removal,
  statusChange,
} from '../../../src/views/trees/lists/subscribers.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';

describe('the subscribers of lists', () => {
  let org: TestOrg;
  let lists: { id: number; name: string; key: string }[];
  const { signal } = new AbortController();
  const account = { connectionId: 'test', mid: 1, label: 'Test', client: () => Promise.resolve(org.client) };

  before(async () => {
    org = await openOrg();
    const objects = await org.client.retrieveAll({
      objectType: 'List',
      properties: ['ID', 'ListName', 'CustomerKey'],
    });
    lists = objects.map((object) => ({
      id: Number(object['ID']),
      name: textAt(object, 'ListName') ?? '',
      key: '',
    }));
  });
  after(() => org.close());

  const listNamed = (name: string): { id: number; name: string; key: string } => {
    const found = lists.find((list) => list.name === name);
    assert.ok(found, name);
    return found;
  };

  it('are shown below their list, the first of them by one request of one page', async () => {
    const before = org.sandbox?.requests().length ?? 0;
    const nodes = await loadMembers(account, listNamed('All Subscribers'), signal);
    assert.equal(nodes.length, 201);
    assert.match(nodes[200]?.label ?? '', /More than 200/);
    assert.equal(nodes[0]?.subject?.kind, 'subscriber');
    assert.deepEqual(
      (org.sandbox?.requests() ?? [])
        .slice(before)
        .filter(({ objectType }) => objectType === 'ListSubscriber').length <= 2,
      true,
    );
    const [empty] = await loadMembers(account, listNamed('Empty list'), signal);
    assert.equal(empty?.label, 'Nobody is on this list');
  });

  it('are added to a list, found by key or address on every list, changed on one, and taken off', async () => {
    const list = listNamed('Empty list');
    const added = await org.client.update([addition('key-1', 'somebody@example.com', list.id)], {
      requestOptions: upsert,
    });
    assert.equal(added.status, 'ok', added.results[0]?.message);
    for (const text of ['key-1', 'somebody@example.com']) {
      const found = await findMemberships(org.client, text, signal);
      assert.deepEqual(
        found.map(({ listName, status, key }) => [listName, status, key]),
        [
          ['All Subscribers', 'Active', 'key-1'],
          ['Empty list', 'Active', 'key-1'],
        ],
      );
    }
    const membership = { key: 'key-1', listId: list.id, status: 'Active' };
    await org.client.update([statusChange(membership, 'Unsubscribed')]);
    const changed = await findMemberships(org.client, 'key-1', signal);
    assert.deepEqual(
      changed.map(({ status }) => status),
      ['Active', 'Unsubscribed'],
    );
    await org.client.update([removal(membership)]);
    const left = await findMemberships(org.client, 'key-1', signal);
    assert.deepEqual(
      left.map(({ listName }) => listName),
      ['All Subscribers'],
    );
    assert.deepEqual(await findMemberships(org.client, 'nobody at all', signal), []);
  });
});
