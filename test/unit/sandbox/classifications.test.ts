/** Send classifications, sender profiles and delivery profiles: written, in use by sends, and refused (A5, C10). */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, taskId, write, type WriteMethod } from './requests.ts';

describe('sandbox send classifications and profiles', () => {
  let sandbox: TestSandbox;
  const save = (method: WriteMethod, type: string, content: string): Promise<SoapReply> =>
    write(sandbox, method, object(type, content));
  const named = (key: string, rest = ''): string =>
    `<CustomerKey>${key}</CustomerKey><Name>${key}</Name>${rest}`;
  const sender = (rest = ''): string =>
    named('desk', `<FromName>The Desk</FromName><FromAddress>desk@example.com</FromAddress>${rest}`);
  const classification = (rest = ''): string =>
    named(
      'mine',
      `<SendClassificationType>Operational</SendClassificationType><SenderProfile><CustomerKey>desk</CustomerKey></SenderProfile><DeliveryProfile><CustomerKey>dp</CustomerKey></DeliveryProfile>${rest}`,
    );
  beforeEach(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
    assert.equal(outcome(await save('Create', 'SenderProfile', sender())), 'OK: SenderProfile created');
    const delivery = named('dp', '<SourceAddressType>DefaultPrivateIPAddress</SourceAddressType>');
    assert.equal(outcome(await save('Create', 'DeliveryProfile', delivery)), 'OK: DeliveryProfile created');
    assert.equal(
      outcome(await save('Create', 'SendClassification', classification())),
      'OK: SendClassification created',
    );
  });
  afterEach(() => sandbox.stop());

  it('are made, shown, changed and deleted again', async () => {
    const shown = await sandbox.retrieve(
      'SendClassification',
      ['SendClassificationType', 'SenderProfile.CustomerKey', 'DeliveryProfile.CustomerKey'],
      equals('CustomerKey', 'mine'),
    );
    assert.match(
      shown.message,
      /<SendClassificationType>Operational<.*<CustomerKey>desk<.*<CustomerKey>dp</s,
    );
    const back =
      '<CustomerKey>mine</CustomerKey><SenderProfile><CustomerKey>Default</CustomerKey></SenderProfile><DeliveryProfile><CustomerKey>Default</CustomerKey></DeliveryProfile>';
    assert.equal(outcome(await save('Update', 'SendClassification', back)), 'OK: SendClassification updated');
    for (const [type, key] of [
      ['SenderProfile', 'desk'],
      ['DeliveryProfile', 'dp'],
      ['SendClassification', 'mine'],
    ] as const) {
      const reply = await save('Delete', type, `<CustomerKey>${key}</CustomerKey>`);
      assert.equal(outcome(reply), `OK: ${type} deleted`);
    }
    const gone = await sandbox.retrieve('SenderProfile', ['Name'], equals('CustomerKey', 'desk'));
    assert.equal(textOf(gone.message, 'OverallStatus'), 'OK');
    assert.deepEqual(textsOf(gone.message, 'Name'), []);
  });

  it('give the From name and address of sends, as they are when the send starts', async () => {
    const email = textOf((await sandbox.retrieve('Email', ['ID'])).message, 'ID') ?? '';
    const list =
      textOf((await sandbox.retrieve('List', ['ID'], equals('ListName', 'Staff'))).message, 'ID') ?? '';
    const audience = `<SendDefinitionList><List><ID>${list}</ID></List><DataSourceTypeID>List</DataSourceTypeID></SendDefinitionList>`;
    await save(
      'Create',
      'EmailSendDefinition',
      named(
        'esd',
        `<SendClassification><CustomerKey>mine</CustomerKey></SendClassification>${audience}<Email><ID>${email}</ID></Email>`,
      ),
    );
    await save('Update', 'SenderProfile', '<CustomerKey>desk</CustomerKey><FromName>New Desk</FromName>');
    const started = await sandbox.call(
      'Perform',
      '<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="EmailSendDefinition"><CustomerKey>esd</CustomerKey></Definition></Definitions></PerformRequestMsg>',
    );
    const id = taskId(started);
    const send = await sandbox.retrieve('Send', ['FromName', 'FromAddress'], equals('ID', id));
    assert.equal(textOf(send.message, 'FromName'), 'New Desk');
    assert.equal(textOf(send.message, 'FromAddress'), 'desk@example.com');
    const used = await save('Delete', 'SendClassification', '<CustomerKey>mine</CustomerKey>');
    assert.equal(outcome(used), 'Error 2', 'a definition refers to it');
  });

  it('refuse by the documented codes', async () => {
    const code = async (method: WriteMethod, type: string, content: string): Promise<string> =>
      outcome(await save(method, type, content));
    assert.equal(await code('Create', 'SenderProfile', named('a')), 'Error 40101');
    assert.equal(await code('Create', 'SenderProfile', named('a', '<FromName>x</FromName>')), 'Error 40102');
    assert.equal(
      await code('Create', 'SenderProfile', named('a', '<FromName>x</FromName><FromAddress>x</FromAddress>')),
      'Error 40106',
    );
    assert.equal(await code('Update', 'SenderProfile', named('none')), 'Error 40100');
    assert.equal(await code('Create', 'SenderProfile', sender()), 'Error 1');
    assert.equal(
      await code('Delete', 'SenderProfile', '<CustomerKey>desk</CustomerKey>'),
      'Error 2',
      'in use',
    );
    assert.equal(await code('Create', 'DeliveryProfile', named('a')), 'Error 41100');
    assert.equal(await code('Delete', 'DeliveryProfile', named('none')), 'Error 41301');
    const other = (member: string): string =>
      named('b', `<${member}><CustomerKey>none</CustomerKey></${member}>`);
    assert.equal(await code('Create', 'SendClassification', other('SenderProfile')), 'Error 24101');
    assert.equal(await code('Create', 'SendClassification', other('DeliveryProfile')), 'Error 24102');
    assert.equal(await code('Create', 'SendClassification', ''), 'Error 24104');
    assert.equal(await code('Update', 'SendClassification', named('none')), 'Error 24100');
  });

  it('hide delivery profiles from retrieves, in the recorded words', async () => {
    const { message } = await sandbox.retrieve('DeliveryProfile', ['Name']);
    assert.equal(
      textOf(message, 'OverallStatus'),
      'Error: Unable to find a handler for object type: DeliveryProfile. Object types are case-sensitive, check spelling.',
    );
  });
});
