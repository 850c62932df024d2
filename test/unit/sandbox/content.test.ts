/** Content areas, templates of e-mails, templates of data extensions, and sends without a definition. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, write, type WriteMethod } from './requests.ts';

describe('sandbox content and simple sends', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  const save = (method: WriteMethod, type: string, content: string): Promise<SoapReply> =>
    write(sandbox, method, object(type, content));
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
  });
  afterEach(() => sandbox.stop());

  it('keep content areas for e-mails to share (B13)', async () => {
    const made = await save(
      'Create',
      'ContentArea',
      '<CustomerKey>footer</CustomerKey><Content>&lt;p&gt;Bye&lt;/p&gt;</Content><Name>Footer</Name>',
    );
    assert.equal(outcome(made), 'OK: ContentArea created');
    const id = textOf(made.message, 'NewID') ?? '';
    await save('Update', 'ContentArea', `<ID>${id}</ID><Content>Good bye</Content>`);
    const shown = await sandbox.retrieve(
      'ContentArea',
      ['ID', 'Content', 'Layout', 'RowObjectID'],
      equals('CustomerKey', 'footer'),
    );
    assert.equal(textOf(shown.message, 'Content'), 'Good bye');
    assert.equal(textOf(shown.message, 'Layout'), 'HTMLWrapped');
    assert.match(shown.message, /<PartnerProperties><Name>RowObjectID<\/Name><Value>[0-9a-f-]{36}</);
    assert.equal(outcome(await save('Create', 'ContentArea', '<Name>x</Name>')), 'Error 21003');
    assert.equal(outcome(await save('Create', 'ContentArea', '<Content>x</Content>')), 'Error 21002');
    assert.equal(outcome(await save('Delete', 'ContentArea', `<ID>${id}</ID>`)), 'OK: ContentArea deleted');
  });

  it('keep templates of e-mails', async () => {
    const content =
      '<CustomerKey>frame</CustomerKey><TemplateName>Frame</TemplateName><LayoutHTML>x</LayoutHTML>';
    assert.equal(outcome(await save('Create', 'Template', content)), 'OK: Template created');
    assert.equal(outcome(await save('Create', 'Template', content)), 'Error 302000');
    assert.equal(outcome(await save('Create', 'Template', '<LayoutHTML>x</LayoutHTML>')), 'Error 302006');
    assert.equal(outcome(await save('Create', 'Template', '<TemplateName>x</TemplateName>')), 'Error 302003');
    const shown = await sandbox.retrieve(
      'Template',
      ['TemplateName', 'ActiveFlag'],
      equals('TemplateName', 'Frame'),
    );
    assert.equal(textOf(shown.message, 'ActiveFlag'), '1');
    assert.equal(
      outcome(await save('Delete', 'Template', '<CustomerKey>none</CustomerKey>')),
      'Error 302007',
    );
  });

  it('make data extensions from templates, whose columns come first (A6)', async () => {
    const templates = await sandbox.retrieve('DataExtensionTemplate', ['CustomerKey', 'IsSendable']);
    assert.ok(textsOf(templates.message, 'CustomerKey').includes('TriggeredSendDataExtension'));
    assert.match(templates.message, /<PartnerProperties><Name>IsSendable<\/Name><Value>True</);
    const from = (key: string): string =>
      `<CustomerKey>data</CustomerKey><Name>data</Name><Template><CustomerKey>${key}</CustomerKey></Template><Fields><Field><Name>FirstName</Name><MaxLength>50</MaxLength><FieldType>Text</FieldType></Field></Fields>`;
    assert.equal(outcome(await save('Create', 'DataExtension', from('None'))), 'Error 2');
    const made = await save('Create', 'DataExtension', from('TriggeredSendDataExtension'));
    assert.equal(outcome(made), 'OK: Data Extension created.');
    const columns = await sandbox.retrieve(
      'DataExtensionField',
      ['Name'],
      equals('DataExtension.CustomerKey', 'data'),
    );
    assert.deepEqual(textsOf(columns.message, 'Name'), ['SubscriberKey', 'EmailAddress', 'FirstName']);
    const shown = await sandbox.retrieve(
      'DataExtension',
      ['IsSendable', 'Template.CustomerKey', 'SendableDataExtensionField.Name'],
      equals('CustomerKey', 'data'),
    );
    assert.match(shown.message, /<IsSendable>true<.*<Name>SubscriberKey<.*TriggeredSendDataExtension/s);
  });

  describe('a send that is created without a definition', () => {
    let email: string;
    let list: string;
    beforeEach(async () => {
      email = textOf((await sandbox.retrieve('Email', ['ID'])).message, 'ID') ?? '';
      const lists = await sandbox.retrieve('List', ['ID'], equals('ListName', 'Staff'));
      list = textOf(lists.message, 'ID') ?? '';
    });
    const send = (rest = ''): Promise<SoapReply> =>
      save(
        'Create',
        'Send',
        `<Email><ID>${email}</ID></Email><List><ID>${list}</ID></List>${rest}<FromAddress>me@example.com</FromAddress><FromName>Me</FromName>`,
      );
    const status = async (id: string): Promise<string | undefined> =>
      textOf((await sandbox.retrieve('Send', ['Status'], equals('ID', id))).message, 'Status');

    it('goes out like the others, and is tracked (C1, C2)', async () => {
      const made = await send();
      assert.equal(outcome(made), 'OK: Created Send');
      const id = textOf(made.message, 'NewID') ?? '';
      assert.equal(await status(id), 'Scheduled');
      clock.advance(10_000);
      assert.equal(await status(id), 'Sending');
      clock.advance(3_600_000);
      const shown = await sandbox.retrieve(
        'Send',
        ['Status', 'FromName', 'NumberSent', 'SentDate'],
        equals('ID', id),
      );
      assert.equal(textOf(shown.message, 'Status'), 'Complete');
      assert.equal(textOf(shown.message, 'FromName'), 'Me');
      assert.match(textOf(shown.message, 'SentDate') ?? '', /^2030-05-16T/);
      const sent = await sandbox.retrieve('SentEvent', ['SubscriberKey'], equals('SendID', id));
      assert.equal(
        String(textsOf(sent.message, 'SubscriberKey').length),
        textOf(shown.message, 'NumberSent'),
      );
      const parts = await sandbox.retrieve('ListSend', ['List.ListName'], equals('SendID', id));
      assert.deepEqual(textsOf(parts.message, 'ListName'), ['Staff']);
    });

    it('waits for its SendDate, and can be canceled until then', async () => {
      const id = textOf((await send('<SendDate>2030-05-17T12:00:00Z</SendDate>')).message, 'NewID') ?? '';
      clock.advance(3_600_000);
      assert.equal(await status(id), 'Scheduled');
      assert.equal(outcome(await perform(sandbox, 'cancel', 'Send', `<ID>${id}</ID>`)), 'OK: Send performed');
      clock.advance(48 * 3_600_000);
      assert.equal(await status(id), 'Canceled');
    });

    it('is refused by the documented codes', async () => {
      const code = async (content: string): Promise<string> => outcome(await save('Create', 'Send', content));
      const mail = `<Email><ID>${email}</ID></Email>`;
      assert.equal(await code(`<List><ID>${list}</ID></List>`), 'Error 7001');
      assert.equal(await code(`<Email><ID>1</ID></Email><List><ID>${list}</ID></List>`), 'Error 7007');
      assert.equal(await code(mail), 'Error 7002');
      assert.equal(await code(`${mail}<List><ID>1</ID></List>`), 'Error 7003');
    });
  });
});
