/** The rarer methods, and requests that are queued, against the sandbox org or a real tenant. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { textAt, where, type RequestProgress } from '../../src/soap/index.ts';
import { openOrg, type TestOrg } from '../support/org.ts';
import { bodyOf } from '../support/recordingTransport.ts';
import { schemaAvailable, schemaProblems } from '../support/schema.ts';

describe('contract: the rarer methods', () => {
  let org: TestOrg;
  const suffix = randomUUID().slice(0, 8);

  before(async () => {
    org = await openOrg();
  });

  after(() => org.close());

  it('VersionInfo tells the version', async () => {
    const { version, date } = await org.client.versionInfo({ history: true });
    assert.notEqual(version, '');
    assert.match(date, /^\d{4}-\d\d-\d\d/);
  });

  it('Configure makes a profile attribute, and takes it away', async () => {
    const attribute = { $type: 'PropertyDefinition', Name: `Contract ${suffix}`, PropertyType: 'string' };
    const made = await org.client.configure('create', [{ ...attribute, MaxLength: 20 }]);
    assert.equal(made.status, 'ok', made.results[0]?.message);
    const gone = await org.client.configure('delete', [attribute]);
    assert.equal(gone.status, 'ok', gone.results[0]?.message);
  });

  it('Execute says what is wrong with a request, by its code', async () => {
    const outcome = await org.client.execute([{ name: 'LogUnsubEvent', parameters: {} }]);
    assert.equal(outcome.status, 'failed');
    assert.ok([402, 403].includes(outcome.results[0]?.errorCode ?? 0));
    assert.equal(outcome.results[0]?.explanation?.about, 'LogUnsubEvent');
  });

  it('Extract refuses an extract type that there is not, and says what to do', async () => {
    const outcome = await org.client.extract([{ id: randomUUID(), parameters: {} }]);
    assert.equal(outcome.status, 'failed');
    assert.equal(outcome.results[0]?.errorCode, 31_001);
    assert.match(outcome.results[0].explanation?.advice ?? '', /ExtractDescription/);
  });

  it('Schedule refuses a definition that there is not', async () => {
    const outcome = await org.client.schedule('start', {
      schedule: {
        Recurrence: { $type: 'DailyRecurrence', DailyRecurrencePatternType: 'Interval', DayInterval: 1 },
        RecurrenceType: 'Daily',
        RecurrenceRangeType: 'EndAfter',
        StartDateTime: '2090-05-01T09:00:00Z',
        Occurrences: 2,
      },
      interactions: [{ $type: 'EmailSendDefinition', CustomerKey: `none-${suffix}` }],
    });
    assert.equal(outcome.status, 'failed');
    assert.notEqual(outcome.results[0]?.message, '');
  });

  it('Query answers as a retrieve that it does not take', async () => {
    const asking = org.client.query({ objectType: 'NoSuchObject', properties: ['ID'] }).next();
    await assert.rejects(asking, /Unable to find a handler for object type: NoSuchObject/);
  });

  it('Create that is queued is followed to what became of each object (B2, G6)', async () => {
    const names = Array.from({ length: 3 }, (_, index) => `queued ${suffix} ${String(index)}`);
    const objects = names.map((ListName) => ({ $type: 'List', ListName }));
    const conversationId = randomUUID();
    const queued = await org.client.create(objects, {
      mode: 'asynchronous',
      asynchronous: { conversationId, priority: 'High' },
    });
    assert.equal(queued.status, 'queued', queued.results[0]?.message);
    // A real tenant takes its time; the simulated one is told to hurry.
    org.sandbox?.clock.setSpeed(1000);
    let last: RequestProgress | undefined;
    for await (const progress of org.client.followRequest(queued.calls[0]?.requestId ?? '', {
      interval: 200,
    })) {
      last = progress;
    }
    org.sandbox?.clock.setSpeed(1);
    assert.equal(last?.outcome, 'ok', last?.callMessage);
    assert.deepEqual(
      last.results.map(({ ordinal, ok }) => [ordinal, ok]),
      names.map((_, index) => [index, true]),
    );
    const found = await org.client.retrieveAll({
      objectType: 'List',
      properties: ['ID', 'ListName'],
      filter: where('ListName', 'IN', ...names),
    });
    assert.deepEqual(found.map((list) => textAt(list, 'ListName')).sort(), names);
    await org.client.delete(found.map((list) => ({ $type: 'List', ID: list['ID'] ?? null })));
  });

  it('sends nothing that the schema does not allow', async function () {
    if (!schemaAvailable()) return this.skip();
    const bodies = org.transport.exchanges
      .filter(({ request }) => request.url.endsWith('/Service.asmx'))
      .map(({ request }) => bodyOf(request.body ?? ''));
    assert.ok(bodies.length >= 9);
    // A query of an unknown object is refused for what it is, not for how it is written.
    assert.deepEqual((await Promise.all(bodies.map(schemaProblems))).flat(), []);
  });
});
