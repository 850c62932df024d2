/** The sandbox's own pages: clock, reset, journal and counts by CorrelationID. */
import assert from 'node:assert/strict';
import { AdjustableClock, manualClock, type RequestRecord } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type TestSandbox } from '../../support/sandbox.ts';
import { object, outcome, write } from './requests.ts';

const start = Date.UTC(2030, 4, 16, 18);

describe('sandbox pages', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 'empty', clock: manualClock(start) });
  });
  afterEach(() => sandbox.stop());

  const ask = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; answer: unknown }> => {
    const content =
      body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(`${sandbox.address}/_sandbox/${path}`, { method, ...content });
    return { status: response.status, answer: await response.json() };
  };

  it('set, stop and speed up the clock', async () => {
    assert.deepEqual((await ask('GET', 'clock')).answer, { now: '2030-05-16T18:00:00.000Z', speed: 1 });
    const { answer } = await ask('POST', 'clock', {
      now: '2030-05-16T21:00:00+01:00',
      advance: 1000,
      speed: 60,
    });
    assert.deepEqual(answer, { now: '2030-05-16T20:00:01.000Z', speed: 60 });
    for (const [body, problem] of [
      [{ now: '2030-05-16T20:00:00Z' }, /cannot go back/],
      [{ now: '2030-05-16T20:00:00' }, /with Z or an offset/],
      [{ now: 'noon' }, /A moment is written as/],
      [{ advance: -1 }, /advance must be/],
      [{ speed: -1 }, /speed must be 0 or more/],
      [{ speed: '60' }, /speed must be a number/],
      [{ pace: 1 }, /no "pace"/],
      ['[]', /JSON object/],
      ['{', /JSON object/],
    ] as const) {
      const refused = await ask('POST', 'clock', body);
      assert.equal(refused.status, 400, JSON.stringify(body));
      assert.match((refused.answer as { error: string }).error, problem);
    }
    assert.deepEqual((await ask('GET', 'clock')).answer, answer);
  });

  it('let a clock run at its speed from wherever it is set', () => {
    const base = manualClock(start);
    const clock = new AdjustableClock(base);
    clock.setSpeed(60);
    base.advance(1000);
    assert.equal(clock.now(), start + 60_000);
    clock.setSpeed(0);
    base.advance(5000);
    assert.equal(clock.now(), start + 60_000);
    clock.set(start + 100_000);
    clock.setSpeed(1);
    base.advance(7);
    assert.equal(clock.now(), start + 100_007);
    assert.throws(() => clock.set(start), RangeError);
  });

  it('reset the org, and leave tokens good', async () => {
    const token = await sandbox.token();
    await write(sandbox, 'Create', object('List', '<ListName>mine</ListName>'));
    sandbox.faults.add({ kind: 'latency', milliseconds: 0 });
    const { status, answer } = await ask('POST', 'reset', { seed: 'demo', now: '2029-01-01T00:00:00Z' });
    assert.equal(status, 200);
    assert.equal((answer as { businessUnits: unknown[] }).businessUnits.length, 3);
    assert.equal(sandbox.clock.now(), Date.UTC(2029, 0, 1));
    assert.deepEqual([sandbox.faults.all(), sandbox.requests()], [[], []]);
    const names = textsOf((await sandbox.retrieve('List', ['ListName'])).message, 'ListName');
    assert.ok(names.includes('VIP customers') && !names.includes('mine'));
    const userinfo = await fetch(`${sandbox.address}/v2/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(userinfo.status, 200);
  });

  it('reset to the same bytes', async () => {
    const session = async (): Promise<string> => {
      sandbox.reset({ seed: 'demo', at: start, randomSeed: 11 });
      const made = await write(sandbox, 'Create', object('List', '<ListName>x</ListName>'));
      const read = await sandbox.retrieve('Send', ['ID', 'Status', 'NumberSent', 'UniqueOpens']);
      return made.envelope + read.envelope;
    };
    assert.equal(await session(), await session());
  });

  it('refuse a reset that cannot be', async () => {
    for (const body of [{ seed: 'huge' }, { randomSeed: 'x' }, { now: 'x' }, { other: 1 }, '7']) {
      assert.equal((await ask('POST', 'reset', body)).status, 400);
    }
  });

  it('show a part of the journal, and empty it', async () => {
    await write(
      sandbox,
      'Create',
      object('List', '<CorrelationID>c-1</CorrelationID><ListName>a</ListName>'),
    );
    await sandbox.retrieve('List', ['ID']);
    const journal = async (query: string): Promise<RequestRecord[]> =>
      (await ask('GET', `journal${query}`)).answer as RequestRecord[];
    const operations = async (query: string): Promise<string[]> =>
      (await journal(query)).map(({ operation }) => operation);
    assert.deepEqual(await operations(''), ['Token', 'Create', 'Token', 'Retrieve']);
    assert.deepEqual(await operations('?operation=Create'), ['Create']);
    assert.deepEqual(await operations('?objectType=List'), ['Create', 'Retrieve']);
    assert.deepEqual(await operations('?after=3'), ['Retrieve']);
    const [found] = await journal('?correlationId=c-1');
    assert.deepEqual(found?.correlationIds, ['c-1']);
    assert.deepEqual((await ask('DELETE', 'journal')).answer, []);
    assert.deepEqual(sandbox.requests(), []);
  });

  it('show what there is of a kind, or what of it has a text in its name or key', async () => {
    await write(
      sandbox,
      'Create',
      object('List', '<CustomerKey>k-1</CustomerKey><ListName>Walkers</ListName>'),
    );
    const { answer } = await ask('GET', 'objects');
    const { counts } = answer as { counts: Record<string, number> };
    for (const kind of Object.keys(counts)) {
      const { found } = (await ask('GET', `objects?of=${encodeURIComponent(kind)}`)).answer as {
        found: number;
      };
      assert.equal(found, counts[kind], kind);
    }
    for (const like of ['WALK', 'k-1']) {
      const shown = await ask('GET', `objects?of=Lists&like=${like}`);
      const items = [{ mid: 100_000_001, name: 'Walkers', key: 'k-1' }];
      assert.deepEqual(shown.answer, { found: 1, items });
    }
    assert.equal((await ask('GET', 'objects?of=Dragons')).status, 400);
  });

  it('count by CorrelationID what came and what was done (F1)', async () => {
    const list = (name: string, id: string): string =>
      object('List', `<CorrelationID>${id}</CorrelationID><ListName>${name}</ListName>`);
    const send = (objects: string): Promise<unknown> => write(sandbox, 'Create', objects);
    await send(list('a', 'c-1') + list('b', 'c-1') + list('c', 'c-2'));
    assert.equal(outcome(await write(sandbox, 'Create', list('a', 'c-1'))), 'Error 1');
    sandbox.faults.add({ kind: 'droppedConnection', when: 'after', next: 1, operation: 'Create' });
    await assert.rejects(send(list('d', 'c-3')));
    sandbox.faults.add({ kind: 'throttling', next: 1, operation: 'Create' });
    await send(list('e', 'c-4'));
    assert.deepEqual((await ask('GET', 'correlations')).answer, {
      'c-1': { calls: 2, objects: 3, done: 2 },
      'c-2': { calls: 1, objects: 1, done: 1 },
      'c-3': { calls: 1, objects: 1, done: 1 },
      'c-4': { calls: 1, objects: 1, done: 0 },
    });
    assert.equal(sandbox.correlations().get('c-2')?.done, 1);
  });

  it('have files that lead nowhere else', async () => {
    for (const name of ['../x', 'a/b', '', '..']) {
      const url = `${sandbox.address}/_sandbox/file?name=${encodeURIComponent(name)}`;
      assert.equal((await fetch(url, { method: 'PUT', body: 'x' })).status, 400);
    }
  });

  it('can be changed by no web page of another origin', async () => {
    const post = async (origin: string): Promise<number> =>
      (await fetch(`${sandbox.address}/_sandbox/clock`, { method: 'POST', headers: { origin }, body: '{}' }))
        .status;
    assert.equal(await post('https://evil.example'), 403);
    assert.equal(await post('null'), 403);
    assert.equal(await post(sandbox.address), 200);
  });
});

describe('the large sandbox', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ seed: 'large', clock: manualClock(start) });
  });
  after(() => sandbox.stop());

  const pagesOf = async (type: string, property: string): Promise<number> => {
    let reply = await sandbox.retrieve(type, [property]);
    let count = 0;
    for (;;) {
      count += reply.message.split('<Results ').length - 1;
      if (textOf(reply.message, 'OverallStatus') !== 'MoreDataAvailable') return count;
      const id = textOf(reply.message, 'RequestID') ?? '';
      const request = `<RetrieveRequest><ObjectType>${type}</ObjectType><ContinueRequest>${id}</ContinueRequest></RetrieveRequest>`;
      reply = await sandbox.call('Retrieve', `<RetrieveRequestMsg>${request}</RetrieveRequestMsg>`);
    }
  };

  it('has 45,000 data extensions in 2,000 folders', async () => {
    assert.equal(await pagesOf('DataExtension', 'CustomerKey'), 45_000);
    const folders = textsOf(
      (await sandbox.retrieve('DataFolder', ['ContentType'])).message,
      'ContentType',
    ).filter((type) => type === 'dataextension');
    assert.equal(folders.length, 2001, 'and their root');
  });

  it('has a data extension of a million rows, which can be read and written anywhere', async () => {
    const key = (value: string): string =>
      `<Filter xsi:type="SimpleFilterPart"><Property>SubscriberKey</Property><SimpleOperator>equals</SimpleOperator><Value>${value}</Value></Filter>`;
    const read = async (value: string): Promise<string[]> =>
      textsOf(
        (await sandbox.retrieve('DataExtensionObject[Everybody]', ['EmailAddress'], key(value))).message,
        'Value',
      );
    assert.match((await read('NW-1000000'))[0] ?? '', /1000000@example\.com$/);
    assert.deepEqual(await read('NW-1000001'), []);
  });
});
