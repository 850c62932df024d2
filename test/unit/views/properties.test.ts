/** Properties of objects, against the sandbox org: all that can be retrieved, changes compared before they are written. */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../src/catalogue/index.ts';
import {
  isKeptProperties,
  type PropertiesState,
  type PropertyRow,
} from '../../../src/shared/propertiesMessages.ts';
import { textAt, where } from '../../../src/soap/pure.ts';
import { objectOf } from '../../../src/views/panels/properties/objects.ts';
import { PropertiesSession } from '../../../src/views/panels/properties/session.ts';
import type { NodeSubject } from '../../../src/views/trees/treeNode.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';

describe('the properties of an object', () => {
  let org: TestOrg;
  const seen: PropertiesState[] = [];

  before(async () => {
    org = await openOrg();
  });
  after(() => org.close());

  const open = async (subject: NodeSubject): Promise<PropertiesSession> => {
    const target = objectOf(subject);
    assert.ok(target, subject.kind);
    const session = new PropertiesSession({
      account: { connectionId: 'c', mid: 1, label: 'Acme · UK', client: () => Promise.resolve(org.client) },
      catalogue: () => Promise.resolve(shippedCatalogue),
      target,
      describeError: (error) => ({ title: String(error), advice: '' }),
      changed: (state) => seen.push(state),
    });
    await session.load();
    return session;
  };
  const rowOf = ({ state }: PropertiesSession, path: string): PropertyRow => {
    const row = state.rows.find((each) => each.path === path);
    assert.ok(row, `${path} among ${state.rows.map((each) => each.path).join(', ')}`);
    return row;
  };
  const firstOf = async (
    objectType: string,
    properties: string[],
  ): Promise<Readonly<Record<string, unknown>>> => {
    const [object] = await org.client.retrieveAll({ objectType, properties });
    assert.ok(object, objectType);
    return object;
  };
  const keyOfCustomers = async (): Promise<NodeSubject> => {
    const [object] = await org.client.retrieveAll({
      objectType: 'DataExtension',
      properties: ['CustomerKey'],
      filter: where('Name', 'equals', 'Customers'),
    });
    return { kind: 'dataExtension', key: textAt(object ?? {}, 'CustomerKey') ?? '', name: 'Customers' };
  };

  it('are all that can be retrieved, each with its type, for every kind of node', async () => {
    const list = await firstOf('List', ['ID']);
    const send = await firstOf('Send', ['ID']);
    const folder = await firstOf('DataFolder', ['ID']);
    const group = await firstOf('Group', ['ID']);
    const subscriber = await firstOf('Subscriber', ['SubscriberKey']);
    const extension = await keyOfCustomers();
    const subjects: NodeSubject[] = [
      extension,
      { kind: 'field', name: 'EmailAddress', dataExtension: 'key' in extension ? extension.key : '' },
      { kind: 'list', id: Number(list['ID']), name: '', key: 'l' },
      { kind: 'group', id: Number(group['ID']), name: 'g' },
      { kind: 'send', id: Number(send['ID']), name: '' },
      { kind: 'subscriber', key: String(subscriber['SubscriberKey']), listId: 1, status: '' },
      { kind: 'sendDefinition', key: 'weekly-newsletter', name: '' },
      { kind: 'triggeredSend', key: 'welcome', name: '' },
      { kind: 'folder', id: Number(folder['ID']), name: '', key: 'f', contentType: '' },
    ];
    for (const subject of subjects) {
      const { state } = await open(subject);
      assert.equal(state.status, 'ready', `${subject.kind}: ${state.error?.title ?? ''}`);
      assert.ok(state.rows.length > 5, subject.kind);
      assert.ok(
        state.rows.every(({ type }) => type !== ''),
        subject.kind,
      );
      assert.ok(
        state.rows.some(({ value }) => value !== null),
        subject.kind,
      );
    }
  });

  it('leave out what the service refuses though it was called retrievable', async () => {
    const session = await open({ kind: 'sendDefinition', key: 'weekly-newsletter', name: '' });
    assert.equal(session.state.status, 'ready');
    assert.equal(rowOf(session, 'CustomerKey').value, 'weekly-newsletter');
  });

  it('can be changed where the API takes it, by what the schema says of the value', async () => {
    const session = await open(await keyOfCustomers());
    assert.equal(rowOf(session, 'CustomerKey').input, undefined);
    assert.equal(rowOf(session, 'CreatedDate').input, undefined);
    assert.match(rowOf(session, 'CreatedDate').shown ?? '', /UTC\)$/);
    assert.equal(rowOf(session, 'IsTestable').input, 'boolean');
    session.edit('Name', 'x'.repeat(200));
    assert.match(rowOf(session, 'Name').problem ?? '', /At most \d+ characters/);
    session.edit('DataRetentionPeriodLength', 'many');
    assert.equal(rowOf(session, 'DataRetentionPeriodLength').problem, 'A number is needed.');
    await session.openReview();
    assert.equal(session.state.review, undefined);
    session.edit('CustomerKey', 'other');
    assert.equal(rowOf(session, 'CustomerKey').edited, undefined);
    session.revert();
    assert.ok(session.state.rows.every(({ edited }) => edited === undefined));
    const { state } = await open({
      kind: 'send',
      id: Number((await firstOf('Send', ['ID']))['ID']),
      name: '',
    });
    assert.ok(state.rows.every(({ input }) => input === undefined));
    assert.match(state.readOnly ?? '', /changes nothing of Send/);
  });

  it('are written after a review that shows before and after, and read back', async () => {
    const session = await open(await keyOfCustomers());
    const before = rowOf(session, 'Description').value;
    session.edit('Description', 'Everybody <we> know 💚');
    session.edit('IsTestable', rowOf(session, 'IsTestable').value === 'true' ? 'false' : 'true');
    await session.openReview();
    assert.deepEqual(session.state.review?.[0], {
      path: 'Description',
      before,
      after: 'Everybody <we> know 💚',
    });
    const writes = (): number =>
      (org.sandbox?.requests() ?? []).filter(({ operation }) => operation === 'Update').length;
    const written = writes();
    await session.write();
    assert.equal(writes() - written, 1);
    assert.deepEqual(rowOf(session, 'Description').outcome, { ok: true, text: 'Written' });
    assert.deepEqual(rowOf(session, 'IsTestable').outcome, { ok: true, text: 'Written' });
    assert.equal(rowOf(session, 'Description').value, 'Everybody <we> know 💚');
  });

  it('show what somebody else changed meanwhile, before it is overwritten', async () => {
    const subject = await keyOfCustomers();
    const [mine, other] = [await open(subject), await open(subject)];
    other.edit('Description', 'theirs');
    await other.openReview();
    await other.write();
    mine.edit('Description', 'mine');
    await mine.openReview();
    assert.equal(mine.state.review?.[0]?.theirs, 'theirs');
    mine.closeReview();
    assert.equal(rowOf(mine, 'Description').edited, 'mine');
  });

  it('stay as typed, with the service’s words, when it refuses', async () => {
    const session = await open(await keyOfCustomers());
    session.edit('Name', 'Order_Confirmations');
    await session.openReview();
    await session.write();
    assert.match(session.state.error?.serverMessage ?? '', /already in use/);
    assert.equal(rowOf(session, 'Name').edited, 'Order_Confirmations');
    assert.equal(rowOf(session, 'Name').outcome?.ok, false);
  });

  it('come back with what was typed before a reload, for what can be changed', async () => {
    const session = await open(await keyOfCustomers());
    await session.load({ Description: 'half-written', CustomerKey: 'never', Gone: 'x' });
    assert.equal(rowOf(session, 'Description').edited, 'half-written');
    assert.equal(rowOf(session, 'CustomerKey').edited, undefined);
    await session.load();
    assert.equal(rowOf(session, 'Description').edited, undefined);
  });

  it('of a field are written and read back when its name is one of them', async () => {
    const extension = await keyOfCustomers();
    const dataExtension = 'key' in extension ? extension.key : '';
    const session = await open({ kind: 'field', name: 'City', dataExtension });
    for (const [from, to] of [
      ['City', 'Town'],
      ['Town', 'City'],
    ] as const) {
      assert.equal(rowOf(session, 'Name').value, from);
      session.edit('Name', to);
      await session.openReview();
      assert.equal(await session.write(), true);
      assert.equal(session.state.error, undefined);
      assert.deepEqual(rowOf(session, 'Name').outcome, { ok: true, text: 'Written' });
    }
  });

  it('of a field are written as part of its data extension', async () => {
    const extension = await keyOfCustomers();
    const dataExtension = 'key' in extension ? extension.key : '';
    const session = await open({ kind: 'field', name: 'City', dataExtension });
    session.edit('MaxLength', '80');
    await session.openReview();
    await session.write();
    assert.equal(rowOf(session, 'MaxLength').value, '80');
    assert.equal(rowOf(session, 'MaxLength').outcome?.ok, true);
  });

  it('come back from nothing but what a page of theirs has kept', () => {
    const kept = { connectionId: 'c', mid: 1, subject: { kind: 'list', id: 1 }, edits: { Name: 'x' } };
    assert.equal(isKeptProperties(kept), true);
    for (const other of [undefined, null, 'x', {}, { ...kept, mid: '1' }, { ...kept, edits: { Name: 1 } }])
      assert.equal(isKeptProperties(other), false);
  });

  it('of what is gone are not there, and it is said so', async () => {
    const { state } = await open({ kind: 'dataExtension', key: 'never-was', name: 'Never' });
    assert.equal(state.status, 'failed');
    assert.match(state.error?.title ?? '', /Never is gone/);
  });
});
