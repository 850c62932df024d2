/** Writing folders, lists and subscribers. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, upsert, write, type WriteMethod } from './requests.ts';

describe('sandbox objects that are written', () => {
  let sandbox: TestSandbox;
  const save = (method: WriteMethod, type: string, content: string, options = ''): Promise<SoapReply> =>
    write(sandbox, method, object(type, content), options);
  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 'empty', clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  afterEach(() => sandbox.stop());

  describe('DataFolder', () => {
    let root: string;
    beforeEach(async () => {
      root =
        textOf(
          (await sandbox.retrieve('DataFolder', ['ID'], equals('CustomerKey', 'dataextension_default')))
            .message,
          'ID',
        ) ?? '';
    });
    const folder = (name: string, parent = root, rest = ''): Promise<SoapReply> =>
      save(
        'Create',
        'DataFolder',
        `${rest}<ParentFolder><ID>${parent}</ID></ParentFolder><Name>${name}</Name><Description>d</Description><ContentType>dataextension</ContentType>`,
      );

    it('is created with number and GUID, and without showing the object', async () => {
      const reply = await folder('A');
      assert.match(
        reply.message,
        /<Results><StatusCode>OK<\/StatusCode><StatusMessage>Folder created successfully\.<\/StatusMessage><OrdinalID>0<\/OrdinalID><NewID>\d+<\/NewID><NewObjectID>[0-9a-f-]{36}<\/NewObjectID><\/Results>/,
      );
      const child = await folder('B', textOf(reply.message, 'NewID'));
      const shown = await sandbox.retrieve(
        'DataFolder',
        ['Name', 'ParentFolder.Name'],
        equals('ID', textOf(child.message, 'NewID') ?? ''),
      );
      assert.deepEqual(textsOf(shown.message, 'Name'), ['A', 'B']);
    });

    it('refuses names in use, missing parents, other content and moves into itself', async () => {
      const id = textOf((await folder('A')).message, 'NewID') ?? '';
      assert.equal(outcome(await folder('a')), 'Error 1');
      assert.equal(outcome(await folder('B', '1')), 'Error 2');
      assert.equal(outcome(await folder('')), 'Error 2');
      assert.equal(outcome(await folder('x'.repeat(101))), 'Error 2');
      const child = textOf((await folder('C', id)).message, 'NewID') ?? '';
      assert.equal(
        outcome(
          await save('Update', 'DataFolder', `<ID>${id}</ID><ParentFolder><ID>${child}</ID></ParentFolder>`),
        ),
        'Error 2',
      );
      const mail = await save(
        'Create',
        'DataFolder',
        `<ParentFolder><ID>${root}</ID></ParentFolder><Name>M</Name><ContentType>email</ContentType>`,
      );
      assert.equal(outcome(mail), 'Error 2');
    });

    it('is renamed, moved and, when empty, deleted', async () => {
      const [a, b] = await Promise.all(
        ['A', 'B'].map(async (name) => textOf((await folder(name)).message, 'NewID') ?? ''),
      );
      const moved = await save(
        'Update',
        'DataFolder',
        `<ID>${b ?? ''}</ID><ParentFolder><ID>${a ?? ''}</ID></ParentFolder><Name>Bee</Name>`,
      );
      assert.equal(outcome(moved), 'OK: Folder updated successfully.');
      assert.ok(!moved.message.includes('<Object'));
      assert.equal(outcome(await save('Delete', 'DataFolder', `<ID>${a ?? ''}</ID>`)), 'Error 2');
      assert.equal(
        outcome(await save('Delete', 'DataFolder', `<ID>${b ?? ''}</ID>`)),
        'OK: Folder deleted successfully.',
      );
      assert.equal(
        outcome(await save('Delete', 'DataFolder', `<ID>${a ?? ''}</ID>`)),
        'OK: Folder deleted successfully.',
      );
      assert.equal(outcome(await save('Delete', 'DataFolder', `<ID>${root}</ID>`)), 'Error 2');
    });
  });

  describe('List', () => {
    it('gets a key made of its name and folder, and is changed and deleted', async () => {
      const reply = await save('Create', 'List', '<ListName>News</ListName><Type>Public</Type>');
      assert.equal(outcome(reply), 'OK: List created');
      const id = textOf(reply.message, 'NewID') ?? '';
      const shown = await sandbox.retrieve(
        'List',
        ['CustomerKey', 'Category', 'ListClassification'],
        equals('ID', id),
      );
      assert.equal(textOf(shown.message, 'CustomerKey'), `News - ${textOf(shown.message, 'Category') ?? ''}`);
      assert.equal(textOf(shown.message, 'ListClassification'), 'ExactTargetList');
      assert.equal(
        outcome(await save('Update', 'List', `<ID>${id}</ID><ListName>Newer</ListName>`)),
        'OK: List updated',
      );
      assert.equal(outcome(await save('Delete', 'List', `<ID>${id}</ID>`)), 'OK: List deleted');
      assert.equal(outcome(await save('Delete', 'List', `<ID>${id}</ID>`)), 'Error 13000');
    });

    it('is made or changed, whichever is needed, with the save option for that', async () => {
      const content = '<CustomerKey>news</CustomerKey><ListName>News</ListName>';
      assert.equal(outcome(await save('Update', 'List', content, upsert)), 'OK: List created');
      assert.equal(outcome(await save('Create', 'List', content, upsert)), 'OK: List updated');
      assert.equal(outcome(await save('Create', 'List', content)), 'Error 1');
    });

    it('refuses long names and folders of other kinds', async () => {
      assert.equal(
        outcome(await save('Create', 'List', `<ListName>${'x'.repeat(51)}</ListName>`)),
        'Error 13010',
      );
      assert.equal(
        outcome(await save('Create', 'List', '<ListName>x</ListName><Category>7</Category>')),
        'Error 13009',
      );
      assert.equal(outcome(await save('Create', 'List', '')), 'Error 13013');
    });
  });

  describe('Subscriber', () => {
    const ann = '<EmailAddress>ann@example.com</EmailAddress><SubscriberKey>ann-1</SubscriberKey>';
    const listId = async (name: string): Promise<string> =>
      textOf((await save('Create', 'List', `<ListName>${name}</ListName>`)).message, 'NewID') ?? '';
    const memberships = async (): Promise<string[]> => {
      const { message } = await sandbox.retrieve(
        'ListSubscriber',
        ['ListID', 'Status'],
        equals('SubscriberKey', 'ann-1'),
      );
      const ids = textsOf(message, 'ListID');
      return textsOf(message, 'Status').map((status, index) => `${ids[index] ?? ''} ${status}`);
    };

    it('is created with the recorded result, and not twice', async () => {
      const reply = await save('Create', 'Subscriber', ann);
      assert.match(
        reply.message,
        /<Results><StatusCode>OK<\/StatusCode><StatusMessage>Created Subscriber\.<\/StatusMessage><OrdinalID>0<\/OrdinalID><NewID>\d+<\/NewID><Object xsi:type="Subscriber"><PartnerKey xsi:nil="true"\/><ID>\d+<\/ID><ObjectID xsi:nil="true"\/><EmailAddress>ann@example\.com<\/EmailAddress><SubscriberKey>ann-1<\/SubscriberKey><\/Object><\/Results>/,
      );
      const again = await save('Create', 'Subscriber', ann);
      assert.match(
        again.message,
        /<StatusCode>Error<\/StatusCode><StatusMessage>The subscriber is already on the list<\/StatusMessage><OrdinalID>0<\/OrdinalID><ErrorCode>12014<\/ErrorCode><NewID>0<\/NewID>/,
      );
      assert.equal(outcome(await save('Create', 'Subscriber', ann, upsert)), 'OK: Created Subscriber.');
    });

    it('is upserted, updated and deleted', async () => {
      assert.equal(outcome(await save('Update', 'Subscriber', ann)), 'Error 12001');
      assert.equal(outcome(await save('Update', 'Subscriber', ann, upsert)), 'OK: Updated Subscriber.');
      assert.equal(
        outcome(
          await save(
            'Update',
            'Subscriber',
            '<SubscriberKey>ann-1</SubscriberKey><Status>Unsubscribed</Status>',
          ),
        ),
        'OK: Updated Subscriber.',
      );
      const shown = await sandbox.retrieve('Subscriber', ['Status', 'UnsubscribedDate']);
      assert.match(
        shown.message,
        /<UnsubscribedDate>2030-05-16T12:00:00<\/UnsubscribedDate><Status>Unsubscribed</,
      );
      const deleted = await save('Delete', 'Subscriber', '<SubscriberKey>ann-1</SubscriberKey>');
      assert.equal(outcome(deleted), 'OK: Subscriber deleted');
      assert.ok(!deleted.message.includes('<Object'));
      assert.deepEqual(await memberships(), []);
    });

    it('keeps the profile attributes that there are, and drops others without a word', async () => {
      await save(
        'Create',
        'Subscriber',
        `${ann}<Attributes><Name>first name</Name><Value>Ann</Value></Attributes><Attributes><Name>Nope</Name><Value>x</Value></Attributes>`,
      );
      assert.match(sandbox.lastRequest()?.problems.join() ?? '', /no profile attribute "Nope"/);
      const shown = await sandbox.retrieve('Subscriber', ['SubscriberKey']);
      assert.match(
        shown.message,
        /<Attributes><Name>First Name<\/Name><Value>Ann<\/Value><\/Attributes><SubscriberKey>/,
      );
    });

    it('goes on lists, changes there and leaves them', async () => {
      const [a, b] = [await listId('A'), await listId('B')];
      const all =
        textOf(
          (await sandbox.retrieve('List', ['ID'], equals('ListName', 'All Subscribers'))).message,
          'ID',
        ) ?? '';
      const change = (lists: string): Promise<SoapReply> =>
        save('Update', 'Subscriber', `<SubscriberKey>ann-1</SubscriberKey>${lists}`);
      await save('Create', 'Subscriber', `${ann}<Lists><ID>${a}</ID></Lists>`);
      assert.deepEqual(await memberships(), [`${all} Active`, `${a} Active`]);
      await change(
        `<Lists><ID>${a}</ID><Status>Unsubscribed</Status><Action>update</Action></Lists><Lists><ID>${b}</ID><Status>Active</Status><Action>upsert</Action></Lists>`,
      );
      assert.deepEqual(await memberships(), [`${all} Active`, `${a} Unsubscribed`, `${b} Active`]);
      await change(`<Lists><ID>${b}</ID><Action>delete</Action></Lists>`);
      assert.deepEqual(await memberships(), [`${all} Active`, `${a} Unsubscribed`]);
      await change('<Lists><Action>deleteall</Action></Lists>');
      assert.deepEqual(await memberships(), [`${all} Active`]);
      assert.equal(outcome(await change('<Lists><ID>5</ID></Lists>')), 'Error 13004');
      assert.equal(outcome(await change(`<Lists><ID>${a}</ID><Action>dance</Action></Lists>`)), 'Error 3');
    });

    it('is found by its address, the older one first when two share it', async () => {
      await save('Create', 'Subscriber', ann);
      await save('Create', 'Subscriber', ann.replace('ann-1', 'ann-2'));
      const byAddress = (): Promise<SoapReply> =>
        save('Delete', 'Subscriber', '<EmailAddress>ANN@example.com</EmailAddress>');
      assert.equal(outcome(await byAddress()), 'OK: Subscriber deleted');
      const left = await sandbox.retrieve('Subscriber', ['SubscriberKey']);
      assert.deepEqual(textsOf(left.message, 'SubscriberKey'), ['ann-2']);
      assert.equal(outcome(await byAddress()), 'OK: Subscriber deleted');
      assert.equal(outcome(await byAddress()), 'Error 12001');
    });

    it('refuses bad addresses and the states that only the service sets', async () => {
      assert.equal(
        outcome(await save('Create', 'Subscriber', '<EmailAddress>nobody</EmailAddress>')),
        'Error 12000',
      );
      assert.equal(
        outcome(await save('Create', 'Subscriber', `${ann}<Status>Bounced</Status>`)),
        'Error 12016',
      );
    });
  });
});
