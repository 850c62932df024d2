/** What can be ordered to go wrong goes wrong, as often as ordered, and the journal says so. */
import assert from 'node:assert/strict';
import { manualClock, type FaultRule } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { object, outcome, write } from './requests.ts';

describe('sandbox faults on demand', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ seed: 'empty', clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  after(() => sandbox.stop());
  afterEach(() => sandbox.faults.clear());

  const status = (): Promise<SoapReply> => sandbox.call('GetSystemStatus', '<SystemStatusRequestMsg/>');
  const folders = (): Promise<SoapReply> => sandbox.retrieve('DataFolder', ['ID']);
  const order = (body: unknown): Promise<Response> =>
    fetch(`${sandbox.address}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(body) });

  for (const [kind, text, code] of [
    ['throttling', 'Rate Limited', '17'],
    ['maintenance', 'The account is in maintenance.', '9'],
    ['outage', 'Unplanned Outage', '2'],
    ['tokenExpiry', 'Token Expired', undefined],
  ] as const) {
    it(`answers ${kind} in the words of the service, for the next request alone`, async () => {
      sandbox.faults.add({ kind, next: 1 });
      const struck = await folders();
      assert.deepEqual(
        [struck.status, textOf(struck.envelope, 'faultstring'), textOf(struck.envelope, 'Code')],
        [500, text, code],
      );
      assert.deepEqual(sandbox.lastRequest()?.faults, [kind]);
      assert.equal((await folders()).status, 200);
      assert.deepEqual(sandbox.faults.all(), []);
    });
  }

  it('tells of maintenance and outage by GetSystemStatus for as long as they last', async () => {
    const told = async (): Promise<string | undefined> => textOf((await status()).message, 'SystemStatus');
    const { id } = sandbox.faults.add({ kind: 'maintenance' });
    assert.equal(await told(), 'InMaintenance');
    sandbox.faults.add({ kind: 'outage' });
    assert.equal(await told(), 'UnplannedOutage');
    assert.ok(sandbox.faults.remove(id));
    assert.ok(!sandbox.faults.remove(id));
    sandbox.faults.clear();
    assert.equal(await told(), 'OK');
  });

  it('breaks a connection before or after the request is worked on', async () => {
    const list = (name: string): Promise<SoapReply> =>
      write(sandbox, 'Create', object('List', `<ListName>${name}</ListName>`));
    const names = async (): Promise<string[]> =>
      textsOf((await sandbox.retrieve('List', ['ListName'])).message, 'ListName');
    sandbox.faults.add({ kind: 'droppedConnection', next: 1, operation: 'Create' });
    await assert.rejects(list('dropped before'));
    sandbox.faults.add({ kind: 'droppedConnection', when: 'after', next: 1, operation: 'Create' });
    await assert.rejects(list('dropped after'));
    assert.deepEqual(
      (await names()).filter((name) => name.startsWith('dropped')),
      ['dropped after'],
    );
  });

  it('breaks off in the middle of an answer', async () => {
    sandbox.faults.add({ kind: 'truncatedBody', next: 1, operation: 'Retrieve' });
    await assert.rejects(folders());
    assert.equal(sandbox.lastRequest()?.outcome, 'OK');
  });

  it('answers late', async () => {
    sandbox.faults.add({ kind: 'latency', milliseconds: 60, next: 1, operation: 'Retrieve' });
    const start = performance.now();
    assert.equal((await folders()).status, 200);
    assert.ok(performance.now() - start >= 55);
  });

  it('answers with a page of HTML in the place of the service', async () => {
    sandbox.faults.add({ kind: 'gateway', next: 1, operation: 'Retrieve' });
    const reply = await folders();
    assert.deepEqual([reply.status, reply.headers.get('content-type')], [503, 'text/html; charset=utf-8']);
  });

  it('strikes the token endpoint when it is told so, and only then', async () => {
    const ask = (): Promise<Response> => fetch(`${sandbox.address}/v2/token`, { method: 'POST', body: '{}' });
    sandbox.faults.add({ kind: 'throttling' });
    assert.equal((await ask()).status, 400);
    for (const [kind, status] of [
      ['throttling', 429],
      ['gateway', 503],
    ] as const) {
      sandbox.faults.add({ kind, operation: 'Token', next: 1 });
      assert.equal((await ask()).status, status);
      assert.deepEqual([sandbox.lastRequest()?.operation, sandbox.lastRequest()?.faults], ['Token', [kind]]);
    }
  });

  it('refuses single objects of a write, and the others go on', async () => {
    sandbox.faults.add({
      kind: 'objectError',
      rate: 0.5,
      objectType: 'List',
      errorCode: 13_005,
      message: 'No.',
    });
    const objects = Array.from({ length: 40 }, (_, index) =>
      object('List', `<ListName>some ${String(index)}</ListName>`),
    );
    const { message } = await write(sandbox, 'Create', objects.join(''));
    const refused = textsOf(message, 'ErrorCode');
    assert.equal(textOf(message, 'OverallStatus'), 'Has Errors');
    assert.ok(refused.length > 5 && refused.length < 35, String(refused.length));
    assert.deepEqual([...new Set(refused)], ['13005']);
    assert.equal(
      outcome(await write(sandbox, 'Create', object('Asset', '<CustomerKey>x</CustomerKey>'))),
      'Error 8',
    );
  });

  it('strikes at a rate, the same requests for the same seed', async () => {
    const run = async (): Promise<string> => {
      const other = await startSandbox({ seed: 'empty', randomSeed: 3 });
      try {
        other.faults.add({ kind: 'throttling', rate: 0.3 });
        const replies: number[] = [];
        for (let index = 0; index < 40; index++) replies.push((await other.retrieve('List', ['ID'])).status);
        return replies.join(' ');
      } finally {
        await other.stop();
      }
    };
    const [first, second] = [await run(), await run()];
    assert.equal(first, second);
    const struck = first.split('500').length - 1;
    assert.ok(struck > 4 && struck < 24, first);
  });

  it('takes orders over HTTP, shows them and ends them', async () => {
    const rules: FaultRule[] = [
      { kind: 'throttling', next: 2 },
      { kind: 'latency', milliseconds: 1 },
    ];
    assert.equal((await order(rules)).status, 200);
    assert.equal((await folders()).status, 500);
    const shown = async (): Promise<{ inForce: { id: number; kind: string; struck: number }[] }> =>
      (await (await fetch(`${sandbox.address}/_sandbox/faults`)).json()) as never;
    const { inForce } = await shown();
    assert.deepEqual(
      inForce.map(({ kind, struck }) => [kind, struck]),
      [
        ['throttling', 1],
        ['latency', 1],
      ],
    );
    const end = (query: string): Promise<Response> =>
      fetch(`${sandbox.address}/_sandbox/faults${query}`, { method: 'DELETE' });
    assert.equal((await end(`?id=${String(inForce[0]?.id)}`)).status, 200);
    assert.equal((await end('?id=99999')).status, 404);
    assert.equal((await folders()).status, 200);
    assert.equal((await end('')).status, 200);
    assert.deepEqual((await shown()).inForce, []);
  });

  it('says what is wrong with an order, and then takes none of it', async () => {
    for (const [body, problem] of [
      ['x', /an object/],
      [{ kind: 'fire' }, /kind cannot be "fire"; there are latency, /],
      [{ kind: 'latency', rat: 1 }, /no member "rat"/],
      [{ kind: 'latency', rate: 0 }, /rate must be a number above 0/],
      [{ kind: 'latency', next: 'one' }, /next must be a number from 1/],
      [{ kind: 'latency', operation: 1 }, /operation must be a text/],
      [[{ kind: 'latency' }, { kind: 'droppedConnection', when: 'later' }], /before or after/],
    ] as const) {
      const response = await order(body);
      assert.equal(response.status, 400);
      assert.match(((await response.json()) as { error: string }).error, problem);
    }
    assert.deepEqual(sandbox.faults.all(), []);
  });
});
