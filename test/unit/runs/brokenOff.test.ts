/** What is thrown in the middle of a run hides nothing of what came before: it is kept, told and marked (B6, B9). */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../src/catalogue/index.ts';
import { explainFailure } from '../../../src/extension/requests/explainFailure.ts';
import { marksOf } from '../../../src/extension/requests/marksOf.ts';
import { parseScratch } from '../../../src/language/index.ts';
import { reasons } from '../../../src/runs/cli/reporters/report.ts';
import {
  planAll,
  runPlan,
  type RunHost,
  type RunListener,
  type StepOutcome,
} from '../../../src/runs/index.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';
import { testHost } from '../../support/runHost.ts';

const subscriber = (key: string, mail = `${key}@example.com`): string =>
  `<Objects xsi:type="Subscriber"><EmailAddress>${mail}</EmailAddress><SubscriberKey>${key}</SubscriberKey></Objects>`;

const create = (...objects: readonly string[]): string =>
  `<CreateRequest><Options/>\n${objects.join('\n')}\n</CreateRequest>`;

describe('a run that breaks off', () => {
  let org: TestOrg;
  before(async () => (org = await openOrg()));
  after(() => org.close());
  afterEach(() => org.sandbox?.faults.clear());

  const run = async (
    text: string,
    given: { host?: RunHost; listener?: RunListener; signal?: AbortSignal } = {},
  ): Promise<StepOutcome> => {
    const { host = testHost(org.client), listener = {}, signal = new AbortController().signal } = given;
    const plan = planAll(parseScratch(text));
    const [outcome] = await runPlan(plan, { catalogue: shippedCatalogue, host, listener, signal });
    assert.ok(outcome !== undefined);
    return outcome;
  };

  /** Texts of the file that are marked, each with its mark. */
  const marked = (text: string, outcome: StepOutcome): string[] =>
    marksOf(outcome).map(
      ({ message, range }) => `${text.slice(range.start, text.indexOf('\n', range.start))}: ${message}`,
    );

  const unsavable = (): RunHost => ({
    ...testHost(org.client),
    save: () => Promise.reject(new Error('The disk is full.')),
  });

  const refusedMark = /^<Objects xsi:type="Subscriber"><EmailAddress>broken<.*: \S/;

  it('by a later call marks what the calls before it were refused', async () => {
    const text = `# @batch 2\n${create(subscriber('off-a'), subscriber('off-b', 'broken'), subscriber('off-c'))}`;
    const answered = (): unknown =>
      org.sandbox?.faults.add({ kind: 'droppedConnection', operation: 'Create' });
    const outcome = await run(text, { listener: { answered } });
    assert.equal(outcome.status, 'failed');
    assert.ok(outcome.failure?.kind === 'thrown');
    const marks = marked(text, outcome);
    assert.equal(marks.length, 1);
    assert.match(marks[0] ?? '', refusedMark);
    const told = explainFailure(outcome.failure, outcome);
    assert.match(told.title, /connection to .* broke off/);
    assert.match(told.advice, /not known whether.*\nBefore that: .*marked in the file/s);
    assert.match(told.serverMessage ?? '', /^1 of 2 objects failed: /m);
    assert.match(reasons(outcome).join('\n'), /\nObject 2: \S/);
  });

  it('by being cancelled does so too, and stays cancelled', async () => {
    const text = `# @batch 1\n${create(subscriber('cut-a', 'broken'), subscriber('cut-b'))}`;
    const controller = new AbortController();
    const outcome = await run(text, {
      ...{ listener: { answered: () => controller.abort() } },
      signal: controller.signal,
    });
    assert.equal(outcome.status, 'cancelled');
    assert.match(marked(text, outcome)[0] ?? '', refusedMark);
    const [first, second] = reasons(outcome);
    assert.match(first ?? '', /cancelled while it was under way/);
    assert.match(second ?? '', /^Object 1: /);
  });

  it('because the result cannot be saved is judged all the same', async () => {
    const text = `# @save out.csv\n# @assert count(//Results) = 5\n${create(subscriber('s-a'), subscriber('s-b', 'broken'))}`;
    const outcome = await run(text, { host: unsavable() });
    assert.equal(outcome.status, 'failed');
    const marks = marked(text, outcome);
    assert.equal(marks.length, 2);
    assert.match(marks[0] ?? '', /^count.*: This does not hold: /);
    assert.match(marks[1] ?? '', refusedMark);
    assert.ok(outcome.failure !== undefined);
    const { title, advice } = explainFailure(outcome.failure, outcome);
    assert.equal(title, 'The disk is full.');
    assert.match(advice, /Before that: .*\n1 of 1 assertions do not hold\./s);
    const [first, ...others] = reasons(outcome);
    assert.equal(first, 'The disk is full.');
    assert.deepEqual(
      others.map((reason) => reason.slice(0, 9)),
      ['Object 2:', 'Expected '],
    );
  });

  it('because the result cannot be saved has nothing to add when all went well', async () => {
    const text = `# @name one\n# @save out.csv\n${create(subscriber('w-a'))}`;
    const host = unsavable();
    const outcome = await run(text, { host });
    assert.deepEqual(marksOf(outcome), []);
    assert.deepEqual(reasons(outcome), ['The disk is full.']);
    assert.deepEqual(host.results.lookup({ name: 'one', part: 'response', xpath: 'count(//Results)' }), {
      value: '1',
    });
  });
});
