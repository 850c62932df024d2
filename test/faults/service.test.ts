/** The sandbox org when it misbehaves: what a client does with it, and that nothing is done twice. */
import assert from 'node:assert/strict';
import { createSandbox, type FaultRule, type Sandbox } from '../../src/sandbox/index.ts';
import {
  ClientCredentialsSource,
  createFlow,
  NodeTransport,
  SoapClient,
  type CallRecord,
  type TypedObject,
} from '../../src/soap/index.ts';
import { sandboxCredentials } from '../support/org.ts';
import { HurriedTimer } from '../support/manualTimer.ts';
import { failsWith } from '../support/scriptedClient.ts';

describe('faults of the service', () => {
  let sandbox: Sandbox;
  let transport: NodeTransport;
  let client: SoapClient;
  const records: CallRecord[] = [];

  before(async () => {
    sandbox = await createSandbox();
    transport = new NodeTransport({ proxy: 'none' });
    const tokens = new ClientCredentialsSource(sandboxCredentials(sandbox), { transport });
    const flow = createFlow({ timer: new HurriedTimer() });
    client = new SoapClient({ tokens, transport, flow, log: (record) => records.push(record) });
  });

  beforeEach(() => {
    sandbox.faults.clear();
    records.length = 0;
  });

  after(async () => {
    await transport.close();
    await sandbox.stop();
  });

  let made = 0;
  const lists = (count: number): TypedObject[] =>
    Array.from({ length: count }, () => ({ $type: 'List', ListName: `fault ${String((made += 1))}` }));
  const read = (): Promise<unknown> => client.retrieveAll({ objectType: 'List', properties: ['ID'] });
  const outcomes = (): string[] => records.map(({ outcome }) => outcome);

  /** How many objects were written more than once, by their CorrelationIDs. */
  const doneTwice = (): number => [...sandbox.correlations().values()].filter(({ done }) => done > 1).length;
  const done = (): number =>
    [...sandbox.correlations().values()].reduce((sum, { done: each }) => sum + each, 0);

  /** Orders a fault for the next so many requests. */
  const order = (rule: FaultRule, next = 1): void => void sandbox.faults.add({ ...rule, next });

  it('a read survives two of anything that may pass (B3)', async () => {
    for (const kind of [
      'throttling',
      'maintenance',
      'outage',
      'gateway',
      'droppedConnection',
      'truncatedBody',
    ] as const) {
      order({ kind }, 2);
      await read();
    }
    assert.equal(records.length, 18);
    assert.equal(outcomes().filter((outcome) => outcome === 'ok').length, 6);
  });

  it('a write that was refused is sent again, and done once', async () => {
    order({ kind: 'throttling' }, 2);
    const before = done();
    assert.equal((await client.create(lists(3))).status, 'ok');
    assert.deepEqual(outcomes(), ['throttled', 'throttled', 'ok']);
    assert.equal(done() - before, 3);
    assert.equal(doneTwice(), 0);
  });

  it('a write that may have been done is not sent again', async () => {
    for (const rule of [
      { kind: 'droppedConnection', when: 'after' },
      { kind: 'droppedConnection', when: 'before' },
      { kind: 'truncatedBody' },
      { kind: 'outage' },
      { kind: 'gateway' },
    ] as const) {
      order(rule);
      records.length = 0;
      await assert.rejects(client.create(lists(1)));
      assert.equal(records.length, 1, rule.kind);
    }
    assert.equal(doneTwice(), 0);
  });

  it('a large write stops where it broke, and says from where on nothing is known', async () => {
    let calls = 0;
    const outcome = await client.create(lists(120), {
      onAttempt: () => {
        calls += 1;
        if (calls === 1) order({ kind: 'droppedConnection', when: 'after' });
      },
    });
    assert.equal(outcome.status, 'interrupted');
    assert.equal(outcome.results.length, 50);
    assert.deepEqual([outcome.interruption?.unknownFrom, outcome.interruption?.unsentFrom], [50, 100]);
    assert.equal(doneTwice(), 0);
  });

  it('an expired token is replaced once; a service that takes none is not asked for ever', async () => {
    order({ kind: 'tokenExpiry' });
    assert.equal((await client.create(lists(1))).status, 'ok');
    assert.deepEqual(outcomes(), ['token-expired', 'ok']);
    sandbox.faults.add({ kind: 'tokenExpiry' });
    records.length = 0;
    await assert.rejects(client.create(lists(1)), failsWith('token-expired'));
    assert.equal(records.length, 2);
    assert.equal(doneTwice(), 0);
  });

  it('many calls whose token expires share one new token', async () => {
    order({ kind: 'tokenExpiry' }, 10);
    const tokenRequests = (): number =>
      sandbox.requests().filter(({ operation }) => operation === 'Token').length;
    const before = tokenRequests();
    await Promise.all(Array.from({ length: 10 }, read));
    assert.equal(tokenRequests() - before, 1);
  });

  it('throttling for a while slows the queue down, and every call gets through', async () => {
    order({ kind: 'throttling' }, 6);
    await Promise.all(
      Array.from({ length: 12 }, () =>
        client.retrieveAll({ objectType: 'List', properties: ['ID'] }, { attempts: 9 }),
      ),
    );
    assert.equal(outcomes().filter((outcome) => outcome === 'throttled').length, 6);
    assert.equal(outcomes().filter((outcome) => outcome === 'ok').length, 12);
  });

  it('hybrid: what the service lost is queued in the end, under the same CorrelationID (C5, F1)', async () => {
    order({ kind: 'droppedConnection', when: 'before' }, 3);
    const outcome = await client.create(lists(1), { mode: 'hybrid' });
    assert.equal(outcome.status, 'queued');
    assert.equal(records.length, 4);
    const seen = sandbox.correlations().get(outcome.calls[0]?.correlationId ?? '');
    assert.equal(seen?.calls, 4);
  });

  it('single objects that fail are told from those that do not (B6)', async () => {
    sandbox.faults.add({ kind: 'objectError', rate: 0.5, errorCode: 13010, message: 'too long' });
    const outcome = await client.create(lists(60));
    assert.equal(outcome.status, 'partial');
    const failed = outcome.results.filter(({ ok }) => !ok);
    assert.ok(failed.length > 0 && failed.length < 60);
    assert.ok(failed.every(({ errorCode, message }) => errorCode === 13010 && message === 'too long'));
  });
});

describe('clock skew', () => {
  it('a token lives by the clock of who asks, so a server far ahead or behind does no harm', async () => {
    for (const hours of [-30, 30]) {
      const sandbox = await createSandbox({ clock: { now: () => Date.now() + hours * 3_600_000 } });
      const transport = new NodeTransport({ proxy: 'none' });
      const tokens = new ClientCredentialsSource(sandboxCredentials(sandbox), { transport });
      const client = new SoapClient({ tokens, transport });
      for (let call = 0; call < 3; call += 1)
        await client.retrieveAll({ objectType: 'List', properties: ['ID'] });
      assert.equal(sandbox.requests().filter(({ operation }) => operation === 'Token').length, 1);
      await transport.close();
      await sandbox.stop();
    }
  });
});
