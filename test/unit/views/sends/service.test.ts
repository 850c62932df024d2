/** What the monitor asks reaches an org as one request, and what a send comes to is read from it (rows A14, C1, C2). */
import assert from 'node:assert/strict';
import { createSandbox, manualClock, type Sandbox } from '../../../../src/sandbox/index.ts';
import {
  ClientCredentialsSource,
  MarketingCloudError,
  SoapClient,
  textAt,
  NodeTransport,
} from '../../../../src/soap/index.ts';
import { trackingPartOf, trackingRows } from '../../../../src/views/panels/sends/trackingPart.ts';
import type { Question } from '../../../../src/views/sends/poller.ts';
import { readSend, recentSendsQuery, sentTimeName } from '../../../../src/views/sends/send.ts';
import { sendsInAnswer } from '../../../../src/views/sends/sendsInAnswer.ts';
import { SendService } from '../../../../src/views/sends/sendService.ts';
import {
  newestSince,
  sendsOfDefinitionQuery,
  startedSends,
} from '../../../../src/views/sends/startedSends.ts';
import { loadTracking } from '../../../../src/views/sends/tracking.ts';
import {
  allTriggeredDefinitionsQuery,
  readTriggeredDefinition,
  triggeredPhase,
} from '../../../../src/views/sends/triggeredSend.ts';
import { sandboxCredentials } from '../../../support/org.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 4, 4, 15);

