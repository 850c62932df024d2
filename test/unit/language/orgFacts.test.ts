/** What is known of the org is there at once or not at all, is asked for once, and is forgotten with the connection. */
import assert from 'node:assert/strict';
import { factsFor, noFacts } from '../../../src/language/facts.ts';
import { parseScratch } from '../../../src/language/index.ts';
import { OrgFacts } from '../../../src/language/server/orgFacts.ts';
import type { FactQuestion } from '../../../src/shared/orgFacts.ts';

/** An org that is asked, and answers when told to. */
class Org {
  readonly questions: FactQuestion[] = [];
  changes = 0;
  now = 0;
  answer: (question: FactQuestion) => Promise<unknown> = () => Promise.resolve(['City']);
  readonly facts = new OrgFacts({
    ask: (question) => {
      this.questions.push(question);
      return this.answer(question);
    },
    changed: () => (this.changes += 1),
    now: () => this.now,
  });
}

/** Lets every promise that is settled have its say. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('facts of the org', () => {
  it('are asked for once, and there when they have come', async () => {
    const org = new Org();
    assert.equal(org.facts.attributes(), undefined);
    assert.equal(org.facts.attributes(), undefined);
    assert.deepEqual(org.questions, [{ kind: 'attributes' }]);
    await settled();
    assert.deepEqual(org.facts.attributes(), ['City']);
    assert.equal(org.changes, 1);
    assert.equal(org.questions.length, 1);
  });

  it('hold while they are asked for anew, and wake nobody when they are the same', async () => {
    const org = new Org();
    org.facts.attributes();
    await settled();
    org.now = 61_000;
    assert.deepEqual(org.facts.attributes(), ['City']);
    await settled();
    assert.equal(org.questions.length, 2);
    assert.equal(org.changes, 1);
    org.answer = () => Promise.resolve(['City', 'Phone']);
    org.now = 122_000;
    org.facts.attributes();
    await settled();
    assert.deepEqual(org.facts.attributes(), ['City', 'Phone']);
    assert.equal(org.changes, 2);
  });

  it('stay unknown when the org cannot say, without being asked for again at once', async () => {
    const org = new Org();
    org.answer = () => Promise.reject(new Error('offline'));
    org.facts.columns('Customers');
    await settled();
    assert.equal(org.facts.columns('Customers'), undefined);
    assert.equal(org.questions.length, 1);
    assert.equal(org.changes, 0);
  });

  it('are none for a request that runs elsewhere', () => {
    const org = new Org();
    const file = parseScratch('# @bu 7\n<RetrieveRequestMsg/>\n### here\n# @name a\n<RetrieveRequestMsg/>');
    const [elsewhere, here] = file.requests;
    assert.ok(elsewhere !== undefined && here !== undefined);
    assert.equal(factsFor(elsewhere, org.facts), noFacts);
    assert.equal(factsFor(here, org.facts), org.facts);
  });
});
