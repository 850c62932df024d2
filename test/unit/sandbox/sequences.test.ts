/** The three sequences that the best practices draw, from nothing to the tracking, by calls alone (G1). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, taskId, write, type WriteMethod } from './requests.ts';

const people = ['ann', 'bob', 'cleo', 'dora'];

describe('sandbox sequences', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock, seed: 'empty' });
    await done(
      'Create',
      'Email',
      '<CustomerKey>mail</CustomerKey><Name>mail</Name><Subject>s</Subject><HTMLBody>&lt;a href="https://example.com"&gt;b&lt;/a&gt;</HTMLBody>',
    );
  });
  afterEach(() => sandbox.stop());

  /** Writes what must succeed. */
  const done = async (
    method: WriteMethod,
    type: string,
    ...contents: readonly string[]
  ): Promise<SoapReply> => {
    const reply = await write(sandbox, method, contents.map((content) => object(type, content)).join(''));
    assert.deepEqual([...new Set(textsOf(reply.message, 'StatusCode'))], ['OK'], reply.message);
    return reply;
  };
  const define = (source: string): Promise<SoapReply> =>
    done(
      'Create',
      'EmailSendDefinition',
      `<CustomerKey>esd</CustomerKey><Name>esd</Name><SendClassification><CustomerKey>Default Commercial</CustomerKey></SendClassification><SendDefinitionList>${source}</SendDefinitionList><Email><CustomerKey>mail</CustomerKey></Email>`,
    );
  /** Starts the definition, and waits until its send is complete; the send's ID. */
  const send = async (): Promise<string> => {
    const started = await perform(sandbox, 'start', 'EmailSendDefinition', '<CustomerKey>esd</CustomerKey>');
    assert.equal(outcome(started), 'OK: EmailSendDefinition performed');
    const id = taskId(started);
    const status = async (): Promise<string | undefined> =>
      textOf((await sandbox.retrieve('Send', ['Status'], equals('ID', id))).message, 'Status');
    assert.equal(await status(), 'Scheduled');
    clock.advance(60_000);
    assert.equal(await status(), 'Complete');
    return id;
  };
  const reached = async (id: string): Promise<string[]> =>
    textsOf(
      (await sandbox.retrieve('SentEvent', ['SubscriberKey'], equals('SendID', id))).message,
      'SubscriberKey',
    );

  it('sends to a list (A15)', async () => {
    const list =
      textOf((await done('Create', 'List', '<ListName>Readers</ListName>')).message, 'NewID') ?? '';
    await done(
      'Create',
      'Subscriber',
      ...people.map(
        (name) =>
          `<EmailAddress>${name}@example.com</EmailAddress><SubscriberKey>${name}</SubscriberKey><Lists><ID>${list}</ID></Lists>`,
      ),
    );
    await define(
      `<List><ID>${list}</ID></List><SendDefinitionListType>SourceList</SendDefinitionListType><DataSourceTypeID>List</DataSourceTypeID>`,
    );
    const id = await send();
    assert.deepEqual(await reached(id), people);
    const lists = await sandbox.retrieve('ListSend', ['List.ID', 'NumberSent'], equals('SendID', id));
    assert.equal(textOf(lists.message, 'NumberSent'), '4');
  });

  it('sends to a data extension (A15)', async () => {
    const made = await done(
      'Create',
      'DataExtension',
      '<CustomerKey>de</CustomerKey><Name>de</Name><IsSendable>true</IsSendable><SendableDataExtensionField><Name>Key</Name></SendableDataExtensionField><SendableSubscriberField><Name>Subscriber Key</Name></SendableSubscriberField><Fields><Field><Name>Key</Name><IsPrimaryKey>true</IsPrimaryKey><MaxLength>50</MaxLength><IsRequired>true</IsRequired><FieldType>Text</FieldType></Field><Field><Name>Mail</Name><FieldType>EmailAddress</FieldType></Field></Fields>',
    );
    const property = (name: string, value: string): string =>
      `<Property><Name>${name}</Name><Value>${value}</Value></Property>`;
    await done(
      'Create',
      'DataExtensionObject',
      ...people.map(
        (name) =>
          `<CustomerKey>de</CustomerKey><Properties>${property('Key', name)}${property('Mail', `${name}@example.com`)}</Properties>`,
      ),
    );
    await define(
      `<SendDefinitionListType>SourceList</SendDefinitionListType><CustomObjectID>${textOf(made.message, 'NewObjectID') ?? ''}</CustomObjectID><DataSourceTypeID>CustomObject</DataSourceTypeID>`,
    );
    const id = await send();
    assert.deepEqual(await reached(id), people);
    const counted = await sandbox.retrieve('Send', ['NumberSent', 'NumberTargeted'], equals('ID', id));
    assert.deepEqual(
      [textOf(counted.message, 'NumberSent'), textOf(counted.message, 'NumberTargeted')],
      ['4', '4'],
    );
  });

  it('sends when something happens (A15)', async () => {
    await done(
      'Create',
      'TriggeredSendDefinition',
      '<CustomerKey>tsd</CustomerKey><Name>tsd</Name><SendClassification><CustomerKey>Default Transactional</CustomerKey></SendClassification><Email><CustomerKey>mail</CustomerKey></Email><AutoAddSubscribers>true</AutoAddSubscribers><AutoUpdateSubscribers>true</AutoUpdateSubscribers>',
    );
    await done(
      'Update',
      'TriggeredSendDefinition',
      '<CustomerKey>tsd</CustomerKey><TriggeredSendStatus>Active</TriggeredSendStatus>',
    );
    await done(
      'Create',
      'TriggeredSend',
      `<TriggeredSendDefinition><CustomerKey>tsd</CustomerKey></TriggeredSendDefinition>${people
        .map(
          (name) =>
            `<Subscribers><EmailAddress>${name}@example.com</EmailAddress><SubscriberKey>${name}</SubscriberKey></Subscribers>`,
        )
        .join('')}`,
    );
    clock.advance(600_000);
    const { message } = await sandbox.retrieve(
      'TriggeredSendDefinition',
      ['ObjectID'],
      equals('CustomerKey', 'tsd'),
    );
    const events = await sandbox.retrieve(
      'SentEvent',
      ['SubscriberKey'],
      equals('TriggeredSendDefinitionObjectID', textOf(message, 'ObjectID') ?? ''),
    );
    assert.deepEqual(textsOf(events.message, 'SubscriberKey'), people);
    const summary = await sandbox.retrieve('TriggeredSendSummary', ['Sent'], equals('CustomerKey', 'tsd'));
    assert.equal(textOf(summary.message, 'Sent'), '4');
  });

  it('keeps what is left out, and takes false for false and 0 for 0 (G5)', async () => {
    const list =
      textOf((await done('Create', 'List', '<ListName>Readers</ListName>')).message, 'NewID') ?? '';
    await define(
      `<List><ID>${list}</ID></List><SendDefinitionListType>SourceList</SendDefinitionListType><DataSourceTypeID>List</DataSourceTypeID>`,
    );
    const flags = async (): Promise<string> => {
      const { message } = await sandbox.retrieve(
        'EmailSendDefinition',
        ['IsMultipart', 'DeduplicateByEmail'],
        equals('CustomerKey', 'esd'),
      );
      return `${textOf(message, 'IsMultipart') ?? ''} ${textOf(message, 'DeduplicateByEmail') ?? ''}`;
    };
    const change = (content: string): Promise<SoapReply> =>
      done('Update', 'EmailSendDefinition', `<CustomerKey>esd</CustomerKey>${content}`);
    assert.equal(await flags(), 'true false');
    await change('<IsMultipart>false</IsMultipart>');
    assert.equal(await flags(), 'false false');
    await change('<DeduplicateByEmail>true</DeduplicateByEmail>');
    assert.equal(await flags(), 'false true', 'what was not sent is as it was');
    await change('<IsMultipart>1</IsMultipart><DeduplicateByEmail>0</DeduplicateByEmail>');
    assert.equal(await flags(), 'true false');
  });
});
