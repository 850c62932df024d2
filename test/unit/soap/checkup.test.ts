/** A check-up of a connection: every step is told, in one order, whatever fails (F4). */
import assert from 'node:assert/strict';
import {
  checkConnection,
  ClientCredentialsSource,
  judgeScopes,
  needs,
  NodeTransport,
  type Check,
  type CheckFacts,
  type CheckStep,
  type Transport,
} from '../../../src/soap/index.ts';
import { ClockWatch } from '../../../src/soap/checkup/clockWatch.ts';
import { closedAddress } from '../../support/closedPort.ts';
import { startSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { ScriptedTransport } from '../../support/scriptedTransport.ts';

const order: readonly CheckStep[] = [
  'address',
  'token',
  'scopes',
  'identity',
  'service',
  'businessUnits',
  'clock',
];

interface Given {
  readonly address?: string;
  readonly secret?: string;
  readonly scopes?: readonly string[];
  readonly mid?: number;
  readonly readOnly?: boolean;
}

describe('a check-up', () => {
  let sandbox: TestSandbox;
  const transport = new NodeTransport();

  before(async () => {
    sandbox = await startSandbox();
  });

  after(async () => {
    await transport.close();
    await sandbox.stop();
  });

  async function check(given: Given = {}, options = {}): Promise<Check[]> {
    const { clientId, clientSecret } = sandbox.connection;
    const authAddress = given.address ?? `${sandbox.address}/`;
    const subject = {
      transport,
      authAddress,
      readOnly: given.readOnly ?? false,
      tokens: (over: Transport) =>
        new ClientCredentialsSource(
          {
            ...{ authAddress, clientId },
            clientSecret: () => Promise.resolve(given.secret ?? clientSecret),
            ...(given.scopes === undefined ? {} : { scopes: given.scopes }),
            ...(given.mid === undefined ? {} : { accountId: given.mid }),
          },
          { transport: over },
        ),
    };
    const found: Check[] = [];
    for await (const one of checkConnection(subject, options)) {
      found.push(one);
    }
    assert.deepEqual(
      found.map(({ step }) => step),
      order,
    );
    return found;
  }

  function factsOf<Step extends CheckStep>(found: readonly Check[], step: Step): CheckFacts[Step] {
    const outcome = found.find((one) => one.step === step)?.outcome;
    assert.ok(outcome !== undefined && 'facts' in outcome, `${step}: ${JSON.stringify(outcome)}`);
    return outcome.facts as CheckFacts[Step];
  }

  /** What each step came to: `good`, `skipped`, or the code of its error. */
  function summary(found: readonly Check[]): Record<string, string> {
    return Object.fromEntries(
      found.map(({ step, outcome }) => [
        step,
        'facts' in outcome ? 'good' : 'skipped' in outcome ? 'skipped' : outcome.error.code,
      ]),
    );
  }

  it('goes through a connection that works, and writes nothing', async () => {
    const before = sandbox.requests().length;
    const found = await check({ mid: 100_000_002 });
    assert.ok(found.every(({ outcome }) => 'facts' in outcome));
    assert.equal(factsOf(found, 'identity').memberId, 100_000_002);
    assert.deepEqual(factsOf(found, 'scopes').missing, []);
    assert.equal(factsOf(found, 'service').status, 'OK');
    assert.equal(factsOf(found, 'clock').ahead, 0);
    assert.ok(factsOf(found, 'token').goodFor > 60_000);
    const operations = sandbox
      .requests()
      .slice(before)
      .map(({ operation }) => operation);
    assert.deepEqual(operations, ['Token', 'GetSystemStatus', 'Retrieve']);
  });

  it('names the scopes that are missing, and those that are too many', async () => {
    const found = await check({ scopes: ['data_extensions_read', 'users_write', 'accounts_read'] });
    const { missing, excessive } = factsOf(found, 'scopes');
    assert.deepEqual(excessive, ['users_write']);
    assert.ok(missing.some(({ purpose }) => purpose === 'start sends and triggered sends'));
    assert.ok(!missing.some(({ purpose }) => purpose === 'look at data extensions and their rows'));
  });

  it('goes on when business units may not be seen', async () => {
    const found = await check({ scopes: ['data_extensions_read'] });
    assert.equal(summary(found)['businessUnits'], 'not-permitted');
    assert.equal(summary(found)['clock'], 'good');
  });

  it('stops asking after a wrong secret, but still knows the time', async () => {
    const before = sandbox.requests().length;
    assert.deepEqual(summary(await check({ secret: 'wrong' })), {
      address: 'good',
      token: 'client-rejected',
      scopes: 'skipped',
      identity: 'skipped',
      service: 'skipped',
      businessUnits: 'skipped',
      clock: 'good',
    });
    const operations = sandbox
      .requests()
      .slice(before)
      .map(({ operation }) => operation);
    assert.deepEqual(operations, ['Token']);
  });

  it('tells an address where nobody listens', async () => {
    const found = await check({ address: `${await closedAddress()}/` });
    assert.equal(summary(found)['address'], 'good');
    assert.equal(summary(found)['token'], 'connection-failed');
    assert.equal(summary(found)['clock'], 'skipped');
  });

  it('tells a wrong subdomain from a machine that is not online', async () => {
    const address = 'http://nowhere.invalid/';
    const unknown = { resolves: () => Promise.resolve(false) };
    const wrong = await check({ address }, { ...unknown, isOnline: () => Promise.resolve(true) });
    assert.equal(summary(wrong)['address'], 'host-not-found');
    const offline = await check({ address }, { ...unknown, isOnline: () => Promise.resolve(false) });
    assert.equal(summary(offline)['address'], 'offline');
  });

  it('takes a name that only a proxy knows for good', async () => {
    const found = await check({}, { resolves: () => Promise.resolve(false) });
    assert.equal(factsOf(found, 'address').lookedUp, false);
  });
});

describe('scopes', () => {
  it('are all there when every need is met', () => {
    const all = needs.flatMap(({ scopes }) => scopes);
    const { missing, excessive } = judgeScopes(all, false);
    assert.deepEqual([missing, excessive], [[], []]);
  });

  it('that write are too many for a connection that only reads (F6)', () => {
    const { missing, excessive } = judgeScopes(['data_extensions_read', 'data_extensions_write'], true);
    assert.deepEqual(excessive, ['data_extensions_write']);
    assert.ok(missing.every(({ writes }) => !writes));
  });
});

describe('the clock', () => {
  const at = Date.parse('2026-11-25T10:00:00Z');

  async function ahead(asked: number, answered: number): Promise<number | undefined> {
    const times = [asked, answered];
    const inner = new ScriptedTransport(() => ({ headers: { date: new Date(at).toUTCString() } }));
    const watch = new ClockWatch(inner, () => times.shift() ?? answered);
    await watch.send({ method: 'GET', url: 'http://a/', headers: {}, timeout: 1 });
    return watch.ahead;
  }

  it('agrees when the time that was told lies between question and answer', async () => {
    assert.equal(await ahead(at - 400, at + 300), 0);
    assert.equal(await ahead(at + 100, at + 900), 0);
  });

  it('is ahead or behind by what cannot be explained by the way', async () => {
    assert.equal(await ahead(at + 120_999, at + 121_500), 120_000);
    assert.equal(await ahead(at - 121_000, at - 120_000), -120_000);
  });
});
