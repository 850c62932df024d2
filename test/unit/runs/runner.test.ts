/** Scratch files run against the sandbox org: order, chains, results, prompts, consent, assertions, failures. */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../src/catalogue/index.ts';
import { parseScratch } from '../../../src/language/index.ts';
import { planNames, planPlaces, planSelection, runPlan, type StepOutcome } from '../../../src/runs/index.ts';
import { acceleratedClock, createSandbox } from '../../../src/sandbox/index.ts';
import { ClientCredentialsSource, SoapClient, NodeTransport } from '../../../src/soap/index.ts';
import { openOrg, sandboxCredentials, type TestOrg } from '../../support/org.ts';
import { runText, testHost } from '../../support/runHost.ts';

const status = '<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>';

function retrieve(type: string, ...properties: readonly string[]): string {
  const names = properties.map((name) => `<Properties>${name}</Properties>`).join('');
  return `<RetrieveRequestMsg><RetrieveRequest><ObjectType>${type}</ObjectType>${names}</RetrieveRequest></RetrieveRequestMsg>`;
}

function subscriber(key: string, mail: string): string {
  return `<Objects xsi:type="Subscriber"><EmailAddress>${mail}</EmailAddress><SubscriberKey>${key}</SubscriberKey></Objects>`;
}

function summary(outcomes: readonly StepOutcome[]): string[] {
  return outcomes.map(({ title, status: ended, failure }) => {
    const why =
      failure === undefined ? '' : failure.kind === 'thrown' ? String(failure.error) : failure.message;
    return `${title}: ${ended}${why === '' ? '' : ` (${why})`}`;
  });
}

