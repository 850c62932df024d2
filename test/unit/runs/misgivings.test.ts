/** Before a write is sent, its names are compared with the org (D8, D9), and weak passwords are refused (F7). */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../src/catalogue/index.ts';
import { answerFact } from '../../../src/extension/language/orgFacts.ts';
import { parseScratch } from '../../../src/language/index.ts';
import { planAll, previewStep } from '../../../src/runs/index.ts';
import type { FactQuestion } from '../../../src/shared/orgFacts.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';
import { runText, testHost } from '../../support/runHost.ts';

const row = (column: string, key = 'Customers'): string =>
  `<CreateRequest><Options/><Objects xsi:type="DataExtensionObject"><CustomerKey>${key}</CustomerKey><Properties><Property><Name>CustomerKey</Name><Value>m-1</Value></Property><Property><Name>EmailAddress</Name><Value>m@example.com</Value></Property><Property><Name>${column}</Name><Value>x</Value></Property></Properties></Objects></CreateRequest>`;

const person = (attribute: string): string =>
  `<CreateRequest><Options/><Objects xsi:type="Subscriber"><EmailAddress>m@example.com</EmailAddress><Attributes><Name>${attribute}</Name><Value>x</Value></Attributes><SubscriberKey>m-1</SubscriberKey></Objects></CreateRequest>`;

const user = `# @prompt password\n<CreateRequest><Options/><Objects xsi:type="AccountUser"><UserID>new.user</UserID><Password>{{password}}</Password><Name>New</Name><Email>new@example.com</Email><Delete>0</Delete></Objects></CreateRequest>`;

describe('what is said before a write is sent', () => {
  let org: TestOrg;
  const asked: FactQuestion[] = [];

  before(async () => (org = await openOrg()));
  beforeEach(() => (asked.length = 0));
  after(() => org.close());

  /** Runs a request with the facts of the org; what was said of it, and how it ended. */
  const said = async (
    text: string,
    prompts: Readonly<Record<string, string>> = {},
  ): Promise<{
    readonly words: readonly string[];
    readonly status: string | undefined;
    readonly why: string;
  }> => {
    const host = testHost(org.client, {
      prompts,
      fact: (_account, question) => {
        asked.push(question);
        return answerFact(org.client, question);
      },
    });
    const [outcome] = await runText(text, host);
    const failure = outcome?.failure;
    return {
      words: host.questions[0]?.misgivings ?? [],
      status: outcome?.status,
      why: failure !== undefined && 'message' in failure ? failure.message : '',
    };
  };

  it('names the column that the service would drop, and sends the request all the same (D9)', async () => {
    const { words, status } = await said(row('Frist_Name'));
    assert.match(words.join('\n'), /no column Frist_Name\. The service would drop the value/);
    assert.equal(words.length, 1);
    assert.equal(status, 'passed');
    assert.deepEqual((await said(row('FirstName'))).words, []);
  });

  it('asks nothing of the org for a preview, which sends nothing', async () => {
    const host = testHost(org.client, {
      fact: (_account, question) => Promise.resolve(asked.push(question)),
    });
    const plan = planAll(parseScratch(row('Frist_Name')));
    const signal = new AbortController().signal;
    const shown = await previewStep(plan, { catalogue: shippedCatalogue, host, signal });
    assert.ok(shown !== undefined && 'envelopes' in shown && shown.envelopes.length === 1);
    assert.deepEqual(asked, []);
  });

  it('asks nobody who has cancelled meanwhile', async () => {
    const cancelling = new AbortController();
    const host = testHost(org.client, {
      fact: () => {
        cancelling.abort();
        return Promise.resolve(null);
      },
    });
    const [outcome] = await runText(row('FirstName'), host, { signal: cancelling.signal });
    assert.equal(outcome?.status, 'cancelled');
    assert.deepEqual(host.questions, []);
  });

  it('names the attribute that the service would drop (D8)', async () => {
    assert.match((await said(person('Shoe'))).words.join('\n'), /no attribute Shoe/);
  });

  it('says nothing where nothing can be known, and asks nothing of reads', async () => {
    const host = testHost(org.client);
    await runText(row('Frist_Name'), host);
    assert.deepEqual(host.questions[0]?.misgivings, []);
    const read =
      '<RetrieveRequestMsg><RetrieveRequest><ObjectType>DataExtensionObject[Customers]</ObjectType><Properties>CustomerKey</Properties></RetrieveRequest></RetrieveRequestMsg>';
    await said(read);
    assert.deepEqual(asked, []);
    await said(row('FirstName'));
    assert.deepEqual(asked, [{ kind: 'columns', key: 'Customers' }]);
  });

  it('refuses a weak password before it is sent, and does not say it (F7)', async () => {
    const { status, why, words } = await said(user, { password: 'Welcome1' });
    assert.equal(status, 'failed');
    assert.match(why, /This password is shorter than 12 characters/);
    assert.doesNotMatch(why, /Welcome1/);
    assert.deepEqual(words, []);
    assert.equal((await said(user, { password: 'Tr0ub4dor&3-and-more' })).status, 'passed');
  });
});
