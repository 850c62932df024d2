/** Asynchronous calls: answered at once, done when their turn comes, and looked up afterwards (B2, G6). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, write } from './requests.ts';

const second = 1000;
const minute = 60 * second;

describe('sandbox asynchronous calls', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18, 0, 10));
    sandbox = await startSandbox({ seed: 'empty', clock });
  });
  afterEach(() => sandbox.stop());

  const list = (name: string): string =>
    object('List', `<CorrelationID>c-${name}</CorrelationID><ListName>${name}</ListName>`);
  const queue = (objects: string, options = ''): Promise<SoapReply> => {
    const [before = '', after = ''] = options.split('|');
    const all = `${before}<RequestType>Asynchronous</RequestType>${after}`;
    return write(sandbox, 'Create', objects, all);
  };
  const part = (id: string, sequence: number, calls: number): string =>
    `<ConversationID>${id}</ConversationID><SequenceCode>${String(sequence)}</SequenceCode><CallsInConversation>${String(calls)}</CallsInConversation>`;
  const lists = async (): Promise<string[]> =>
    textsOf((await sandbox.retrieve('List', ['ListName'])).message, 'ListName').slice(1);
  const requestId = ({ message }: SoapReply): string => textsOf(message, 'RequestID').at(-1) ?? '';
  const statusOf = async (id: string): Promise<string | undefined> =>
    textOf(
      (await sandbox.retrieve('AsyncRequestResult', ['Status'], equals('RequestID', id))).message,
      'Status',
    );

  it('are taken in at once and done when their turn comes, by their priority', async () => {
    for (const [priority, wait] of [
      ['High', second],
      ['Medium', 50 * second],
      ['Low', 290 * second],
    ] as const) {
      clock = manualClock(Date.UTC(2030, 4, 16, 18, 0, 10));
      await sandbox.stop();
      sandbox = await startSandbox({ seed: 'empty', clock });
      const reply = await queue(list(priority), `|<QueuePriority>${priority}</QueuePriority>`);
      assert.equal(outcome(reply), 'OK: Operation Queued');
      assert.equal(textOf(reply.message, 'RequestType'), 'Asynchronous');
      assert.equal(textOf(reply.message, 'NewID'), '0');
      const id = requestId(reply);
      clock.advance(wait - 1);
      assert.deepEqual(await lists(), []);
      assert.equal(await statusOf(id), 'Queued');
      clock.advance(1);
      assert.deepEqual(await lists(), [priority]);
      assert.equal(await statusOf(id), 'Complete');
    }
  });

  it('tell what became of each object', async () => {
    const id = requestId(await queue(list('one') + object('List', '') + list('two')));
    clock.advance(minute);
    const items = await sandbox.retrieve(
      'ResultItem',
      ['OrdinalID', 'StatusCode', 'StatusMessage', 'ErrorCode', 'RequestObjectType', 'CorrelationID'],
      equals('RequestID', id),
    );
    assert.deepEqual(textsOf(items.message, 'StatusCode'), ['OK', 'Error', 'OK']);
    assert.deepEqual(textsOf(items.message, 'ErrorCode'), ['13013']);
    assert.deepEqual(textsOf(items.message, 'CorrelationID'), ['c-one', '', 'c-two']);
    const whole = await sandbox.retrieve(
      'ResultMessage',
      ['OverallStatusCode', 'StatusCode', 'ErrorCode', 'ResultType'],
      equals('RequestID', id),
    );
    assert.equal(textOf(whole.message, 'OverallStatusCode'), 'Has Errors');
    assert.equal(textOf(whole.message, 'ResultType'), 'CreateResult');
    assert.equal(await statusOf(id), 'Error');
  });

  it('perform actions as well', async () => {
    const definition = '<Definition xsi:type="DataExtension"><CustomerKey>no</CustomerKey></Definition>';
    const reply = await sandbox.call(
      'Perform',
      `<PerformRequestMsg><Options><RequestType>Asynchronous</RequestType></Options><Action>ClearData</Action><Definitions>${definition}</Definitions></PerformRequestMsg>`,
    );
    assert.equal(textOf(reply.message, 'OverallStatus'), 'OK');
    clock.advance(minute);
    assert.equal(await statusOf(requestId(reply)), 'Error');
  });

  it('wait for their scheduled time, and expire', async () => {
    const at = (minutes: number): string => `2030-05-16T18:${String(minutes).padStart(2, '0')}:00Z`;
    const late = requestId(
      await queue(
        list('late'),
        `<ScheduledTime>${at(20)}</ScheduledTime>|<QueuePriority>High</QueuePriority>`,
      ),
    );
    const never = requestId(
      await queue(
        list('never'),
        `<ScheduledTime>${at(20)}</ScheduledTime>|<RequestExpirationTime>${at(15)}</RequestExpirationTime>`,
      ),
    );
    clock.advance(19 * minute);
    assert.deepEqual([await statusOf(late), await statusOf(never)], ['Queued', 'Queued']);
    clock.advance(3 * minute);
    assert.deepEqual([await statusOf(late), await statusOf(never)], ['Complete', 'Expired']);
    assert.deepEqual(await lists(), ['late']);
  });

  it('run in the order of their conversation, once all have come', async () => {
    const [second_, first] = [
      await queue(list('second'), part('talk', 2, 2)),
      await queue(list('other'), part('another', 1, 2)),
    ].map(requestId);
    clock.advance(minute);
    assert.equal(await statusOf(second_ ?? ''), 'Queued');
    await queue(list('first'), part('talk', 1, 2));
    clock.advance(minute);
    assert.deepEqual(await lists(), ['first', 'second']);
    assert.equal(await statusOf(first ?? ''), 'Queued');
    assert.equal(outcome(await queue(list('x'), part('talk', 1, 2))), 'Error 211');
    clock.advance(5 * minute);
    assert.equal(await statusOf(first ?? ''), 'Error');
    assert.equal(outcome(await queue(list('x'), part('another', 2, 2))), 'Error 213');
  });

  it('are called off by their conversation, all of it, as long as it waits', async () => {
    const soon = '<ScheduledTime>2030-05-16T20:00:00Z</ScheduledTime>|';
    const ids = [
      await queue(list('one'), soon + part('talk', 1, 2)),
      await queue(list('two'), soon + part('talk', 2, 2)),
      await queue(list('open'), part('open', 1, 2)),
    ].map(requestId);
    const remove = async (type: string, id: string): Promise<string> =>
      outcome(await write(sandbox, 'Delete', object(type, id)));
    const conversation = (id: string): Promise<string> =>
      remove('ScheduledConversation', `<ConversationID>${id}</ConversationID>`);
    const waiting = await sandbox.retrieve('ScheduledConversation', ['ConversationID']);
    assert.deepEqual(textsOf(waiting.message, 'ConversationID'), ['talk', 'open']);
    assert.equal(await conversation('nothing'), 'Error 220');
    assert.equal(await remove('ScheduledRequest', '<RequestID>nothing</RequestID>'), 'Error 220');
    assert.equal(await conversation('talk'), 'OK: Deleted');
    assert.equal(await conversation('open'), 'OK: Deleted');
    assert.equal(outcome(await queue(list('late'), part('open', 2, 2))), 'Error 211');
    clock.advance(4 * 3_600_000);
    assert.deepEqual(await Promise.all(ids.map(statusOf)), ['Canceled', 'Canceled', 'Canceled']);
    assert.deepEqual(await lists(), []);
    assert.equal(await conversation('talk'), 'Error 222');
    const done = requestId(await queue(list('done'), part('done', 1, 1)));
    clock.advance(minute);
    assert.equal(await statusOf(done), 'Complete');
    assert.equal(await conversation('done'), 'Error 222');
  });

  it('do not go on in a conversation after one has failed', async () => {
    const ids = [
      await queue(list('good'), part('talk', 1, 3)),
      await queue(object('List', ''), part('talk', 2, 3)),
      await queue(list('after'), part('talk', 3, 3)),
    ].map(requestId);
    clock.advance(minute);
    assert.deepEqual(await lists(), ['good']);
    assert.deepEqual(await Promise.all(ids.map(statusOf)), ['Complete', 'Error', 'Error']);
  });

  for (const [options, code] of [
    ['<SequenceCode>1</SequenceCode><CallsInConversation>1</CallsInConversation>', '207'],
    ['<ConversationID>a</ConversationID><CallsInConversation>2</CallsInConversation>', '202'],
    ['<ConversationID>a</ConversationID><SequenceCode>1</SequenceCode>', '208'],
    [part('a', 1, 0), '206'],
    [part('a', 3, 2), '205'],
    ['<ScheduledTime>2030-07-01T00:00:00Z</ScheduledTime>', '226'],
    [
      '<SendResponseTo><ResponseType>HTTPPost</ResponseType><ResponseAddress>http://a.example</ResponseAddress></SendResponseTo>',
      '227',
    ],
  ] as const) {
    it(`are refused with the documented code ${code}`, async () => {
      assert.equal(outcome(await queue(list('x'), options)), `Error ${code}`);
      clock.advance(10 * minute);
      assert.deepEqual(await lists(), []);
    });
  }

  it('are no conversation unless they are asynchronous, and are none any more once their numbers do not fit', async () => {
    assert.equal(outcome(await write(sandbox, 'Create', list('x'), part('a', 1, 1))), 'Error 209');
    await queue(list('one'), part('b', 1, 2));
    assert.equal(outcome(await queue(list('x'), part('b', 2, 3))), 'Error 200');
    await queue(list('one'), part('c', 1, 2));
    assert.equal(outcome(await queue(list('x'), part('c', 1, 2))), 'Error 214');
    clock.advance(10 * minute);
    assert.deepEqual(await lists(), []);
  });

  it('are forgotten after thirty days', async () => {
    const id = requestId(await queue(list('x')));
    clock.advance(30 * 24 * 60 * minute);
    assert.equal(await statusOf(id), undefined);
  });
});
