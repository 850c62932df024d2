/** Large answers: XPaths are evaluated in a thread, whoever asks goes on meanwhile, and nothing takes for ever. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prettyXml } from '../../../src/language/index.ts';
import { LargeAnswers, NamedResults, type Evaluate } from '../../../src/runs/index.ts';
import { bundled } from '../../support/bundle.ts';
import { manyAnswers } from '../../support/manyAnswers.ts';
import { openOrg } from '../../support/org.ts';
import { runText, testHost } from '../../support/runHost.ts';

describe('large answers', () => {
  const answers = manyAnswers(8);
  const endless = 'count(for $a in //Value, $b in //Value return 1)';
  let thread: URL;
  let large: LargeAnswers;

  before(async function () {
    this.timeout(60_000);
    thread = pathToFileURL(path.join(await bundled('dist/runs'), 'answersThread.js'));
  });
  beforeEach(() => (large = new LargeAnswers(thread)));
  afterEach(() => large.dispose());

  it('are searched while whoever asks goes on', async function () {
    this.timeout(60_000);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const found = await large.evaluate(answers, [
      'count(//Results)',
      '//Results[20000]/Properties/Property[5]/Value',
      'count(//Results/Properties/Property/Value)',
      '//Property[Name="b" and Value="19999"]/Value',
      '//OverallStatus',
      '//(',
    ]);
    clearInterval(timer);
    const texts = found.map((one) => ('value' in one ? one.value.text : 'problem'));
    assert.deepEqual(texts, ['20000', '19999', '100000', '19999', 'OK', 'problem']);
    // None would be counted if it were done here.
    assert.ok(turns > 10, String(turns));
  });

  it('are given up in time, and the next question is answered', async function () {
    this.timeout(60_000);
    large.dispose();
    large = new LargeAnswers(thread, { patience: 3000, idle: 30_000 });
    const small = manyAnswers(1);
    const [given] = await large.evaluate(small, [endless]);
    assert.ok(given !== undefined && 'problem' in given);
    assert.match(given.problem, /takes longer than 3 s.*\/\/Results\[1\]\/ID/);
    const [next] = await large.evaluate(small, ['count(//Results)']);
    assert.ok(next !== undefined && 'value' in next);
    assert.equal(next.value.text, '2500');
  });

  it('are no longer searched once the run is cancelled, and the next question is answered', async function () {
    this.timeout(60_000);
    const small = manyAnswers(1);
    // The thread has read them, and would go on for its whole patience of a minute.
    await large.evaluate(small, ['count(//Results)']);
    const cancel = new AbortController();
    const begun = performance.now();
    setTimeout(() => cancel.abort(), 300);
    const asked = large.evaluate(small, [endless, '//OverallStatus'], cancel.signal);
    const behind = large.evaluate(small, ['//OverallStatus'], cancel.signal);
    const problems = (await Promise.all([asked, behind]))
      .flat()
      .map((one) => 'problem' in one && one.problem);
    assert.deepEqual(problems, Array(3).fill('the run was cancelled before it was found'));
    assert.ok(performance.now() - begun < 5000);
    const [next] = await large.evaluate(small, ['count(//Results)']);
    assert.ok(next !== undefined && 'value' in next);
    assert.equal(next.value.text, '2500');
  });

  it('are laid out for a person, whole and one below the other', async function () {
    this.timeout(60_000);
    const pages = manyAnswers(2);
    const text = await large.pretty(pages);
    assert.equal(text, pages.map(prettyXml).join('\n\n'));
    assert.equal(text.match(/^ +<Results /gm)?.length, 5000);
  });

  it('are told apart, however the questions come', async function () {
    this.timeout(60_000);
    const others = manyAnswers(1);
    const counts = await Promise.all(
      [answers, others, answers].map((texts) => large.evaluate(texts, ['count(//Results)'])),
    );
    assert.deepEqual(
      counts.map(([one]) => one !== undefined && 'value' in one && one.value.text),
      ['20000', '2500', '20000'],
    );
  });

  it('leave undecided what an assertion, or a request behind, wanted of them when the run is cancelled', async () => {
    const org = await openOrg();
    try {
      const retrieve = (key: string): string =>
        `<RetrieveRequestMsg><RetrieveRequest><ObjectType>DataExtensionObject[Customers]</ObjectType><Properties>${key}</Properties></RetrieveRequest></RetrieveRequestMsg>`;
      const outcome = async (text: string): Promise<readonly (readonly [string, string])[]> => {
        const cancel = new AbortController();
        const evaluateLarge: Evaluate = (_texts, expressions, signal) =>
          new Promise((resolve) => {
            signal?.addEventListener('abort', () =>
              resolve(expressions.map(() => ({ problem: 'cancelled' }))),
            );
            cancel.abort();
          });
        const host = { ...testHost(org.client), evaluateLarge, results: new NamedResults(evaluateLarge) };
        return (await runText(text, host, { signal: cancel.signal })).map(({ title, status }) => [
          title,
          status,
        ]);
      };
      assert.deepEqual(
        await outcome(
          `### all\n# @limit 5000\n# @assert count(//Results) = 5000\n${retrieve('CustomerKey')}`,
        ),
        [['all', 'cancelled']],
      );
      const chain = `### all\n# @name all\n${retrieve('CustomerKey')}\n### one\n${retrieve('{{all.response.body.//Value}}')}\n### two\n${retrieve('CustomerKey')}`;
      assert.deepEqual(await outcome(chain), [
        ['all', 'passed'],
        ['one', 'cancelled'],
      ]);
    } finally {
      await org.close();
    }
  });

  it('give their values to the requests behind, and to assertions', async function () {
    this.timeout(60_000);
    const org = await openOrg();
    try {
      const asked: string[] = [];
      const evaluateLarge: Evaluate = (texts, expressions) => {
        asked.push(...expressions);
        return large.evaluate(texts, expressions);
      };
      const host = { ...testHost(org.client), evaluateLarge, results: new NamedResults(evaluateLarge) };
      const retrieve = `<RetrieveRequestMsg><RetrieveRequest><ObjectType>DataExtensionObject[Customers]</ObjectType><Properties>CustomerKey</Properties></RetrieveRequest></RetrieveRequestMsg>`;
      const key = '{{all.response.body.//Results[2]/Properties/Property[1]/Value}}';
      const text =
        `### all\n# @name all\n# @limit 5000\n# @assert count(//Results) = 5000\n${retrieve}\n` +
        `### one\n# @assert //Value = ${key}\n${retrieve.replace('</Properties><', `</Properties><Filter xsi:type="SimpleFilterPart"><Property>CustomerKey</Property><SimpleOperator>equals</SimpleOperator><Value>${key}</Value></Filter><`)}`;
      const outcomes = await runText(text, host);
      assert.deepEqual(
        outcomes.map(({ title, status, failure }) => [title, status, failure]),
        [
          ['all', 'passed', undefined],
          ['one', 'passed', undefined],
        ],
      );
      assert.deepEqual(asked, ['count(//Results)', '//Results[2]/Properties/Property[1]/Value']);
    } finally {
      await org.close();
    }
  });
});
