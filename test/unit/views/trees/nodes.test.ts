/** Folders, data extensions, lists and sends as nodes of the trees. */
import assert from 'node:assert/strict';
import type { RetrieveQuery, SoapClient, SoapObject } from '../../../../src/soap/index.ts';
import type { Account } from '../../../../src/views/account.ts';
import {
  dataExtensionFolders,
  loadDataExtensionTree,
} from '../../../../src/views/trees/dataExtensions/tree.ts';
import { nestFolders } from '../../../../src/views/trees/folders.ts';
import { listFolders, loadListTree } from '../../../../src/views/trees/lists/tree.ts';
import { childrenOf } from '../../../support/trees.ts';

/** An account whose client answers retrieves from a table, and says what it was asked. */
function accountWith(answers: Readonly<Record<string, readonly SoapObject[]>>): {
  account: Account;
  asked: RetrieveQuery[];
} {
  const asked: RetrieveQuery[] = [];
  const answer = (query: RetrieveQuery): SoapObject[] => {
    asked.push(query);
    return [...(answers[query.objectType] ?? [])];
  };
  const client: Pick<SoapClient, 'retrieve' | 'retrieveAll'> = {
    retrieveAll: (query) => Promise.resolve(answer(query)),
    // eslint-disable-next-line @typescript-eslint/require-await -- the client's takes its time
    retrieve: async function* (query) {
      yield answer(query);
    },
  };
  const account = {
    connectionId: 'c',
    mid: 1,
    label: 'A',
    client: () => Promise.resolve(client as SoapClient),
  };
  return { account, asked };
}

function folder(ID: number, Name: string, parent: number, ContentType = 'dataextension'): SoapObject {
  return { ID, Name, CustomerKey: `k${String(ID)}`, ContentType, ParentFolder: { ID: parent } };
}

describe('folders', () => {
  it('are nested, sorted, and lead by kind', () => {
    const objects = [
      folder(3, 'Z', 1),
      folder(1, 'Data Extensions', 0),
      folder(2, 'A', 1),
      folder(9, 'Shared', 0, 'shared_dataextension'),
      folder(4, 'Inner', 2),
      folder(5, 'Orphan', 77),
    ];
    const roots = nestFolders(objects, ['dataextension', 'shared_dataextension']);
    assert.deepEqual(
      roots.map(({ name }) => name),
      ['Data Extensions', 'Orphan', 'Shared'],
    );
    assert.deepEqual(
      roots[0]?.folders.map(({ name, folders }) => [name, folders.length]),
      [
        ['A', 1],
        ['Z', 0],
      ],
    );
  });

  it('may have one name twice, or point at themselves', () => {
    const roots = nestFolders(
      [folder(1, 'Same', 0), folder(2, 'Same', 0), folder(3, 'Self', 3)],
      ['dataextension'],
    );
    assert.equal(roots.length, 3);
  });
});

describe('data extension tree', () => {
  it('asks for nothing before it is needed', async () => {
    const { account, asked } = accountWith({
      DataFolder: [folder(1, 'Data Extensions', 0), folder(2, 'Sub', 1)],
      DataExtension: [
        {
          CustomerKey: 'orders',
          Name: 'Orders',
          IsSendable: true,
          SendableDataExtensionField: { Name: 'Email' },
          SendableSubscriberField: { Name: '_SubscriberKey' },
          DataRetentionPeriodLength: 6,
          DataRetentionPeriodUnitOfMeasure: 5,
          RowBasedRetention: true,
          CreatedDate: '2026-01-01T00:00:00',
        },
      ],
      DataExtensionField: [
        {
          Name: 'Total',
          FieldType: 'Decimal',
          MaxLength: 18,
          Scale: 2,
          IsRequired: false,
          Ordinal: 1,
          DefaultValue: '0',
        },
        { Name: 'Id', FieldType: 'Text', MaxLength: 36, IsRequired: true, IsPrimaryKey: true, Ordinal: 0 },
      ],
    });
    const roots = await loadDataExtensionTree(account, dataExtensionFolders(), '');
    assert.deepEqual(
      asked.map(({ objectType }) => objectType),
      ['DataFolder'],
    );
    const inRoot = await childrenOf(roots[0]);
    assert.deepEqual(
      inRoot.map(({ label }) => label),
      ['Sub', 'Orders'],
    );
    assert.deepEqual(asked[1]?.filter, { property: 'CategoryID', operator: 'equals', values: [1] });
    const orders = inRoot[1];
    assert.deepEqual(orders?.subject, { kind: 'dataExtension', key: 'orders', name: 'Orders' });
    const tooltip = Object.fromEntries(orders.tooltip ?? []);
    assert.equal(tooltip['Sends by'], 'Email → Subscriber Key');
    assert.equal(tooltip['Keeps'], '6 months, each row');
    assert.match(tooltip['Created'] ?? '', /2026-01-01 06:00:00 UTC/);
    const fields = await childrenOf(orders);
    assert.deepEqual(
      fields.map(({ label, description, icon }) => [label, description, icon]),
      [
        ['Id', 'Text(36) · primary key', 'key'],
        ['Total', 'Decimal(18,2) · nullable · = 0', 'symbol-number'],
      ],
    );
  });

  it('says so when a folder or a data extension is empty', async () => {
    const { account } = accountWith({ DataFolder: [folder(1, 'Data Extensions', 0)] });
    const [root] = await loadDataExtensionTree(account, dataExtensionFolders(), '');
    const [empty] = await childrenOf(root);
    assert.equal(empty?.label, 'This folder is empty');
  });
});

describe('list tree', () => {
  it('shows lists by kind', async () => {
    const { account } = accountWith({
      DataFolder: [folder(1, 'My Lists', 0, 'list')],
      List: [
        { ID: 5, ListName: 'News', Type: 'Public', ListClassification: 'ExactTargetList' },
        { ID: 6, ListName: 'Alerts', Type: 'Public', ListClassification: 'PublicationList' },
      ],
    });
    const [root] = await loadListTree(account, listFolders(), '');
    const lists = await childrenOf(root);
    assert.deepEqual(
      lists.map(({ label, description, icon }) => [label, description, icon]),
      [
        ['Alerts', 'publication list · ID 6', 'megaphone'],
        ['News', 'public · ID 5', 'organization'],
      ],
    );
  });
});
