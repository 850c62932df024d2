/** Callbacks of queued requests: really posted to who listens on this machine, and withheld from everybody else (G6). */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { manualClock, type ManualClock, type RequestRecord } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { until } from '../../support/until.ts';
import { object, outcome, write } from './requests.ts';

const minute = 60_000;

describe('sandbox callbacks', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  let listener: Server;
  let address: string;
  let posted: URLSearchParams[];
  let status: number;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18, 0, 10));
    sandbox = await startSandbox({ seed: 'empty', clock });
    posted = [];
    status = 204;
    listener = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        posted.push(new URLSearchParams(Buffer.concat(parts).toString()));
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${String((listener.address() as AddressInfo).port)}/hook`;
  });
  afterEach(async () => {
    await sandbox.stop();
    listener.closeAllConnections();
    await new Promise((done) => listener.close(done));
  });

  const wish = (when: string, rest = '', to = address, type = 'HTTPPost'): string =>
    `<SendResponseTo><ResponseType>${type}</ResponseType><ResponseAddress>${to}</ResponseAddress><RespondWhen>${when}</RespondWhen>${rest}</SendResponseTo>`;
  const queue = (options: string, objects = object('List', '<ListName>a</ListName>')): Promise<SoapReply> =>
    write(sandbox, 'Create', objects, options);
  const asynchronous = '<RequestType>Asynchronous</RequestType>';
  const idOf = ({ message }: SoapReply): string => textsOf(message, 'RequestID').at(-1) ?? '';
  const entries = (): readonly RequestRecord[] =>
    sandbox.requests().filter(({ operation }) => operation === 'Callback');

  it('tell of a call that is done, with its results, though nobody asks meanwhile', async () => {
    const details = '<IncludeResults>true</IncludeResults><IncludeObjects>false</IncludeObjects>';
    const reply = await queue(wish('OnCallComplete', details) + asynchronous);
    assert.equal(outcome(reply), 'OK: Operation Queued');
    clock.advance(minute);
    await until(() => posted.length === 1);
    const fields = posted[0] ?? new URLSearchParams();
    assert.equal(fields.get('RequestID'), idOf(reply));
    assert.equal(fields.get('OverallStatusCode'), 'OK');
    assert.equal(fields.get('ResultType'), 'CreateResult');
    const xml = fields.get('ResultDetailXML') ?? '';
    assert.match(xml, /^<Results><StatusCode>OK<.*<NewID>\d+<.*<\/Results>$/);
    assert.doesNotMatch(xml, /<Object/);
    await until(() => entries().length === 1);
    assert.deepEqual(
      entries().map(({ outcome: came, requestId }) => [came, requestId]),
      [['HTTP 204', idOf(reply)]],
    );
  });

  it('say what went wrong, only when it does where that is wanted', async () => {
    await queue(wish('OnError') + asynchronous);
    await queue(
      wish('OnError', '<IncludeResults>true</IncludeResults><IncludeObjects>true</IncludeObjects>') +
        asynchronous,
      object('List', '<CorrelationID>c</CorrelationID>'),
    );
    clock.advance(minute);
    await until(() => posted.length === 1);
    const fields = posted[0] ?? new URLSearchParams();
    assert.equal(fields.get('StatusCode'), 'Error');
    assert.equal(fields.get('ErrorCode'), '13013');
    assert.match(fields.get('ResultDetailXML') ?? '', /<Object xsi:type="List">/);
  });

  it('tell of expiry, and of a conversation once its last call is done', async () => {
    await queue(
      `${wish('OnExpired')}<ScheduledTime>2030-05-16T18:20:00Z</ScheduledTime>${asynchronous}<RequestExpirationTime>2030-05-16T18:10:00Z</RequestExpirationTime>`,
    );
    const part = (number: number): string =>
      `<ConversationID>talk</ConversationID><SequenceCode>${String(number)}</SequenceCode><CallsInConversation>2</CallsInConversation>${asynchronous}`;
    const first = await queue(wish('OnConversationComplete') + part(1));
    clock.advance(2 * minute);
    await queue(wish('OnConversationError') + part(2), object('List', ''));
    clock.advance(minute);
    await until(() => posted.length === 2);
    assert.deepEqual(
      posted.map((fields) => [fields.get('StatusCode'), fields.get('SequenceCode')]),
      [
        ['OK', '1'],
        ['Error', '2'],
      ],
    );
    assert.equal(posted[0]?.get('RequestID'), idOf(first));
    clock.advance(30 * minute);
    await until(() => posted.length === 3);
    assert.equal(posted[2]?.get('OverallStatusCode'), 'Error');
  });

  it('are made once, whatever is answered, and the journal tells of it', async () => {
    status = 500;
    await queue(wish('Always') + asynchronous);
    clock.advance(minute);
    await until(() => entries().length === 1);
    assert.equal(entries()[0]?.outcome, 'HTTP 500');
    await sandbox.retrieve('List', ['ID']);
    clock.advance(minute);
    await sandbox.retrieve('List', ['ID']);
    assert.equal(posted.length, 1);
  });

  it('fail into the journal when nobody listens', async () => {
    listener.closeAllConnections();
    await new Promise((done) => listener.close(done));
    await queue(wish('Always') + asynchronous);
    clock.advance(minute);
    await until(() => entries().length === 1);
    assert.equal(entries()[0]?.outcome, 'Failed');
    assert.match(entries()[0]?.problems.join() ?? '', /ECONNREFUSED/);
  });

  it('go nowhere but to this machine, and not by e-mail, unless told otherwise', async () => {
    await queue(wish('Always', '', 'https://hooks.example.com/x') + asynchronous);
    await queue(wish('Always', '', 'me@example.com', 'email') + asynchronous);
    clock.advance(minute);
    await until(() => entries().length === 2);
    assert.deepEqual(
      entries().map(({ outcome: came }) => came),
      ['Withheld', 'Withheld'],
    );
    assert.match(entries()[0]?.problems.join() ?? '', /hooks\.example\.com.*is not on this machine/);
    assert.match(entries()[1]?.problems.join() ?? '', /sends nothing by email/);
    const refused = await queue(wish('Always', '', 'http://127.0.0.1.example.com/') + asynchronous);
    assert.equal(outcome(refused), 'Error 227', 'a name that only looks like this machine');
  });

  it('are switched off by an option', async () => {
    await sandbox.stop();
    sandbox = await startSandbox({ seed: 'empty', clock, callbacks: 'none' });
    await queue(wish('Always') + asynchronous);
    clock.advance(minute);
    await until(() => entries().length === 1);
    assert.equal(entries()[0]?.outcome, 'Withheld');
    assert.equal(posted.length, 0);
  });

  it('never come for a request that was taken out of the queue', async () => {
    const id = idOf(await queue(wish('Always') + asynchronous));
    const waiting = await sandbox.retrieve('ScheduledRequest', ['RequestID']);
    assert.ok(textsOf(waiting.message, 'RequestID').includes(id));
    const remove = (): Promise<SoapReply> =>
      write(sandbox, 'Delete', object('ScheduledRequest', `<RequestID>${id}</RequestID>`));
    assert.equal(outcome(await remove()), 'OK: Deleted');
    assert.equal(outcome(await remove()), 'Error 222', 'it is deleted already');
    clock.advance(10 * minute);
    const lists = await sandbox.retrieve('List', ['ListName']);
    assert.equal(textOf(lists.message, 'ListName'), 'All Subscribers');
    assert.deepEqual(textsOf(lists.message, 'ListName').length, 1);
    assert.deepEqual(posted, []);
  });
});
