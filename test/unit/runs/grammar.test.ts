/** What a scratch file says, by what then goes over the wire: the directives and variables that other tests of runs leave. */
import assert from 'node:assert/strict';
import { MarketingCloudError } from '../../../src/soap/index.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';
import { runText, testHost, type TestHost } from '../../support/runHost.ts';

const status = '<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>';

const retrieve = (type: string, property: string): string =>
  `<RetrieveRequestMsg><RetrieveRequest><ObjectType>${type}</ObjectType><Properties>${property}</Properties></RetrieveRequest></RetrieveRequestMsg>`;

/** Its name is what is looked at. */
const create = (name: string): string =>
  `<CreateRequest><Options/><Objects xsi:type="List"><ListName>${name}</ListName></Objects></CreateRequest>`;

describe('what a scratch file says', () => {
  let org: TestOrg;
  before(async () => (org = await openOrg()));
  after(() => org.close());
  afterEach(() => org.sandbox?.faults.clear());

  /** Runs a text and gives the outcome of its last request, with the envelopes that went over the wire. */
  const run = async (text: string, host: TestHost = testHost(org.client)) => {
    const before = org.transport.exchanges.length;
    const outcome = (await runText(text, host)).at(-1);
    assert.ok(outcome !== undefined);
    const sent = org.transport.exchanges
      .slice(before)
      .map(({ request }) => request.body ?? '')
      .filter((body) => body.includes('Envelope'));
    return { outcome, sent, last: sent.at(-1) ?? '' };
  };

  const nameSent = async (text: string, host?: TestHost): Promise<string> => {
    const { outcome, last } = await run(text, host);
    assert.ok(last !== '', JSON.stringify(outcome.failure));
    return /<ListName>(.*?)<\/ListName>/s.exec(last)?.[1] ?? '';
  };

  it('@all follows to the end', async () => {
    const folders = retrieve('DataFolder', 'ID');
    const count = (text: string): number => text.match(/<Results /g)?.length ?? 0;
    const few = folders.replace('<ObjectType>', '<Options><BatchSize>10</BatchSize></Options><ObjectType>');
    await run(folders);
    const whole = count(org.transport.exchanges.at(-1)?.answer() ?? '');
    assert.ok(whole > 20);
    const { outcome, sent } = await run(`# @all\n# @assert count(//Results) = ${String(whole)}\n${few}`);
    assert.equal(outcome.status, 'passed', JSON.stringify(outcome.assertions));
    assert.ok(sent.length > 2);
    assert.ok(sent.slice(1).every((envelope) => envelope.includes('<ContinueRequest>')));
  });

  it('@bu all retrieves from every business unit', async () => {
    const { outcome, last } = await run(`# @bu all\n${retrieve('List', 'ID')}`);
    assert.equal(outcome.status, 'passed');
    assert.match(last, /<QueryAllAccounts>true<\/QueryAllAccounts>/);
  });

  it('@timeout gives up after that time', async () => {
    org.sandbox?.faults.add({ kind: 'latency', milliseconds: 60_000 });
    const { outcome } = await run(`# @timeout 80ms\n${create('too late')}`);
    assert.ok(outcome.failure?.kind === 'thrown' && outcome.failure.error instanceof MarketingCloudError);
    assert.equal(outcome.failure.error.code, 'timed-out');
    assert.ok(outcome.duration < 5000);
  });

  it('@correlation stands in every object that is sent', async () => {
    const { last } = await run(`# @correlation nightly-7\n${create('correlated')}`);
    assert.match(last, /<CorrelationID>nightly-7/);
  });

  it('@note asks before a request that only reads, and says what it says', async () => {
    const text = `# @note Is the nightly run over?\n${status}`;
    const host = testHost(org.client, { consent: false });
    const { outcome, sent } = await run(text, host);
    assert.deepEqual([outcome.status, sent.length], ['cancelled', 0]);
    assert.deepEqual(
      host.questions.map(({ request, danger }) => [request.note, danger.effect]),
      [['Is the nightly run over?', 'reads']],
    );
    assert.equal((await run(text)).outcome.status, 'passed');
  });

  it('of a whole envelope sends the body, and never its token', async () => {
    const { outcome, last } = await run(
      '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:p="http://exacttarget.com/wsdl/partnerAPI">' +
        '<e:Header><fueloauth xmlns="http://exacttarget.com">TOKEN-4711</fueloauth></e:Header>' +
        '<e:Body><p:SystemStatusRequestMsg><p:Options/></p:SystemStatusRequestMsg></e:Body></e:Envelope>',
    );
    assert.equal(outcome.status, 'passed', JSON.stringify(outcome.failure));
    assert.ok(last.includes('SystemStatusRequestMsg') && !last.includes('TOKEN-4711'));
  });

  it('of variables is escaped where it lands, unless it is wanted raw', async () => {
    const variables = '@first = R&D\n@both = {{first}} <b>\n';
    assert.equal(await nameSent(`${variables}${create('{{both}}')}`), 'R&amp;D &lt;b&gt;');
    assert.equal(await nameSent(`@raw = R&amp;D\n${create('{{{raw}}}')}`), 'R&amp;D');
  });

  it('of system variables is filled in for each request that is sent', async () => {
    const host: TestHost = {
      ...testHost(org.client),
      variables: {
        processEnv: (name) => (name === 'STAGE' ? 'ci' : undefined),
        dotenv: (name) => (name === 'SUFFIX' ? 'x' : undefined),
      },
    };
    const account = host.account.bind(host);
    host.account = async (placement) => ({ ...(await account(placement)), eid: 100 });
    const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
    const guids = [await nameSent(create('{{$guid}}')), await nameSent(create('{{$guid}}'))];
    assert.ok(guids.every((value) => guid.test(value)));
    assert.notEqual(guids[0], guids[1]);
    const seconds = Number(await nameSent(create('{{$timestamp}}')));
    assert.ok(Math.abs(seconds - Date.now() / 1000) < 30);
    const date = await nameSent(create('{{$datetime iso8601 -1 d}}'));
    assert.ok(Math.abs(Date.parse(date) + 86_400_000 - Date.now()) < 30_000, date);
    assert.match(await nameSent(create('{{$datetime "YYYY-MM"}}')), /^\d{4}-\d\d$/);
    assert.ok(!Number.isNaN(Date.parse(await nameSent(create('{{$datetime rfc1123}}')))));
    const random = Number(await nameSent(create('{{$randomInt 10 20}}')));
    assert.ok(random >= 10 && random < 20);
    assert.equal(
      await nameSent(
        `# @bu 42\n${create('{{$mid}} {{$eid}} {{$processEnv STAGE}} {{$dotenv SUFFIX}}')}`,
        host,
      ),
      '42 100 ci x',
    );
  });

  it('of what another request has sent is handed on', async () => {
    const text = `### one\n# @name one\n${create('hand-{{$randomInt 1 9}}')}\n### two\n${create('{{one.request.body.//ListName}}-on')}`;
    assert.match(await nameSent(text), /^hand-\d-on$/);
  });
});
