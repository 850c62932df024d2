/** Filter definitions and what uses them: filter activities, and the audiences of sends. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import {
  condition,
  equals,
  object,
  outcome,
  perform,
  taskId,
  upsert,
  write,
  type WriteMethod,
} from './requests.ts';

describe('sandbox filters', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({
      clock,
      seed: {
        objects: [
          ...['From', 'Into'].map((name) => ({
            type: 'DataExtension',
            CustomerKey: name,
            Name: name,
            Fields: {
              Field: [
                { Name: 'Id', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true },
                { Name: name === 'Into' ? 'Amount' : 'amount', FieldType: 'Number' },
              ],
            },
          })),
          { type: 'List', ListName: 'Readers', CustomerKey: 'readers' },
          { type: 'Subscriber', EmailAddress: 'ann@example.com', SubscriberKey: 'ann' },
          { type: 'Subscriber', EmailAddress: 'bob@example.org', SubscriberKey: 'bob' },
        ],
        rows: {
          From: [
            { Id: 'a', amount: 3 },
            { Id: 'b', amount: 8 },
            { Id: 'c', amount: 9 },
          ],
          Into: [{ Id: 'old', Amount: 1 }],
        },
      },
    });
  });
  afterEach(() => sandbox.stop());

  const save = (method: WriteMethod, type: string, content: string): Promise<SoapReply> =>
    write(sandbox, method, object(type, content));
  const part = (inner: string): string => `<DataFilter xsi:type="SimpleFilterPart">${inner}</DataFilter>`;
  const big = part(condition('amount', 'greaterThan', '5'));
  const definition = (filter: string, source = '<CustomerKey>From</CustomerKey>', key = 'f'): string =>
    `<CustomerKey>${key}</CustomerKey><Name>${key}</Name><DataSource xsi:type="DataExtension">${source}</DataSource>${filter}`;
  const idOf = async (type: string, key: string): Promise<string> =>
    textOf((await sandbox.retrieve(type, ['ObjectID'], equals('CustomerKey', key))).message, 'ObjectID') ??
    '';

  it('are kept, and show their source by all its names', async () => {
    assert.equal(
      outcome(await save('Create', 'FilterDefinition', definition(big))),
      'OK: FilterDefinition created',
    );
    const { message } = await sandbox.retrieve(
      'FilterDefinition',
      ['Name', 'DataFilter', 'DataSource.ObjectID', 'DataSourceType'],
      equals('CustomerKey', 'f'),
    );
    assert.match(
      message,
      new RegExp(
        `<Value>DataExtension</Value>.*<DataSource.*<ObjectID>${await idOf('DataExtension', 'From')}</ObjectID>.*<DataFilter xsi:type="SimpleFilterPart"><Property>amount</Property><SimpleOperator>greaterThan</SimpleOperator><Value>5<`,
        's',
      ),
    );
  });

  it('are refused by the documented codes', async () => {
    const code = async (content: string, method: WriteMethod = 'Create'): Promise<string> =>
      outcome(await save(method, 'FilterDefinition', content));
    await save('Create', 'FilterDefinition', definition(big));
    assert.equal(await code(definition(big)), 'Error 373005');
    assert.equal(await code(definition(big, '<CustomerKey>None</CustomerKey>', 'g')), 'Error 373002');
    assert.equal(await code(definition('', undefined, 'g')), 'Error 373008');
    assert.equal(
      await code(definition(part(condition('nope', 'equals', '1')), undefined, 'g')),
      'Error 373011',
    );
    assert.equal(
      await code(definition(part(condition('amount', 'greaterThan', 'x')), undefined, 'g')),
      'Error 373009',
    );
    assert.equal(
      await code(
        definition(
          '<DataFilter xsi:type="TagFilterPart"><Tags><Tag>x</Tag></Tags></DataFilter>',
          undefined,
          'g',
        ),
      ),
      'Error 373012',
    );
    assert.equal(await code(`<CustomerKey>g</CustomerKey>${big}`), 'Error 373003');
    assert.equal(await code('<CustomerKey>none</CustomerKey>', 'Delete'), 'Error 373007');
  });

  it('fill another data extension by an activity, column by column of the same name', async () => {
    await save('Create', 'FilterDefinition', definition(big));
    const ids = `<FilterDefinitionID>${await idOf('FilterDefinition', 'f')}</FilterDefinitionID><DestinationObjectID>${await idOf('DataExtension', 'Into')}</DestinationObjectID><DestinationTypeID>2</DestinationTypeID><SourceObjectID>${await idOf('DataExtension', 'From')}</SourceObjectID><SourceTypeID>2</SourceTypeID>`;
    const made = await save('Create', 'FilterActivity', `<CustomerKey>fa</CustomerKey><Name>fa</Name>${ids}`);
    assert.equal(outcome(made), 'OK: FilterActivity Created');
    const started = await perform(sandbox, 'start', 'FilterActivity', '<CustomerKey>fa</CustomerKey>');
    const task = taskId(started);
    clock.advance(10_000);
    const state = await sandbox.retrieve('AsyncActivityStatus', ['Status'], equals('TaskID', task));
    assert.deepEqual(textsOf(state.message, 'Value'), ['Complete']);
    const rows = await sandbox.retrieve('DataExtensionObject[Into]', ['Id', 'Amount']);
    assert.deepEqual(textsOf(rows.message, 'Value'), ['b', '8', 'c', '9']);
  });

  it('fill lists and groups by an activity with the subscribers that they pick out', async () => {
    const part1 = part(condition('Email Address', 'endsWith', 'example.org'));
    await save('Create', 'FilterDefinition', `<CustomerKey>s</CustomerKey><Name>s</Name>${part1}`);
    await save('Create', 'Group', '<Name>Picked</Name>');
    const groupId =
      textOf((await sandbox.retrieve('Group', ['ObjectID'], equals('Name', 'Picked'))).message, 'ObjectID') ??
      '';
    const activity = async (key: string, destination: string): Promise<string> =>
      outcome(
        await save(
          'Create',
          'FilterActivity',
          `<CustomerKey>${key}</CustomerKey><Name>${key}</Name><FilterDefinitionID>${await idOf('FilterDefinition', 's')}</FilterDefinitionID><DestinationObjectID>${destination}</DestinationObjectID>`,
        ),
      );
    assert.equal(await activity('no', await idOf('DataExtension', 'Into')), 'Error 2');
    assert.equal(await activity('list', await idOf('List', 'readers')), 'OK: FilterActivity Created');
    assert.equal(await activity('group', groupId), 'OK: FilterActivity Created');
    const readers =
      textOf((await sandbox.retrieve('List', ['ID'], equals('CustomerKey', 'readers'))).message, 'ID') ?? '';
    for (const [name, status] of [
      ['ann', 'Active'],
      ['dan', 'Unsubscribed'],
    ] as const) {
      await write(
        sandbox,
        'Update',
        object(
          'Subscriber',
          `<EmailAddress>${name}@example.org</EmailAddress><SubscriberKey>${name}-2</SubscriberKey><Lists><ID>${readers}</ID><Status>${status}</Status></Lists>`,
        ),
        upsert,
      );
    }
    await save(
      'Create',
      'Subscriber',
      `<EmailAddress>kim@example.com</EmailAddress><SubscriberKey>kim</SubscriberKey><Lists><ID>${readers}</ID></Lists>`,
    );
    for (const key of ['list', 'group']) {
      await perform(sandbox, 'start', 'FilterActivity', `<CustomerKey>${key}</CustomerKey>`);
    }
    clock.advance(10_000);
    const listId =
      textOf((await sandbox.retrieve('List', ['ID'], equals('CustomerKey', 'readers'))).message, 'ID') ?? '';
    const members = await sandbox.retrieve(
      'ListSubscriber',
      ['SubscriberKey', 'Status'],
      equals('ListID', listId),
    );
    const shown = textsOf(members.message, 'SubscriberKey');
    assert.deepEqual(
      textsOf(members.message, 'Status').map((status, index) => `${shown[index] ?? ''} ${status}`),
      ['ann-2 Active', 'dan-2 Unsubscribed', 'bob Active'],
      'kim is not picked out, and dan has left',
    );
    await write(
      sandbox,
      'Create',
      object('Email', '<CustomerKey>e</CustomerKey><Name>e</Name><Subject>s</Subject><HTMLBody>b</HTMLBody>'),
    );
    const groupNumber =
      textOf((await sandbox.retrieve('Group', ['ID'], equals('Name', 'Picked'))).message, 'ID') ?? '';
    await save(
      'Create',
      'Send',
      `<Email><CustomerKey>e</CustomerKey></Email><List><ID>${groupNumber}</ID></List>`,
    );
    const send = await sandbox.retrieve('Send', ['NumberTargeted']);
    assert.equal(textOf(send.message, 'NumberTargeted'), '3');
  });

  it('refuse to be run where what they name is missing', async () => {
    const lacking = await save('Create', 'FilterActivity', '<CustomerKey>fa</CustomerKey><Name>fa</Name>');
    assert.equal(outcome(lacking), 'Error 2');
    assert.equal(
      outcome(await perform(sandbox, 'start', 'FilterActivity', '<CustomerKey>no</CustomerKey>')),
      'Error 3',
    );
  });

  it('pick the audience of a send (A5)', async () => {
    const subscribers = `<CustomerKey>s</CustomerKey><Name>s</Name>${part(condition('Email Address', 'endsWith', 'example.org'))}`;
    assert.equal(
      outcome(await save('Create', 'FilterDefinition', subscribers)),
      'OK: FilterDefinition created',
    );
    await save(
      'Create',
      'Email',
      '<CustomerKey>e</CustomerKey><Name>e</Name><Subject>s</Subject><HTMLBody>b</HTMLBody>',
    );
    const email = textOf((await sandbox.retrieve('Email', ['ID'])).message, 'ID') ?? '';
    const audience = (filter: string): string =>
      `<CustomerKey>esd</CustomerKey><Name>esd</Name><SendClassification><CustomerKey>Default Commercial</CustomerKey></SendClassification><SendDefinitionList><SendDefinitionListType>SourceList</SendDefinitionListType><DataSourceTypeID>FilterDefinition</DataSourceTypeID><FilterDefinition><ObjectID>${filter}</ObjectID></FilterDefinition></SendDefinitionList><Email><ID>${email}</ID></Email>`;
    assert.equal(outcome(await save('Create', 'EmailSendDefinition', audience('none'))), 'Error 42110');
    const made = await save('Create', 'EmailSendDefinition', audience(await idOf('FilterDefinition', 's')));
    assert.equal(outcome(made), 'OK: EmailSendDefinition created');
    const counted = await perform(
      sandbox,
      'GetMaxCount',
      'EmailSendDefinition',
      '<CustomerKey>esd</CustomerKey>',
    );
    assert.match(counted.message, /<Task>.*<StatusMessage>1<\/StatusMessage>/s);
  });
});
