/** What is sent again, what never is, and that every attempt can be seen. */
import assert from 'node:assert/strict';
import { MarketingCloudError, readOnly, type CallRecord } from '../../../../src/soap/index.ts';
import {
  clientFor,
  clientWith,
  clientWithTokens,
  created,
  failsWith,
  list,
  query,
  retrieved,
} from '../../../support/scriptedClient.ts';
import { envelope, securityFault, tokenAnswer, type ScriptLine } from '../../../support/scriptedTransport.ts';

const reset: ScriptLine = () => ({ error: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
const refused: ScriptLine = () => ({ error: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
const timedOut: ScriptLine = () => ({ error: new MarketingCloudError('timed-out', 'late') });
const throttled: ScriptLine = () => ({
  status: 500,
  body: envelope(
    '<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Rate Limited</faultstring><detail>' +
      '<apifault xmlns="urn:fault.partner.exacttarget.com"><Code>17</Code><Message>Rate Limited</Message></apifault></detail></soap:Fault>',
  ),
});
const subscriber = { $type: 'Subscriber', SubscriberKey: 'ann' };
const fine: ScriptLine = () => ({ body: created('OK') });
const bodies = (requests: readonly { readonly body?: string }[]): string[] =>
  requests.map(({ body = '' }) => body).filter((body) => body.includes('Envelope'));

describe('delivery', () => {
  it('reads again what broke off, and tells of every attempt', async () => {
    const attempts: CallRecord[] = [];
    const { client, records, timer } = clientFor(reset, refused, retrieved('OK', 'r', list('a')));
    const found = await client.retrieveAll(query, { onAttempt: (record) => attempts.push(record) });
    assert.equal(found.length, 1);
    assert.deepEqual(
      records.map(({ attempt, outcome }) => [attempt, outcome]),
      [
        [1, 'connection-lost'],
        [2, 'connection-failed'],
        [3, 'ok'],
      ],
    );
    assert.deepEqual(attempts, records);
    assert.deepEqual(
      records.map(({ retryIn }) => retryIn),
      [...timer.waits, undefined],
    );
  });

  it('gives up after three attempts, and says how many there were', async () => {
    const { client, transport } = clientFor(reset, reset, reset);
    await assert.rejects(client.retrieveAll(query), (error: unknown) => {
      assert.ok(failsWith('connection-lost')(error));
      assert.equal((error as { facts: { attempts: number } }).facts.attempts, 3);
      return true;
    });
    await transport.close();
  });

  it('sends a write again only when the service cannot have acted on it', async () => {
    const safe = clientFor(refused, throttled, fine);
    assert.equal((await safe.client.create([subscriber])).status, 'ok');
    const sent = bodies(safe.transport.requests);
    assert.equal(sent.length, 3);
    assert.equal(new Set(sent).size, 1, 'a repeat is the same to the byte, its CorrelationID included (F1)');
    for (const line of [reset, timedOut]) {
      const unsafe = clientFor(line);
      await assert.rejects(
        unsafe.client.create([subscriber]),
        failsWith(line === reset ? 'connection-lost' : 'timed-out'),
      );
      await unsafe.transport.close();
    }
  });

  it('asks for a token again when its service could not be reached: nothing was sent before', async () => {
    for (const passing of [reset, refused]) {
      const { client, transport, records } = clientWithTokens([passing, () => tokenAnswer('token-2'), fine]);
      assert.equal((await client.create([subscriber])).status, 'ok');
      assert.equal(bodies(transport.requests).length, 1);
      assert.deepEqual(
        records.map(({ operation, attempt, retryIn }) => [operation, attempt, retryIn === undefined]),
        [
          ['token', 1, false],
          ['Create', 2, true],
        ],
      );
      await transport.close();
    }
  });

  it('does not ask again for a token that was refused', async () => {
    const wrong: ScriptLine = () => ({ status: 401, body: '{"error":"invalid_client"}' });
    const { client, transport, records } = clientWithTokens([wrong]);
    await assert.rejects(client.create([subscriber]), failsWith('client-rejected'));
    assert.deepEqual(
      records.map(({ operation, outcome }) => [operation, outcome]),
      [['token', 'client-rejected']],
    );
    await transport.close();
  });

  it('asks for a new token once, and counts it as no attempt', async () => {
    const expired: ScriptLine = () => securityFault('Token Expired');
    const { client, transport } = clientFor(expired, () => tokenAnswer('token-2'), refused, refused, fine);
    assert.equal((await client.create([subscriber])).status, 'ok');
    assert.equal(transport.requests.filter(({ url }) => url.endsWith('/v2/token')).length, 2);
  });

  it('tries a hybrid write three times, then queues it, under one CorrelationID (C5, F1)', async () => {
    const { client, transport, records } = clientFor(reset, timedOut, reset, fine);
    const outcome = await client.create([subscriber], { mode: 'hybrid' });
    assert.equal(outcome.status, 'queued');
    assert.equal(outcome.calls[0]?.queued, true);
    const sent = bodies(transport.requests);
    assert.deepEqual(
      sent.map((body) => body.includes('<RequestType>Asynchronous</RequestType>')),
      [false, false, false, true],
    );
    const correlations = sent.map((body) => /<CorrelationID>([^<]+)</.exec(body)?.[1]);
    assert.equal(new Set(correlations).size, 1);
    assert.deepEqual(
      new Set(records.map(({ correlationId }) => correlationId)),
      new Set([outcome.calls[0].correlationId]),
    );
  });

  it('queues nothing that the service has refused', async () => {
    const fault: ScriptLine = () => ({
      status: 500,
      body: envelope(
        '<soap:Fault><faultcode>soap:Client</faultcode><faultstring>bad</faultstring></soap:Fault>',
      ),
    });
    const { client, transport } = clientFor(fault);
    await assert.rejects(client.create([subscriber], { mode: 'hybrid' }), failsWith('fault', /bad/));
    await transport.close();
  });

  it('does not repeat a retrieve of which the service keeps count', async () => {
    const { client, transport } = clientFor(reset);
    await assert.rejects(
      client.retrieveAll({ ...query, allSinceLastBatch: true }),
      failsWith('connection-lost'),
    );
    await transport.close();
  });

  it('lets nothing but reads through a connection that is for reading only (F6)', async () => {
    const { client, transport } = clientWith({ guard: readOnly }, retrieved('OK', 'r'));
    await assert.rejects(client.create([subscriber]), failsWith('read-only', /Create would write/));
    await assert.rejects(client.perform('start', []), failsWith('read-only'));
    await assert.rejects(client.execute([{ name: 'x', parameters: {} }]), failsWith('read-only'));
    await assert.rejects(client.extract([{ id: 'x', parameters: {} }]), failsWith('read-only'));
    await assert.rejects(client.send('Delete', '<DeleteRequest/>'), failsWith('read-only'));
    await assert.rejects(client.sendWrite('Delete', '<DeleteRequest/>').next(), failsWith('read-only'));
    assert.equal(transport.requests.length, 0);
    assert.deepEqual(await client.retrieveAll(query), []);
  });

  it('allows 30, 120 and 300 seconds, or what it is told (F2)', async () => {
    const { client, transport } = clientWith(
      { timeouts: { synchronous: 7 } },
      fine,
      fine,
      retrieved('OK', 'r'),
      fine,
    );
    await client.create([subscriber]);
    await client.create([subscriber], { mode: 'asynchronous' });
    await client.retrieveAll(query);
    await client.create([subscriber], { timeout: 9 });
    assert.deepEqual(
      transport.requests.slice(1).map(({ timeout }) => timeout),
      [7, 30_000, 300_000, 9],
    );
  });
});
