/** Filters of the views, against the sandbox org: the service searches, whole folders come in pages, few requests. */
import assert from 'node:assert/strict';
import type { Account } from '../../../../src/views/account.ts';
import {
  dataExtensionFolders,
  loadDataExtensionTree,
} from '../../../../src/views/trees/dataExtensions/tree.ts';
import { findInOrg } from '../../../../src/views/trees/findInOrg.ts';
import { loadImportTree } from '../../../../src/views/trees/imports/tree.ts';
import { listFolders, loadListTree } from '../../../../src/views/trees/lists/tree.ts';
import { filteredSends } from '../../../../src/views/trees/sends/filtered.ts';
import { openOrg, type TestOrg } from '../../../support/org.ts';
import { childrenOf, labelled } from '../../../support/trees.ts';

describe('a filtered view', () => {
  let org: TestOrg;
  let account: Account;
  const folders = dataExtensionFolders();

  before(async () => {
    org = await openOrg();
    account = { connectionId: 'test', mid: 1, label: 'Test', client: () => Promise.resolve(org.client) };
  });
  after(() => org.close());

  /** What was asked for while something was done, by type of object. */
  const askedFor = async (work: () => Promise<unknown>): Promise<(string | undefined)[]> => {
    const before = org.sandbox?.requests().length ?? 0;
    await work();
    const made = (org.sandbox?.requests() ?? []).slice(before);
    return made.filter(({ operation }) => operation === 'Retrieve').map(({ objectType }) => objectType);
  };

  it('shows what has the text in its name or key, with its folder, and folders that are called so', async () => {
    const [filter] = await loadDataExtensionTree(account, folders, 'order');
    const nodes = await childrenOf(filter);
    assert.equal(filter?.label, 'Filter: order');
    assert.equal(filter.description, `${String(nodes.length)} found`);
    assert.equal(labelled(nodes, 'Orders').kind, 'folder');
    const confirmations = labelled(nodes, 'Order_Confirmations');
    assert.match(confirmations.description ?? '', /Data Extensions \/ /);
    for (const { subject, label } of nodes) {
      const key = subject !== undefined && 'key' in subject ? subject.key : '';
      assert.match(`${label} ${key}`, /order/i);
    }
  });

  it('asks for the folders once, and then with each filter for data extensions alone', async () => {
    const load = async (text: string): Promise<void> => {
      const [filter] = await loadDataExtensionTree(account, folders, text);
      await childrenOf(filter);
    };
    assert.deepEqual(await askedFor(() => load('ord')), ['DataExtension']);
    assert.deepEqual(await askedFor(() => load('orde')), ['DataExtension']);
    folders.forget();
    assert.deepEqual(await askedFor(() => load('orde')), ['DataFolder', 'DataExtension']);
  });

  it('finds names by what is most common in them, the underscore', async () => {
    const [filter] = await loadDataExtensionTree(account, folders, 'r_conf');
    assert.deepEqual(
      (await childrenOf(filter)).map(({ label }) => label),
      ['Order_Confirmations'],
    );
    assert.equal(filter?.description, '1 found');
    const { found } = await findInOrg(org.client, 'r_conf', new AbortController().signal);
    assert.ok(found.some(({ name }) => name === 'Order_Confirmations'));
  });

  it('takes the signs of patterns for themselves, and says so when there is nothing', async () => {
    for (const text of ['100%', 'a_b[c', '<&>"', '💚']) {
      const [filter] = await loadDataExtensionTree(account, folders, text);
      const [nothing] = await childrenOf(filter);
      assert.equal(nothing?.label, 'Nothing has this in its name or key', text);
    }
    assert.deepEqual(
      org.sandbox?.requests().flatMap(({ problems }) => problems),
      [],
    );
  });

  it('finds lists and groups', async () => {
    const [filter] = await loadListTree(account, listFolders(), 'lon');
    assert.deepEqual(
      (await childrenOf(filter)).map(({ label, kind }) => [label, kind]),
      [['Londoners', 'group']],
    );
    const [other] = await loadListTree(account, listFolders(), 'newsletter');
    const [list] = await childrenOf(other);
    assert.match(list?.description ?? '', /^publication list · ID \d+ · Publication Lists/);
  });

  it('finds sends of any time, newest first, and what can be started', async () => {
    const nodes = await childrenOf(filteredSends(account, 'newsletter', new Date()));
    const kinds = nodes.map(({ kind }) => kind);
    assert.equal(kinds.at(-1), 'e-mail send definition');
    assert.ok(kinds.indexOf('e-mail send definition') >= kinds.lastIndexOf('send'));
    const [welcome] = await childrenOf(filteredSends(account, 'Welcome', new Date()));
    assert.equal(welcome?.kind, 'triggered send definition');
  });

  it('finds import definitions', async () => {
    const [filter] = loadImportTree(account, 'nothing of the kind');
    const [nothing] = await childrenOf(filter);
    assert.equal(nothing?.label, 'Nothing has this in its name or key');
  });
});

describe('a business unit', () => {
  it('sees what the enterprise shares when it asks for it, with its fields', async () => {
    const org = await openOrg();
    const unit = org.sandbox?.connection.businessUnits[1]?.mid ?? 0;
    const client = org.clientFor(unit);
    const account = { connectionId: 'test', mid: unit, label: 'UK', client: () => Promise.resolve(client) };
    const enterprise = { ...account, client: () => Promise.resolve(org.client) };
    const [own] = await org.client.retrieveAll({
      objectType: 'DataFolder',
      properties: ['ID'],
      filter: { property: 'ContentType', operator: 'equals', values: ['shared_dataextension'] },
    });
    const made = await org.client.create([
      {
        ...{
          $type: 'DataExtension',
          CustomerKey: 'shared-prices',
          Name: 'Prices',
          CategoryID: own?.['ID'] ?? 0,
        },
        Fields: {
          Field: [{ Name: 'Sku', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true }],
        },
      },
    ]);
    assert.equal(made.status, 'ok', made.results[0]?.message);
    const roots = await loadDataExtensionTree(account, dataExtensionFolders(), '');
    const [shared] = await childrenOf(labelled(roots, 'Shared Data Extensions'));
    const prices = labelled(await childrenOf(shared), 'Prices');
    assert.equal((await childrenOf(prices))[0]?.label, 'Sku');
    const [filter] = await loadDataExtensionTree(account, dataExtensionFolders(), 'shared-pri');
    assert.match(labelled(await childrenOf(filter), 'Prices').description ?? '', /shared$/);
    // The enterprise sees its own shared folders among the others, once.
    const ofEnterprise = await loadDataExtensionTree(enterprise, dataExtensionFolders(), '');
    assert.equal(ofEnterprise.filter(({ label }) => label === 'Shared Data Extensions').length, 1);
    await org.close();
  });
});
