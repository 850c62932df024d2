/** Suppression lists: addresses that sends leave out, and which sends do (A5). */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, upsert, write, type WriteMethod } from './requests.ts';

describe('sandbox suppression lists', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({
      clock: manualClock(Date.UTC(2030, 4, 16, 18)),
      seed: {
        objects: [
          { type: 'Email', CustomerKey: 'mail', Name: 'mail', Subject: 's', HTMLBody: 'b' },
          { type: 'List', ListName: 'Readers', CustomerKey: 'readers' },
          {
            type: 'DataExtension',
            CustomerKey: 'people',
            Name: 'people',
            IsSendable: true,
            SendableDataExtensionField: { Name: 'Key' },
            SendableSubscriberField: { Name: 'Subscriber Key' },
            Fields: {
              Field: [
                { Name: 'Key', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true },
                { Name: 'Mail', FieldType: 'EmailAddress' },
              ],
            },
          },
        ],
        rows: {
          people: [
            { Key: 'p1', Mail: 'One@example.com' },
            { Key: 'p2', Mail: 'two@example.com' },
          ],
        },
      },
    });
    const { message } = await sandbox.retrieve('List', ['ID'], equals('CustomerKey', 'readers'));
    for (const name of ['ann', 'bob', 'cleo']) {
      const content = `<EmailAddress>${name}@example.com</EmailAddress><SubscriberKey>${name}</SubscriberKey><Lists><ID>${textOf(message, 'ID') ?? ''}</ID></Lists>`;
      assert.equal(outcome(await save('Create', 'Subscriber', content)), 'OK: Created Subscriber.');
    }
    await define('commercial', 'Default Commercial', await listSource());
    await define('operational', 'Default Transactional', await listSource());
    await define('rows', 'Default Commercial', await rowSource());
  });
  afterEach(() => sandbox.stop());

  const save = (method: WriteMethod, type: string, content: string): Promise<SoapReply> =>
    write(sandbox, method, object(type, content));
  const listSource = async (): Promise<string> => {
    const { message } = await sandbox.retrieve('List', ['ID'], equals('CustomerKey', 'readers'));
    return `<List><ID>${textOf(message, 'ID') ?? ''}</ID></List><SendDefinitionListType>SourceList</SendDefinitionListType><DataSourceTypeID>List</DataSourceTypeID>`;
  };
  const rowSource = async (): Promise<string> => {
    const { message } = await sandbox.retrieve(
      'DataExtension',
      ['ObjectID'],
      equals('CustomerKey', 'people'),
    );
    return `<SendDefinitionListType>SourceList</SendDefinitionListType><CustomObjectID>${textOf(message, 'ObjectID') ?? ''}</CustomObjectID><DataSourceTypeID>CustomObject</DataSourceTypeID>`;
  };
  const define = async (key: string, classification: string, source: string): Promise<void> => {
    const content = `<CustomerKey>${key}</CustomerKey><Name>${key}</Name><SendClassification><CustomerKey>${classification}</CustomerKey></SendClassification><SendDefinitionList>${source}</SendDefinitionList><Email><CustomerKey>mail</CustomerKey></Email>`;
    assert.equal(
      outcome(await save('Create', 'EmailSendDefinition', content)),
      'OK: EmailSendDefinition created',
    );
  };
  const list = (contexts: string, key = 'no-mail'): Promise<SoapReply> =>
    save(
      'Create',
      'SuppressionListDefinition',
      `<CustomerKey>${key}</CustomerKey><Name>${key}</Name>${contexts === '' ? '' : `<Contexts>${contexts}</Contexts>`}<Fields><Field><Name>Why</Name><MaxLength>50</MaxLength><FieldType>Text</FieldType></Field></Fields>`,
    );
  const suppress = async (address: string, key = 'no-mail'): Promise<void> => {
    const made = await save(
      'Create',
      'DataExtensionObject',
      `<CustomerKey>${key}</CustomerKey><Properties><Property><Name>Email Address</Name><Value>${address}</Value></Property></Properties>`,
    );
    assert.equal(outcome(made), 'OK: Created DataExtensionObject');
  };
  /** How many a definition reaches now. */
  const reach = async (key: string): Promise<string | undefined> => {
    const { message } = await perform(
      sandbox,
      'GetMaxCount',
      'EmailSendDefinition',
      `<CustomerKey>${key}</CustomerKey>`,
    );
    return /<Task>.*<StatusMessage>(\d+)</.exec(message)?.[1];
  };

  it('are created with their columns and contexts, counted, shown and deleted', async () => {
    assert.equal(
      outcome(await list('<Context><Context>BusinessUnit</Context></Context>')),
      'OK: SuppressionListDefinition created',
    );
    await suppress('ann@example.com');
    const shown = await sandbox.retrieve('SuppressionListDefinition', [
      'CustomerKey',
      'Name',
      'SubscriberCount',
      'Client.EnterpriseID',
    ]);
    assert.match(shown.message, /<CustomerKey>no-mail<.*<Name>no-mail<.*<SubscriberCount>1</);
    const contexts = await sandbox.retrieve('SuppressionListContext', [
      'Context',
      'Definition.CustomerKey',
      'Definition.Name',
      'AppliesToAllSends',
    ]);
    assert.match(
      contexts.message,
      /<Context>BusinessUnit<\/Context>.*<CustomerKey>no-mail<.*<AppliesToAllSends>false</,
    );
    assert.equal(outcome(await list('')), 'Error 1');
    const deleted = await save('Delete', 'SuppressionListDefinition', '<CustomerKey>no-mail</CustomerKey>');
    assert.equal(outcome(deleted), 'OK: SuppressionListDefinition deleted');
    for (const type of ['SuppressionListDefinition', 'SuppressionListContext']) {
      assert.deepEqual(textsOf((await sandbox.retrieve(type, ['ObjectID'])).message, 'ObjectID'), []);
    }
    assert.equal(outcome(await list('')), 'OK: SuppressionListDefinition created', 'the key is free again');
  });

  it('leave their addresses out of the commercial sends of the business unit', async () => {
    await list('<Context><Context>BusinessUnit</Context></Context>');
    assert.equal(await reach('commercial'), '3');
    await suppress('ANN@example.com');
    await suppress('one@example.com');
    assert.deepEqual(
      [await reach('commercial'), await reach('operational'), await reach('rows')],
      ['2', '3', '1'],
    );
    await list(
      '<Context><Context>Enterprise</Context><AppliesToAllSends>true</AppliesToAllSends></Context>',
      'never',
    );
    await suppress('bob@example.com', 'never');
    assert.deepEqual([await reach('commercial'), await reach('operational')], ['1', '2']);
  });

  it('count in the send as those that were excluded', async () => {
    await list('<Context><Context>Global</Context></Context>');
    await suppress('cleo@example.com');
    await perform(sandbox, 'start', 'EmailSendDefinition', '<CustomerKey>commercial</CustomerKey>');
    const { message } = await sandbox.retrieve('Send', ['NumberTargeted', 'NumberExcluded']);
    assert.match(message, /<NumberTargeted>2<.*<NumberExcluded>1<|<NumberExcluded>1<.*<NumberTargeted>2</);
  });

  it('apply to a send classification or a sender profile alone', async () => {
    await list('');
    await suppress('ann@example.com');
    const context = (content: string): Promise<SoapReply> =>
      save(
        'Create',
        'SuppressionListContext',
        `${content}<Definition><CustomerKey>no-mail</CustomerKey></Definition>`,
      );
    assert.deepEqual([await reach('commercial'), await reach('operational')], ['3', '3']);
    const made = await context(
      '<Context>SendClassification</Context><SendClassification><CustomerKey>Default Transactional</CustomerKey></SendClassification>',
    );
    assert.equal(outcome(made), 'OK: SuppressionListContext created');
    assert.deepEqual([await reach('commercial'), await reach('operational')], ['3', '2']);
    await save(
      'Delete',
      'SuppressionListContext',
      `<ObjectID>${textOf(made.message, 'NewObjectID') ?? ''}</ObjectID>`,
    );
    assert.deepEqual([await reach('commercial'), await reach('operational')], ['3', '3']);
    await save(
      'Create',
      'SenderProfile',
      '<CustomerKey>own</CustomerKey><Name>own</Name><FromName>Own</FromName><FromAddress>own@example.com</FromAddress>',
    );
    await save(
      'Update',
      'EmailSendDefinition',
      '<CustomerKey>commercial</CustomerKey><SenderProfile><CustomerKey>own</CustomerKey></SenderProfile>',
    );
    // The elements are in the order of the schema, in which the sender profile is the last.
    const profile = await save(
      'Create',
      'SuppressionListContext',
      '<Context>SenderProfile</Context><Definition><CustomerKey>no-mail</CustomerKey></Definition><SenderProfile><CustomerKey>own</CustomerKey></SenderProfile>',
    );
    assert.equal(outcome(profile), 'OK: SuppressionListContext created');
    assert.deepEqual([await reach('commercial'), await reach('operational')], ['2', '3']);
  });

  it('leave alone the data extension that has their key already', async () => {
    assert.equal(outcome(await list('', 'people')), 'Error 1');
    const rows = await sandbox.retrieve('DataExtensionObject[people]', ['Key']);
    assert.deepEqual(textsOf(rows.message, 'Value'), ['p1', 'p2']);
    // A list whose rows somebody has deleted, to use their key for something else.
    await list('');
    await save('Delete', 'DataExtension', '<CustomerKey>no-mail</CustomerKey>');
    const field = '<Field><Name>A</Name><MaxLength>9</MaxLength><FieldType>Text</FieldType></Field>';
    const other = `<CustomerKey>no-mail</CustomerKey><Name>other</Name><Fields>${field}</Fields>`;
    assert.equal(outcome(await save('Create', 'DataExtension', other)), 'OK: Data Extension created.');
    await save('Delete', 'SuppressionListDefinition', '<CustomerKey>no-mail</CustomerKey>');
    const left = await sandbox.retrieve('DataExtension', ['Name'], equals('CustomerKey', 'no-mail'));
    assert.deepEqual(textsOf(left.message, 'Name'), ['other']);
  });

  it('lie in one root folder, whatever folder is named, and have their rows however they are made', async () => {
    for (const key of ['one', 'two']) {
      const content = `<CustomerKey>${key}</CustomerKey><Name>${key}</Name><Category>4711</Category>`;
      await save('Create', 'SuppressionListDefinition', content);
    }
    const folders = await sandbox.retrieve('DataFolder', ['ID'], equals('ContentType', 'suppression_list'));
    assert.equal(textsOf(folders.message, 'ID').length, 1);
    const third = object('SuppressionListDefinition', '<CustomerKey>three</CustomerKey><Name>three</Name>');
    await write(sandbox, 'Update', third, upsert);
    await suppress('ann@example.com', 'three');
  });

  it('are refused as a whole when one of their contexts refers to nothing', async () => {
    const bad = '<Context><Context>SendClassification</Context></Context>';
    assert.equal(outcome(await list(bad)), 'Error 2');
    assert.deepEqual(
      textsOf((await sandbox.retrieve('SuppressionListDefinition', ['Name'])).message, 'Name'),
      [],
    );
    const rows = await sandbox.retrieve('DataExtension', ['Name'], equals('CustomerKey', 'no-mail'));
    assert.deepEqual(textsOf(rows.message, 'Name'), []);
    const alone = await save('Create', 'SuppressionListContext', '<Context>BusinessUnit</Context>');
    assert.equal(outcome(alone), 'Error 2');
  });
});
