/** Writing send definitions. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, taskId, write, type WriteMethod } from './requests.ts';

describe('sandbox send definitions', () => {
  let sandbox: TestSandbox;
  const save = (method: WriteMethod, content: string): Promise<SoapReply> =>
    write(sandbox, method, object('EmailSendDefinition', content));
  before(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  after(() => sandbox.stop());

  const common = '<SendClassification><CustomerKey>Default Commercial</CustomerKey></SendClassification>';

  it('are created, shown, changed and deleted', async () => {
    const emailId = textOf((await sandbox.retrieve('Email', ['ID'])).message, 'ID') ?? '';
    const listId =
      textOf((await sandbox.retrieve('List', ['ID'], equals('ListName', 'Staff'))).message, 'ID') ?? '';
    const audience = `<SendDefinitionList><List><ID>${listId}</ID></List><SendDefinitionListType>SourceList</SendDefinitionListType><DataSourceTypeID>List</DataSourceTypeID></SendDefinitionList>`;
    const content = `<CustomerKey>mine</CustomerKey><Name>Mine</Name>${common}${audience}<Email><ID>${emailId}</ID></Email><EmailSubject>Hi</EmailSubject>`;
    const made = await save('Create', content);
    assert.match(
      made.message,
      /<StatusMessage>EmailSendDefinition created<\/StatusMessage><OrdinalID>0<\/OrdinalID><NewID>0<\/NewID><NewObjectID>([0-9a-f-]{36})<\/NewObjectID><Object xsi:type="EmailSendDefinition"><PartnerKey xsi:nil="true"\/><ObjectID>\1<\/ObjectID><CustomerKey>mine<\/CustomerKey><IsPlatformObject>false<\/IsPlatformObject><Name>Mine</,
    );
    const shown = await sandbox.retrieve(
      'EmailSendDefinition',
      ['EmailSubject', 'Email.ID', 'SendDefinitionList'],
      equals('CustomerKey', 'mine'),
    );
    assert.match(
      shown.message,
      new RegExp(
        `<SendDefinitionList><PartnerKey xsi:nil="true"/><ObjectID>[0-9a-f-]{36}</ObjectID><List><PartnerKey xsi:nil="true"/><ID>${listId}</ID>.*<EmailSubject>Hi</EmailSubject>`,
      ),
    );
    assert.equal(outcome(await save('Create', content)), 'Error 1');
    assert.equal(
      outcome(await save('Update', '<CustomerKey>mine</CustomerKey><EmailSubject>Ho</EmailSubject>')),
      'OK: EmailSendDefinition updated',
    );
    assert.equal(
      outcome(await save('Delete', '<CustomerKey>mine</CustomerKey>')),
      'OK: EmailSendDefinition deleted',
    );
    assert.equal(outcome(await save('Delete', '<CustomerKey>mine</CustomerKey>')), 'Error 42002');
  });

  it('refuse what they refer to and is not there, by the documented codes', async () => {
    const create = (content: string): Promise<SoapReply> => save('Create', content);
    const emailId = textOf((await sandbox.retrieve('Email', ['ID'])).message, 'ID') ?? '';
    const email = `<Email><ID>${emailId}</ID></Email>`;
    const list = (rest: string): string => `<SendDefinitionList>${rest}</SendDefinitionList>`;
    const plain =
      textOf(
        (await sandbox.retrieve('DataExtension', ['ObjectID'], equals('CustomerKey', 'Country_Codes')))
          .message,
        'ObjectID',
      ) ?? '';
    assert.equal(outcome(await create(common + email)), 'Error 42101');
    assert.equal(
      outcome(await create(`<CustomerKey>${'x'.repeat(37)}</CustomerKey><Name>x</Name>${common}${email}`)),
      'Error 42100',
    );
    assert.equal(outcome(await create(`<Name>x</Name>${email}`)), 'Error 42003');
    assert.equal(outcome(await create(`<Name>x</Name>${common}`)), 'Error 42005');
    assert.equal(outcome(await create(`<Name>x</Name>${common}<Email><ID>1</ID></Email>`)), 'Error 42004');
    assert.equal(
      outcome(
        await create(
          `<Name>x</Name>${common}${list('<List><ID>1</ID></List><DataSourceTypeID>List</DataSourceTypeID>')}${email}`,
        ),
      ),
      'Error 42007',
    );
    const custom = list(
      `<CustomObjectID>${plain}</CustomObjectID><DataSourceTypeID>CustomObject</DataSourceTypeID>`,
    );
    assert.equal(
      outcome(await create(`<Name>x</Name>${common}${custom}${email}`)),
      'Error 42008',
      'it is not sendable',
    );
  });

  const create = async (key: string, rest: string): Promise<void> => {
    const emailId = textOf((await sandbox.retrieve('Email', ['ID'])).message, 'ID') ?? '';
    const [before = '', after = ''] = rest.split('|');
    const made = await save(
      'Create',
      `<CustomerKey>${key}</CustomerKey><Name>${key}</Name>${common}${before}<Email><ID>${emailId}</ID></Email>${after}`,
    );
    assert.equal(outcome(made), 'OK: EmailSendDefinition created');
  };
  const act = (action: string, key: string, rest = ''): Promise<SoapReply> =>
    perform(sandbox, action, 'EmailSendDefinition', `<CustomerKey>${key}</CustomerKey>${rest}`);
  /** What the send that an action made is like. */
  const sendOf = async (reply: SoapReply, ...names: readonly string[]): Promise<(string | undefined)[]> => {
    const id = taskId(reply);
    const { message } = await sandbox.retrieve('Send', names, equals('ID', id));
    return names.map((name) => textOf(message, name));
  };

  it('send from the profile that they name, before that of their classification (C10)', async () => {
    const profile =
      '<CustomerKey>shop</CustomerKey><Name>Shop</Name><FromName>The shop</FromName><FromAddress>shop@example.com</FromAddress>';
    await write(sandbox, 'Create', object('SenderProfile', profile));
    await write(
      sandbox,
      'Create',
      object(
        'DeliveryProfile',
        '<CustomerKey>own-domain</CustomerKey><Name>Own</Name><SourceAddressType>DefaultPrivateIPAddress</SourceAddressType><DomainType>CustomDomain</DomainType>',
      ),
    );
    await create(
      'profiled',
      '<SenderProfile><CustomerKey>shop</CustomerKey></SenderProfile><DeliveryProfile><CustomerKey>own-domain</CustomerKey></DeliveryProfile>|',
    );
    const { message } = await sandbox.retrieve(
      'EmailSendDefinition',
      ['SenderProfile.CustomerKey', 'SenderProfile.FromName', 'DeliveryProfile.DomainType'],
      equals('CustomerKey', 'profiled'),
    );
    assert.match(
      message,
      /<SenderProfile>.*<CustomerKey>shop<.*<FromName>The shop<.*<DomainType>CustomDomain</,
    );
    const from = async (): Promise<(string | undefined)[]> =>
      sendOf(await act('start', 'profiled'), 'FromName', 'FromAddress');
    assert.deepEqual(await from(), ['The shop', 'shop@example.com']);
    const inUse = await write(sandbox, 'Delete', object('SenderProfile', '<CustomerKey>shop</CustomerKey>'));
    assert.match(inUse.message, /used by the definition profiled/);
    await save('Update', '<CustomerKey>profiled</CustomerKey><SenderProfile xsi:nil="true"/>');
    assert.deepEqual(await from(), ['Northwind Outfitters', 'news@northwind.example']);
    const missing = await save(
      'Update',
      '<CustomerKey>profiled</CustomerKey><SenderProfile><CustomerKey>none</CustomerKey></SenderProfile>',
    );
    assert.equal(outcome(missing), 'Error 40100');
  });

  it('are tested with the addresses and lists for tests alone', async () => {
    const listId =
      textOf((await sandbox.retrieve('List', ['ID'], equals('ListName', 'Staff'))).message, 'ID') ?? '';
    const audience = (isTest: boolean): string =>
      `<SendDefinitionList><List><ID>${listId}</ID></List><SendDefinitionListType>SourceList</SendDefinitionListType><IsTestObject>${String(isTest)}</IsTestObject><DataSourceTypeID>List</DataSourceTypeID></SendDefinitionList>`;
    await create('untested', `${audience(false)}|`);
    assert.equal(outcome(await act('test', 'untested')), 'Error 42112');
    const addressed = '<TestEmailAddr>a@example.com; b@example.com</TestEmailAddr>';
    assert.equal(
      outcome(await act('Test', 'untested', '<TestEmailAddr>nobody</TestEmailAddr>')),
      'Error 42112',
    );
    const tested = await act('Test', 'untested', addressed);
    assert.equal(outcome(tested), 'OK: EmailSendDefinition performed');
    assert.deepEqual(await sendOf(tested, 'NumberTargeted'), ['2']);
    await create('tested', `${audience(true)}|${addressed}`);
    const staff = Number(
      /<Task>.*<StatusMessage>(\d+)</.exec((await act('GetMaxCount', 'untested')).message)?.[1],
    );
    assert.ok(staff > 0);
    assert.deepEqual(await sendOf(await act('test', 'tested'), 'NumberTargeted'), [String(staff + 2)]);
    assert.match((await act('GetMaxCount', 'tested')).message, /<Task>.*<StatusMessage>0</);
  });
});