describe('asking an org for its sends', () => {
  const clock = manualClock(now);
  const transport = new NodeTransport();
  const { signal } = new AbortController();
  let sandbox: Sandbox;
  let client: SoapClient;
  let service: SendService;

  before(async () => {
    sandbox = await createSandbox({ clock });
    const tokens = new ClientCredentialsSource(sandboxCredentials(sandbox), { transport });
    client = new SoapClient({ tokens, transport });
    service = new SendService(
      () => Promise.resolve(client),
      () => clock.now(),
    );
  });

  after(async () => {
    await transport.close();
    await sandbox.stop();
  });

  const question = (kind: Question['kind'], ids: readonly string[]): Question => ({
    ...{ connectionId: 'c', mid: sandbox.connection.enterpriseId, where: 'Northwind', kind, ids },
  });

  /** Retrieves since the last call, by object type. */
  let seen = 0;
  const newRequests = (): string[] => {
    const all = sandbox.requests().filter(({ operation }) => operation !== 'Token');
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh.map(({ operation, objectType = '' }) => `${operation} ${objectType}`.trim());
  };

  const recent = async (): Promise<ReturnType<typeof readSend>[]> =>
    (await client.retrieveAll(recentSendsQuery(new Date(now - 40 * day)))).map(readSend);

  it('asks for fifty sends in one request, after one Describe for each connection (C1)', async () => {
    const ids = (await recent()).slice(0, 50).map(({ id }) => String(id));
    newRequests();
    const readings = await service.ask(question('send', ids), signal);
    assert.equal(readings.length, 50);
    assert.deepEqual(newRequests(), ['Describe Send', 'Retrieve Send']);
    for (let tick = 0; tick < 3; tick += 1) await service.ask(question('send', ids), signal);
    assert.deepEqual(newRequests(), ['Retrieve Send', 'Retrieve Send', 'Retrieve Send']);
  });

  it('reads number, audience and times of a send that runs', async () => {
    const running = (await recent()).find(({ status }) => status === 'Sending');
    assert.ok(running !== undefined);
    const [first] = await service.ask(question('send', [String(running.id)]), signal);
    clock.advance(60_000);
    const [second] = await service.ask(question('send', [String(running.id)]), signal);
    assert.equal(first?.phase, 'running');
    assert.ok((second?.numberSent ?? 0) > (first.numberSent || Infinity));
    assert.equal(first.audience, running.numberTargeted);
    assert.equal(first.sentAt, undefined);
  });

  it('asks for the sent time by the name that the account knows, SentTime before SentDate', () => {
    assert.equal(sentTimeName(['ID', 'SentDate', 'SentTime']), 'SentTime');
    assert.equal(sentTimeName(['ID', 'SentDate']), 'SentDate');
    assert.equal(sentTimeName([]), 'SentDate');
    const object = { $type: 'Send', ID: 1, SentTime: '2026-05-04T09:00:00' };
    assert.equal(readSend(object).sentDate?.toISOString(), '2026-05-04T15:00:00.000Z');
  });

  it('asks for the totals of triggered sends in one request a tick, and for their names once a minute', async () => {
    const definitions = (await client.retrieveAll(allTriggeredDefinitionsQuery)).map(readTriggeredDefinition);
    const active = definitions.filter(({ status }) => status === 'Active');
    assert.ok(active.length > 1);
    const keys = active.map(({ key }) => key);
    newRequests();
    const first = await service.ask(question('triggered', keys), signal);
    clock.advance(30_000);
    const second = await service.ask(question('triggered', keys), signal);
    assert.deepEqual(newRequests(), [
      'Retrieve TriggeredSendDefinition',
      'Retrieve TriggeredSendSummary',
      'Retrieve TriggeredSendSummary',
    ]);
    assert.deepEqual(first.map(({ name }) => name).sort(), active.map(({ name }) => name).sort());
    const sum = (readings: typeof first): number =>
      readings.reduce((total, each) => total + each.numberSent, 0);
    assert.ok(sum(second) > sum(first));
    assert.ok(first.every(({ phase, queued }) => phase === 'running' && queued !== undefined));
    assert.deepEqual(['New', 'Active', 'Inactive', 'Odd'].map(triggeredPhase), [
      'scheduled',
      'running',
      'paused',
      'running',
    ]);
  });

  it('follows a started e-mail send definition from its task to its send (A10)', async () => {
    const [definition] = await client.retrieveAll({
      objectType: 'EmailSendDefinition',
      properties: ['CustomerKey'],
    });
    const key = textAt(definition ?? {}, 'CustomerKey') ?? '';
    const body =
      `<PerformRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<Action>start</Action><Definitions><Definition xsi:type="EmailSendDefinition"><CustomerKey>${key}</CustomerKey></Definition></Definitions></PerformRequestMsg>`;
    const answer = await client.send('Perform', body);
    const [started, ...others] = startedSends(answer);
    assert.deepEqual(others, []);
    assert.equal(started?.definitionKey, key);
    const [heard] = await service.ask(question('send', [started.id ?? '']), signal);
    assert.equal(heard?.id, started.id);
    // A task without the number is found by its definition.
    const sends = await client.retrieveAll(sendsOfDefinitionQuery(key));
    assert.equal(newestSince(sends, clock.now()), started.id);
    assert.equal(newestSince(sends, clock.now() + day), undefined);
  });

  it('finds the sends that a request has found, to be watched', async () => {
    const body =
      `<RetrieveRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI"><RetrieveRequest><ObjectType>Send</ObjectType>` +
      `<Properties>ID</Properties><Properties>EmailName</Properties></RetrieveRequest></RetrieveRequestMsg>`;
    const found = sendsInAnswer((await client.send('Retrieve', body)).content);
    assert.ok(found.length > 10);
    assert.ok(found.every(({ id, name }) => /^\d+$/.test(id) && name !== ''));
    assert.deepEqual(sendsInAnswer({ Results: [{ $type: 'List', ID: 7 }] }), []);
  });

  it('follows nothing from other answers, or from a start that failed', () => {
    assert.deepEqual(startedSends({ name: 'RetrieveResponseMsg', content: {} }), []);
    const result = (StatusCode: string, ID: string | null): object => ({
      StatusCode,
      Object: { $type: 'EmailSendDefinition', CustomerKey: 'k' },
      Task: { ID },
    });
    const content = {
      Results: { Result: [result('Error', '5'), result('OK', '6'), result('OK', null)] },
    } as Parameters<typeof startedSends>[0]['content'];
    assert.deepEqual(startedSends({ name: 'PerformResponseMsg', content }), [
      { id: '6', definitionKey: 'k' },
      { definitionKey: 'k' },
    ]);
  });

  it('reads what became of the messages of a finished send (A14)', async () => {
    const finished = (await recent()).find(({ status }) => status === 'Complete');
    assert.ok(finished !== undefined);
    const tracking = await loadTracking(client, finished.id);
    const { sent = 0, delivered = 0, hardBounces = 0, softBounces = 0, otherBounces = 0 } = tracking;
    assert.equal(sent, finished.numberSent);
    assert.equal(delivered, sent - hardBounces - softBounces - otherBounces);
    assert.ok((tracking.opens ?? 0) > (tracking.clicks ?? Infinity));
    assert.ok(tracking.links.length > 0);
    const clicks = tracking.links.map((link) => link.clicks);
    assert.deepEqual(
      clicks,
      [...clicks].sort((a, b) => b - a),
    );
    const part = trackingPartOf(tracking, now);
    assert.match(part.figures.find(({ label }) => label === 'Delivered')?.value ?? '', /\(9\d(\.\d)?%\)$/);
    assert.equal(trackingRows(tracking).length, part.figures.length + tracking.links.length);
  });
});

describe('the links of a send', () => {
  it('are added up from clicks where the account has no sums', async () => {
    const click = (SubscriberKey: string, URL: string): object => ({ SubscriberKey, URL });
    const tracking = await loadTracking(
      {
        retrieveAll: ({ objectType }) => {
          if (objectType === 'LinkSend') {
            return Promise.reject(new MarketingCloudError('request-rejected', 'No such object.'));
          }
          const clicks = [click('a', 'x'), click('a', 'x'), click('b', 'x'), click('b', 'y')];
          return Promise.resolve(objectType === 'Send' ? [{ NumberSent: 10 }] : (clicks as never[]));
        },
      },
      1,
    );
    assert.deepEqual(tracking, {
      sent: 10,
      links: [
        { link: 'x', clicks: 3, unique: 2 },
        { link: 'y', clicks: 1, unique: 1 },
      ],
    });
  });
});
