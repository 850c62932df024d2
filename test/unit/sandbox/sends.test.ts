/** Sends move with the clock, and what becomes of their messages holds together with their numbers. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { allPages, equals, perform, taskId } from './requests.ts';

const minute = 60_000;

describe('sandbox sends', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18, 1));
    sandbox = await startSandbox({ clock, tokenLifetimeSeconds: 1e6 });
  });
  afterEach(() => sandbox.stop());

  const column = async (name: string, rest = ''): Promise<string[]> =>
    textsOf((await sandbox.retrieve('Send', [name], rest)).message, name);
  const act = (action: string, type: string, content: string): Promise<SoapReply> =>
    perform(sandbox, action, type, content);
  const statusOf = async (id: string): Promise<string | undefined> =>
    (await column('Status', equals('ID', id)))[0];

  it('are of every state, and of the last month', async () => {
    assert.deepEqual(
      new Set(await column('Status')),
      new Set(['Complete', 'Canceled', 'Error', 'Paused', 'Sending', 'Scheduled']),
    );
    const dates = await column('CreatedDate');
    assert.ok(dates.length >= 40);
    assert.ok(dates.every((date) => date >= '2030-04-15' && date <= '2030-05-16T12:01:00'));
    const { message } = await sandbox.retrieve('Send', ['Status', 'SentDate']);
    for (const [result] of message.matchAll(/<Results.*?<\/Results>/g)) {
      assert.equal(result.includes('<SentDate>'), result.includes('>Complete<'), result);
    }
  });

  it('have one that goes out or is about to, whenever somebody looks', async () => {
    const now = equals('EmailName', 'Order confirmations');
    let sendsSeen = 0;
    for (let step = 0; step < 40; step++) {
      const states = await column('Status', now);
      assert.ok(
        states.includes('Sending') || states.includes('Scheduled'),
        `${String(step)}: ${states.join()}`,
      );
      sendsSeen = states.length;
      clock.advance(31_000);
    }
    assert.ok(sendsSeen >= 8, String(sendsSeen));
    assert.deepEqual(new Set(await column('NumberTargeted', now)), new Set(['12000']));
  });

  it('grow with the clock until they are complete', async () => {
    const big = equals('NumberTargeted', '180000');
    const [id = ''] = await column('ID', big);
    let last = 0;
    for (let step = 0; step < 27; step++) {
      const [sent = ''] = await column('NumberSent', equals('ID', id));
      assert.ok(Number(sent) > last || Number(sent) >= 179_000, `${sent} after ${String(last)}`);
      last = Number(sent);
      clock.advance(minute);
    }
    assert.equal(await statusOf(id), 'Complete');
    assert.ok(last > 179_000);
  });

  it('start by Perform under the ID of the task, and send to the definition’s audience', async () => {
    const content = '<CustomerKey>staff-test</CustomerKey>';
    const counted = await act('GetMaxCount', 'EmailSendDefinition', content);
    assert.equal(textOf(counted.message, 'StatusMessage'), 'Task status message holds the requested value.');
    const count = textOf(counted.message.slice(counted.message.indexOf('<Task>')), 'StatusMessage') ?? '';
    const started = await act('start', 'EmailSendDefinition', content);
    assert.match(
      started.message,
      /<StatusMessage>EmailSendDefinition performed<\/StatusMessage><OrdinalID>0<\/OrdinalID><Object xsi:type="EmailSendDefinition"><PartnerKey xsi:nil="true"\/><ObjectID>[0-9a-f-]{36}<\/ObjectID><CustomerKey>staff-test<\/CustomerKey><\/Object><Task><StatusCode>OK<\/StatusCode><StatusMessage>OK<\/StatusMessage><ID>\d+<\/ID><InteractionObjectID>[0-9a-f-]{36}<\/InteractionObjectID><\/Task>/,
    );
    const id = taskId(started);
    assert.equal(await statusOf(id), 'Scheduled');
    clock.advance(10_000);
    assert.equal(await statusOf(id), 'Sending');
    clock.advance(minute);
    assert.equal(await statusOf(id), 'Complete');
    assert.deepEqual(await column('NumberTargeted', equals('ID', id)), [count]);
    assert.deepEqual(await column('NumberSent', equals('ID', id)), [count]);
    const events = await sandbox.retrieve('SentEvent', ['SubscriberKey'], equals('SendID', id));
    const keys = textsOf(events.message, 'SubscriberKey');
    const listId =
      textOf((await sandbox.retrieve('List', ['ID'], equals('ListName', 'Staff'))).message, 'ID') ?? '';
    const members = await sandbox.retrieve(
      'ListSubscriber',
      ['SubscriberKey', 'Status'],
      equals('ListID', listId),
    );
    const memberKeys = textsOf(members.message, 'SubscriberKey');
    const active = textsOf(members.message, 'Status').flatMap((status, index) =>
      status === 'Active' ? [memberKeys[index]] : [],
    );
    assert.deepEqual(keys, active);
    assert.equal(
      textOf(
        (await act('start', 'EmailSendDefinition', '<CustomerKey>nope</CustomerKey>')).message,
        'ErrorCode',
      ),
      '42002',
    );
  });

  it('are paused, resumed and canceled, as long as that makes sense', async () => {
    const [id = ''] = await column('ID', equals('NumberTargeted', '180000'));
    const order = async (action: string): Promise<string | undefined> =>
      textOf((await act(action, 'Send', `<ID>${id}</ID>`)).message, 'OverallStatus');
    assert.equal(await order('resume'), 'Error');
    assert.equal(await order('pause'), 'OK');
    const [paused] = await column('NumberSent', equals('ID', id));
    clock.advance(5 * minute);
    assert.equal(await statusOf(id), 'Paused');
    assert.deepEqual(await column('NumberSent', equals('ID', id)), [paused]);
    assert.equal(await order('Resume'), 'OK');
    clock.advance(minute);
    assert.notDeepEqual(await column('NumberSent', equals('ID', id)), [paused]);
    assert.equal(await order('cancel'), 'OK');
    assert.equal(await statusOf(id), 'Canceled');
    assert.equal(await order('cancel'), 'Error');
    assert.equal(textOf((await act('cancel', 'Send', '<ID>1</ID>')).message, 'OverallStatus'), 'Error');
    // Without an ID the action is ignored (documented).
    const before = await column('Status');
    assert.equal(textOf((await act('cancel', 'Send', '')).message, 'OverallStatus'), 'OK');
    assert.deepEqual(await column('Status'), before);
  });

  it('count what the tracking events show', async () => {
    const [id = ''] = await column('ID', equals('Status', 'Complete'));
    const count = async (type: string): Promise<number> => {
      const first = sandbox.retrieve(type, ['SubscriberKey', 'EventDate'], equals('SendID', id));
      const pages = await allPages(sandbox, first);
      return pages.flatMap(({ message }) => textsOf(message, 'SubscriberKey')).length;
    };
    const number = async (name: string): Promise<number> => Number((await column(name, equals('ID', id)))[0]);
    const bounces =
      (await number('HardBounces')) + (await number('SoftBounces')) + (await number('OtherBounces'));
    assert.equal(await count('SentEvent'), await number('NumberSent'));
    assert.equal(await count('OpenEvent'), await number('UniqueOpens'));
    assert.equal(await count('ClickEvent'), await number('UniqueClicks'));
    assert.equal(await count('BounceEvent'), bounces);
    assert.equal(await number('NumberDelivered'), (await number('NumberSent')) - bounces);
    const rate = (await number('UniqueOpens')) / (await number('NumberDelivered'));
    assert.ok(rate > 0.15 && rate < 0.45, String(rate));
  });

  it('have events with what their kind has', async () => {
    const click = await sandbox.retrieve(
      'ClickEvent',
      ['SendID', 'URL', 'EventType', 'EventDate', 'ID'],
      '<Options><BatchSize>3</BatchSize></Options>',
    );
    assert.match(click.message, /<EventType>Click<\/EventType><URL>https:\/\/www\.northwind\.example\//);
    const bounce = await sandbox.retrieve(
      'BounceEvent',
      ['BounceCategory', 'SMTPCode', 'SMTPReason', 'BounceType', 'EventType'],
      '<Options><BatchSize>40</BatchSize></Options>',
    );
    assert.ok(new Set(textsOf(bounce.message, 'EventType')).size >= 2);
    assert.match(
      bounce.message,
      /<SMTPCode>\d{3}<\/SMTPCode><BounceCategory>[^<]+<\/BounceCategory><SMTPReason>/,
    );
  });

  it('keep totals of triggered sends that grow with the clock', async () => {
    const sent = async (key: string): Promise<number> =>
      Number(
        textOf(
          (await sandbox.retrieve('TriggeredSendSummary', ['Sent', 'Queued'], equals('CustomerKey', key)))
            .message,
          'Sent',
        ),
      );
    const [active, stopped] = [await sent('password-reset'), await sent('back-in-stock')];
    clock.advance(3 * 60 * minute);
    assert.equal((await sent('password-reset')) - active, 690);
    assert.equal(await sent('back-in-stock'), stopped);
  });
});
