/** Subscribers of lists, against the sandbox org: found everywhere, added, changed, taken off. */
import assert from 'node:assert/strict';
import { textAt, upsert, where } from '../../../src/soap/index.ts';
import { countByStatus } from '../../../src/views/trees/lists/countByStatus.ts';
import { memberPages } from '../../../src/views/trees/lists/memberNodes.ts';
import { PagedNodes } from '../../../src/views/trees/pagedNodes.ts';
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

  it('are shown below their list in pages, each by one request', async () => {
    const pagesOf = (name: string): PagedNodes => {
      const { id } = listNamed(name);
      const node = { id: `list:${String(id)}`, label: name, icon: 'organization' };
      return new PagedNodes(node, memberPages(account, id), signal);
    };
    const labels = (paged: PagedNodes): string[] =>
      paged.shown(() => assert.fail('no failure')).map(({ label }) => label);
    const asked = (): number =>
      (org.sandbox?.requests() ?? []).filter(({ objectType }) => objectType === 'ListSubscriber').length;
    const before = asked();
    const everybody = pagesOf('All Subscribers');
    await everybody.next();
    assert.equal(labels(everybody).length, 201);
    assert.equal(labels(everybody).at(-1), 'Load more');
    assert.equal(asked() - before, 1);
    await everybody.next();
    assert.equal(labels(everybody).length, 401);
    assert.equal(new Set(labels(everybody)).size, 401);
    assert.equal(asked() - before, 2);
    const nobody = pagesOf('Empty list');
    await nobody.next();
    assert.deepEqual(labels(nobody), ['Nobody is on this list']);
  });

  it('are counted by status, with nothing asked for but the status', async () => {
    const { id } = listNamed('Newsletter');
    let told = 0;
    const counts = await countByStatus(org.client, id, () => (told += 1), signal);
    const all = await org.client.retrieveAll({
      objectType: 'ListSubscriber',
      properties: ['Status'],
      filter: where('ListID', 'equals', id),
    });
    assert.ok(all.length > 2500 && counts.size > 1);
    assert.equal(
      [...counts.values()].reduce((sum, count) => sum + count),
      all.length,
    );
    assert.equal(told, Math.ceil(all.length / 2500));
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