describe('running a scratch file', () => {
  let org: TestOrg;
  before(async () => (org = await openOrg()));
  after(() => org.close());

  /** How many requests of an operation the service has seen. */
  const seen = (operation: string): number =>
    org.sandbox?.requests().filter((request) => request.operation === operation).length ?? 0;

  it('runs its requests in order, each with its outcome', async () => {
    const text = `### a\n${status}\n### b\n${retrieve('List', 'ID')}\n### c\n${retrieve('List', 'Nope')}\n### d\n${status}`;
    const outcomes = await runText(text, testHost(org.client));
    assert.deepEqual(
      outcomes.map(({ title, status: ended }) => [title, ended]),
      [
        ['a', 'passed'],
        ['b', 'passed'],
        ['c', 'failed'],
        ['d', 'passed'],
      ],
    );
    assert.match(summary(outcomes)[2] ?? '', /Nope/);
  });

  it('runs what follows on success, and only then (B6)', async () => {
    const chained = (property: string): string =>
      `### a\n# @name a\n# @onSuccess run b\n${retrieve('List', property)}\n### b\n# @name b\n${status}`;
    assert.deepEqual(
      summary(await runText(chained('ID'), testHost(org.client))),
      ['b: passed', 'a: passed'].reverse(),
    );
    assert.deepEqual(
      (await runText(chained('Nope'), testHost(org.client))).map(({ title }) => title),
      ['a'],
    );
  });

  it('sends what an earlier request has brought along no second time', async () => {
    const before = seen('Create');
    const create = `<CreateRequest><Options/>${subscriber('along', 'along@example.com')}</CreateRequest>`;
    const text =
      `### uses\n# @assert {{made.response.body.//Results/OrdinalID}} = 0\n${status}\n` +
      `### made\n# @name made\n${create}`;
    const outcomes = await runText(text, testHost(org.client));
    assert.deepEqual(summary(outcomes), ['made: passed', 'uses: passed']);
    assert.equal(seen('Create') - before, 1);
  });

  it('tells when each request begins and ends, with those that it brings along in between', async () => {
    const text = `### a\n# @name a\n# @onSuccess run b\n${status}\n### b\n# @name b\n${status}\n### c\n${status}`;
    const file = parseScratch(text);
    const told: string[] = [];
    const starts = new Set(
      file.requests.filter(({ title }) => title !== 'b').map(({ range }) => range.start),
    );
    await runPlan(planPlaces(file, starts), {
      ...{ catalogue: shippedCatalogue, host: testHost(org.client), signal: new AbortController().signal },
      listener: {
        begun: ({ title }) => told.push(`begun ${title}`),
        ended: ({ title }) => told.push(`ended ${title}`),
      },
    });
    assert.deepEqual(told, ['begun a', 'ended a', 'begun b', 'ended b', 'begun c', 'ended c']);
  });

  it('stops a chain that comes back to where it began', async () => {
    const text = `### a\n# @name a\n# @onSuccess run a\n${status}`;
    const plan = planNames(parseScratch(text), new Set(['a']));
    assert.match(summary(await runText(text, testHost(org.client), { plan }))[0] ?? '', /comes back/);
  });

  it('hands the result of one request to another, whatever its prefixes', async () => {
    const text =
      `### lists\n# @name lists\n${retrieve('List', 'ID', 'ListName')}\n` +
      `### one\n# @name one\n# @assert //Results/ListName = {{lists.response.body.//p:Results[2]/ListName}}\n` +
      `<RetrieveRequestMsg><RetrieveRequest><ObjectType>List</ObjectType><Properties>ListName</Properties><Filter xsi:type="SimpleFilterPart"><Property>ID</Property><SimpleOperator>equals</SimpleOperator><Value>{{lists.response.body.//Results[2]/ID}}</Value></Filter></RetrieveRequest></RetrieveRequestMsg>`;
    assert.deepEqual(summary(await runText(text, testHost(org.client))), ['lists: passed', 'one: passed']);
    // Alone, it runs first what it needs.
    const plan = planNames(parseScratch(text), new Set(['one']));
    assert.deepEqual(summary(await runText(text, testHost(org.client), { plan })), [
      'lists: passed',
      'one: passed',
    ]);
    const refused = await runText(text, testHost(org.client, { runFirst: false }), { plan });
    assert.deepEqual(summary(refused), [
      'one: failed (The result of lists is needed here, and it has not been run yet.)',
    ]);
  });

  it('says when an XPath finds nothing, and sends nothing', async () => {
    const text = `### a\n# @name a\n${status}\n### b\n<RetrieveRequestMsg>{{a.response.body.//Nothing}}</RetrieveRequestMsg>`;
    const before = seen('Retrieve');
    const [, second = ''] = summary(await runText(text, testHost(org.client)));
    assert.equal(second, 'b: failed (//Nothing finds nothing in the answer to a.)');
    assert.equal(seen('Retrieve'), before);
  });

  it('asks for what a request prompts for, and cancels when there is no answer', async () => {
    const text = `### a\n# @prompt name Which object\n# @assert count(//Results) > 0\n${retrieve('{{name}}', 'ID')}`;
    const host = testHost(org.client, { prompts: { name: 'List' } });
    assert.deepEqual(summary(await runText(text, host)), ['a: passed']);
    assert.deepEqual(host.prompts, ['name']);
    assert.deepEqual(summary(await runText(text, testHost(org.client))), ['a: cancelled']);
  });

  it('takes variables from the environment, and MID from where it runs', async () => {
    const text = `# @bu {{unit}}\n<CreateRequest><Options/><Objects xsi:type="List"><ListName>{{$mid}}</ListName></Objects></CreateRequest>`;
    const host = testHost(org.client, { environment: { unit: '42' }, consent: false });
    await runText(text, host);
    assert.match(host.questions[0]?.request.body ?? '', /<ListName>42</);
  });

  it('asks before it writes, and sends nothing without consent', async () => {
    const text = `### w\n<CreateRequest><Options/>${subscriber('k1', 'k1@example.com')}${subscriber('k2', 'k2@example.com')}</CreateRequest>\n### r\n${status}`;
    const host = testHost(org.client, { consent: false });
    const before = seen('Create');
    assert.deepEqual(summary(await runText(text, host)), ['w: cancelled', 'r: passed']);
    assert.deepEqual(
      host.questions.map(({ danger }) => danger),
      [
        {
          ...{ effect: 'writes', summary: 'Create 2 Subscriber objects', count: 2 },
          ...{ types: ['Subscriber'], keys: ['k1', 'k2'] },
        },
      ],
    );
    assert.equal(seen('Create'), before);
  });

  it('puts each failure on the object in the file that caused it (B6)', async () => {
    const text = `<CreateRequest><Options/>\n${subscriber('good', 'good@example.com')}\n${subscriber('bad', 'not an address')}\n</CreateRequest>`;
    const [outcome] = await runText(text, testHost(org.client));
    assert.equal(outcome?.status, 'partial');
    assert.ok(outcome.failure?.kind === 'service');
    const [failure] = outcome.failure.objects;
    assert.equal(outcome.failure.objects.length, 1);
    assert.equal(failure?.ordinal, 1);
    assert.equal(text.slice(failure.range?.start, failure.range?.end), '<Objects');
    assert.equal(failure.range?.start, text.lastIndexOf('<Objects'));
  });

  it('sends a batch after another, with the results in order (B9)', async () => {
    const objects = ['a', 'b', 'c', 'x', 'e'].map((key) =>
      subscriber(`batch-${key}`, key === 'x' ? 'broken' : `${key}@example.com`),
    );
    const before = seen('Create');
    const [outcome] = await runText(
      `# @batch 2\n<CreateRequest><Options/>${objects.join('\n')}</CreateRequest>`,
      testHost(org.client),
    );
    assert.equal(seen('Create') - before, 3);
    assert.equal(outcome?.records.length, 3);
    assert.ok(outcome.failure?.kind === 'service');
    assert.deepEqual(
      outcome.failure.objects.map(({ ordinal }) => ordinal),
      [3],
    );
  });

  it('queues a call when it is to be asynchronous, and waits for what becomes of it (B2)', async () => {
    // The service takes its time over its queue; here an hour of it goes by in a second.
    const sandbox = await createSandbox({ clock: acceleratedClock(3600) });
    const transport = new NodeTransport();
    const tokens = new ClientCredentialsSource(sandboxCredentials(sandbox), { transport });
    const client = new SoapClient({ tokens, transport });
    const objects = [subscriber('queued-a', 'a@example.com'), subscriber('queued-b', 'broken')];
    const text = `# @mode async\n<CreateRequest><Options/>${objects.join('\n')}</CreateRequest>`;
    const [outcome] = await runText(text, testHost(client));
    await Promise.all([transport.close(), sandbox.stop()]);
    assert.equal(outcome?.status, 'partial', JSON.stringify(outcome?.failure));
    assert.ok(outcome.failure?.kind === 'service');
    const [failure] = outcome.failure.objects;
    assert.equal(text.slice(failure?.range?.start).startsWith('<Objects'), true);
    assert.equal(failure?.ordinal, 1);
  });

  it('follows pages as far as it is asked to (D13)', async () => {
    const all = retrieve('DataExtensionObject[Customers]', 'CustomerKey');
    const [whole] = await runText(
      `# @limit 5000\n# @assert count(//Results) = 5000\n${all}`,
      testHost(org.client),
    );
    assert.equal(whole?.status, 'passed', JSON.stringify(whole?.assertions));
    const [part] = await runText(
      `# @limit 10\n# @assert count(//Results) <= 2500\n${all}`,
      testHost(org.client),
    );
    assert.equal(part?.status, 'passed');
  });

  it('fails when an assertion does not hold, and says what was found instead', async () => {
    const [outcome] = await runText(
      `# @assert //OverallStatus = OK\n# @assert //StatusCode = Down\n${status}`,
      testHost(org.client),
    );
    assert.equal(outcome?.status, 'failed');
    assert.deepEqual(
      outcome.assertions.map(({ passed }) => passed),
      [true, false],
    );
    assert.match(summary([outcome])[0] ?? '', /Expected \/\/StatusCode = Down, but it is “OK”/);
  });

  it('lets a file expect a failure', async () => {
    const broken = retrieve('List', 'Nope');
    const [expected] = await runText(
      `# @assert //OverallStatus startsWith Error\n${broken}`,
      testHost(org.client),
    );
    assert.equal(expected?.status, 'passed');
    // An assertion about something else does not make a failure a success.
    const [other] = await runText(`# @assert //RequestID exists\n${broken}`, testHost(org.client));
    assert.equal(other?.status, 'failed');
  });

  it('hands over what is to be saved', async () => {
    const host = testHost(org.client);
    const [outcome] = await runText(`# @save out/lists.csv\n${retrieve('List', 'ID')}`, host);
    assert.deepEqual([outcome?.saved, host.saved[0]?.result.answers.length], ['out/lists.csv', 1]);
  });

  it('tells what is wrong with a request, and where, without sending it', async () => {
    const text = `### a\n<RetrieveRequestMsg>{{nope}}</RetrieveRequestMsg>`;
    const [outcome] = await runText(text, testHost(org.client));
    assert.ok(outcome?.failure?.kind === 'unresolved');
    assert.equal(text.slice(outcome.failure.range.start, outcome.failure.range.end), '{{nope}}');
    const [unknown] = await runText(`# @connection Nowhere\n${status}`, testHost(org.client));
    assert.match(
      String(unknown?.failure?.kind === 'thrown' ? unknown.failure.error : ''),
      /no connection named Nowhere/,
    );
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    assert.deepEqual(await runText(status, testHost(org.client), { signal: controller.signal }), []);
  });

  it('knows which requests a selection means', () => {
    const text = `### a\n${status}\n### b\n${status}\n### c\n${status}`;
    const file = parseScratch(text);
    const titles = (start: number, end = start): string[] =>
      planSelection(file, { start, end }).steps.map(({ title }) => title);
    assert.deepEqual(titles(0), ['a']);
    assert.deepEqual(titles(text.indexOf('### b')), ['b']);
    assert.deepEqual(titles(2, text.length), ['a', 'b', 'c']);
    assert.deepEqual(titles(text.indexOf('### b'), text.indexOf('### c')), ['b']);
  });
});
