/** Profile attributes, groups, unsubscriptions, and a send seen by its links and lists (A4, A13, A14). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, filter, object, outcome, perform, taskId, write } from './requests.ts';

describe('sandbox audiences', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
  });
  afterEach(() => sandbox.stop());

  const configure = (action: string, content: string): Promise<SoapReply> =>
    sandbox.call(
      'Configure',
      `<ConfigureRequestMsg><Action>${action}</Action><Configurations><Configuration xsi:type="PropertyDefinition">${content}</Configuration></Configurations></ConfigureRequestMsg>`,
    );
  const describedAttributes = async (): Promise<string> =>
    /<ExtendedProperties>.*<\/ExtendedProperties>/s.exec(
      (
        await sandbox.call(
          'Describe',
          '<DefinitionRequestMsg><DescribeRequests><ObjectDefinitionRequest><ObjectType>Subscriber</ObjectType></ObjectDefinitionRequest></DescribeRequests></DefinitionRequestMsg>',
        )
      ).message,
    )?.[0] ?? '';
  const subscribe = (content: string): Promise<SoapReply> =>
    write(sandbox, 'Create', object('Subscriber', `<EmailAddress>n@example.com</EmailAddress>${content}`));
  const attribute = (name: string, value: string): string =>
    `<Attributes><Name>${name}</Name><Value>${value}</Value></Attributes>`;

  it('have profile attributes that can be made, described, used, renamed and deleted (A4)', async () => {
    const made = await configure(
      'Create',
      '<Name>Colour</Name><PropertyType>string</PropertyType><DefaultValue>red</DefaultValue><IsRequired>true</IsRequired><PicklistItems><PicklistItem><Label>Red</Label><Value>red</Value></PicklistItem><PicklistItem><Label>Blue</Label><Value>blue</Value></PicklistItem></PicklistItems>',
    );
    assert.equal(outcome(made), 'OK: Success');
    assert.match(
      await describedAttributes(),
      /<Name>Colour<\/Name><PropertyType>string<\/PropertyType>.*<Value>blue<\/Value>/s,
    );
    assert.equal(outcome(await configure('create', '<Name>colour</Name>')), 'Error 1');
    assert.equal(outcome(await configure('create', '<Name>x</Name><DataType>fruit</DataType>')), 'Error 2');
    assert.equal(
      outcome(await subscribe(`<SubscriberKey>a</SubscriberKey>${attribute('Colour', 'green')}`)),
      'Error 12004',
    );
    assert.equal(
      outcome(await subscribe(`<SubscriberKey>a</SubscriberKey>${attribute('Colour', '')}`)),
      'Error 12006',
    );
    assert.equal(outcome(await subscribe('<SubscriberKey>a</SubscriberKey>')), 'OK: Created Subscriber.');
    const shown = async (): Promise<string> =>
      (await sandbox.retrieve('Subscriber', ['ID'], equals('SubscriberKey', 'a'))).message;
    assert.match(await shown(), /<Attributes><Name>Colour<\/Name><Value>red<\/Value>/);
    const id = textOf(made.message, 'ID') ?? '';
    assert.equal(outcome(await configure('update', `<ID>${id}</ID><Name>Color</Name>`)), 'OK: Success');
    assert.match(await shown(), /<Name>Color<\/Name><Value>red<\/Value>/);
    assert.equal(outcome(await configure('delete', '<Name>Color</Name>')), 'OK: Success');
    assert.doesNotMatch(await shown(), /Colou?r/);
    assert.equal(outcome(await configure('delete', '<Name>Color</Name>')), 'Error 3');
  });

  const execute = (name: string, parameters: Readonly<Record<string, string>>): Promise<SoapReply> => {
    const pairs = Object.entries(parameters).map(
      ([each, value]) => `<Parameters><Name>${each}</Name><Value>${value}</Value></Parameters>`,
    );
    return sandbox.call(
      'Execute',
      `<ExecuteRequestMsg><Requests><Name>${name}</Name>${pairs.join('')}</Requests></ExecuteRequestMsg>`,
    );
  };

  it('have groups that are refreshed, and can be sent to (A13)', async () => {
    const { message } = await sandbox.retrieve(
      'Group',
      ['ID', 'Name', 'ModifiedDate'],
      equals('Name', 'Londoners'),
    );
    const id = textOf(message, 'ID') ?? '';
    const emailId = textOf((await sandbox.retrieve('Email', ['ID'])).message, 'ID') ?? '';
    await write(
      sandbox,
      'Create',
      object(
        'EmailSendDefinition',
        `<CustomerKey>g</CustomerKey><Name>g</Name><SendClassification><CustomerKey>Default Commercial</CustomerKey></SendClassification><SendDefinitionList><List><ID>${id}</ID></List><SendDefinitionListType>SourceList</SendDefinitionListType><DataSourceTypeID>List</DataSourceTypeID></SendDefinitionList><Email><ID>${emailId}</ID></Email>`,
      ),
    );
    const size = async (): Promise<number> => {
      const reply = await perform(
        sandbox,
        'GetMaxCount',
        'EmailSendDefinition',
        '<CustomerKey>g</CustomerKey>',
      );
      return Number(textsOf(reply.message, 'StatusMessage').at(-1));
    };
    const before = await size();
    assert.ok(before > 50, String(before));
    await subscribe(`<SubscriberKey>new-londoner</SubscriberKey>${attribute('City', 'London')}`);
    assert.equal(await size(), before);
    assert.equal(outcome(await execute('RefreshGroup', { ID: id })), 'OK: Group refresh queued');
    clock.advance(5000);
    assert.equal(await size(), before + 1);
    assert.equal(outcome(await execute('RefreshGroup', { ID: '1' })), 'Error 3');
    assert.equal(outcome(await execute('RefreshGroup', {})), 'Error 402');
  });

  it('have groups that are made and deleted', async () => {
    const made = await write(
      sandbox,
      'Create',
      object('Group', '<Name>Two</Name><Subscribers><SubscriberKey>NW-0000001</SubscriberKey></Subscribers>'),
    );
    assert.equal(outcome(made), 'OK: Group created');
    assert.equal(outcome(await write(sandbox, 'Create', object('Group', '<Name>two</Name>'))), 'Error 1');
    assert.equal(outcome(await write(sandbox, 'Create', object('Group', ''))), 'Error 2');
    const id = textOf(made.message, 'NewID') ?? '';
    assert.equal(
      outcome(await write(sandbox, 'Delete', object('Group', `<ID>${id}</ID>`))),
      'OK: Group deleted',
    );
  });

  it('lose those whose leaving is logged', async () => {
    const statusOf = async (): Promise<string | undefined> =>
      textOf(
        (await sandbox.retrieve('Subscriber', ['Status'], equals('SubscriberKey', 'n'))).message,
        'Status',
      );
    await subscribe('<SubscriberKey>n</SubscriberKey>');
    const log = async (parameters: Readonly<Record<string, string>>): Promise<string> =>
      outcome(await execute('LogUnsubEvent', parameters));
    const jobId = textOf((await sandbox.retrieve('Send', ['ID'])).message, 'ID') ?? '';
    const lists = (await sandbox.retrieve('List', ['ID', 'ListName'], equals('ListName', 'Hikers'))).message;
    const listId = textOf(lists, 'ID') ?? '';
    assert.equal(await log({ JobID: jobId }), 'Error 403');
    assert.equal(await log({}), 'Error 402');
    assert.equal(await log({ SubscriberKey: 'nobody' }), 'Error 400');
    assert.equal(await log({ SubscriberKey: 'n', JobID: '1' }), 'Error 400');
    assert.equal(await log({ SubscriberKey: 'n', EmailAddress: 'no.such@example.com' }), 'Error 400');
    assert.equal(await log({ SubscriberKey: 'n', ListID: listId }), 'Error 409');
    assert.equal(await log({ SubscriberKey: 'n', JobID: jobId }), 'OK: Event posted');
    assert.equal(await statusOf(), 'Unsubscribed');
    assert.equal(await log({ SubscriberKey: 'n' }), 'Error 401');
    const events = await sandbox.retrieve(
      'UnsubEvent',
      ['SendID', 'EventType'],
      equals('SubscriberKey', 'n'),
    );
    assert.deepEqual(
      [textOf(events.message, 'SendID'), textOf(events.message, 'EventType')],
      [jobId, 'Unsubscribe'],
    );
  });

  it('change by a send: who leaves is unsubscribed, whose address is dead is bounced', async () => {
    const reply = await perform(
      sandbox,
      'start',
      'EmailSendDefinition',
      '<CustomerKey>product-news</CustomerKey>',
    );
    const id = taskId(reply);
    clock.advance(96 * 3_600_000);
    const sent = await sandbox.retrieve('Send', ['HardBounces', 'Unsubscribes'], equals('ID', id));
    const unsubscribed = await sandbox.retrieve('UnsubEvent', ['SubscriberKey'], equals('SendID', id));
    const bounced = await sandbox.retrieve(
      'BounceEvent',
      ['SubscriberKey', 'EventType'],
      equals('SendID', id),
    );
    const kinds = textsOf(bounced.message, 'EventType');
    const hard = textsOf(bounced.message, 'SubscriberKey').filter(
      (_, index) => kinds[index] === 'HardBounce',
    );
    const left = textsOf(unsubscribed.message, 'SubscriberKey');
    assert.equal(hard.length, Number(textOf(sent.message, 'HardBounces')));
    assert.ok(hard.length > 3 && left.length > 0, `${String(hard.length)} ${String(left.length)}`);
    for (const [keys, status] of [
      [hard, 'Bounced'],
      [left, 'Unsubscribed'],
    ] as const) {
      const these = filter('SubscriberKey', keys.length > 1 ? 'IN' : 'equals', ...keys);
      const shown = textsOf((await sandbox.retrieve('Subscriber', ['Status'], these)).message, 'Status');
      assert.deepEqual([shown.length, ...new Set(shown)], [keys.length, status]);
    }
  });

  it('are seen by the links and lists of a send, and the numbers agree (A14)', async () => {
    const sends = await sandbox.retrieve(
      'Send',
      ['ID', 'UniqueClicks', 'UniqueOpens', 'NumberSent', 'Unsubscribes'],
      equals('EmailSendDefinition.CustomerKey', 'product-news'),
    );
    const [id = '', clicks, opens, sent, left] = [
      'ID',
      'UniqueClicks',
      'UniqueOpens',
      'NumberSent',
      'Unsubscribes',
    ].map((name) => textOf(sends.message, name));
    const links = await sandbox.retrieve('LinkSend', ['Link.URL', 'Link.TotalClicks'], equals('SendID', id));
    const total = textsOf(links.message, 'TotalClicks').reduce((sum, count) => sum + Number(count), 0);
    assert.equal(total, Number(clicks));
    assert.equal(textsOf(links.message, 'URL').length, 3);
    const list = await sandbox.retrieve(
      'ListSend',
      ['List.ListName', 'NumberSent', 'UniqueOpens'],
      equals('SendID', id),
    );
    assert.deepEqual(
      [
        textOf(list.message, 'ListName'),
        textOf(list.message, 'NumberSent'),
        textOf(list.message, 'UniqueOpens'),
      ],
      ['Product news', sent, opens],
    );
    const unsubscribed = await sandbox.retrieve('UnsubEvent', ['SubscriberKey'], equals('SendID', id));
    assert.equal(textsOf(unsubscribed.message, 'SubscriberKey').length, Number(left));
    const summary = await sandbox.retrieve('SendSummary', ['SendID', 'TotalSent'], equals('SendID', id));
    assert.equal(textOf(summary.message, 'TotalSent'), sent);
    assert.match(
      textOf((await sandbox.retrieve('SendSummary', ['TotalSent'])).message, 'OverallStatus') ?? '',
      /filter by SendID is required/,
    );
  });
});
