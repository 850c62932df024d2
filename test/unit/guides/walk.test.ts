/** The way through a guide: forth, back, and on another way. */
import assert from 'node:assert/strict';
import type { Question } from '../../../src/guides/guide.ts';
import { Walk } from '../../../src/guides/index.ts';
import { anything, text } from '../../../src/guides/questions.ts';

const ask = (key: string, when?: Question['when']): Question =>
  text(key, key, key, { check: anything, ...(when === undefined ? {} : { when }) });

const questions = [ask('unit'), ask('kind'), ask('name', ({ kind }) => kind === 'named'), ask('end')];

/** Answers the present question. */
function answer(walk: Walk, value: string): void {
  const { question } = walk;
  assert.ok(question !== undefined);
  walk.answer(question, { [question.key]: value });
}

describe('the way through a guide', () => {
  it('asks what is due, counts it, and comes to an end', () => {
    const walk = new Walk({ questions }, { unit: '7' });
    assert.deepEqual([walk.question?.key, walk.place], ['kind', { step: 1, totalSteps: 3 }]);
    answer(walk, 'named');
    assert.deepEqual([walk.question?.key, walk.place], ['name', { step: 2, totalSteps: 4 }]);
    answer(walk, 'Ana');
    answer(walk, 'yes');
    assert.equal(walk.question, undefined);
    assert.deepEqual(walk.answers, { unit: '7', kind: 'named', name: 'Ana', end: 'yes' });
  });

  it('goes back with what was answered, and forgets what holds no more', () => {
    const walk = new Walk({ questions }, { unit: '7' });
    for (const value of ['named', 'Ana', 'yes']) answer(walk, value);
    for (const key of ['end', 'name', 'kind']) {
      walk.back();
      assert.equal(walk.question?.key, key);
    }
    assert.equal(walk.answers['name'], 'Ana');
    answer(walk, 'nameless');
    assert.equal(walk.question?.key, 'end');
    assert.equal('name' in walk.answers, false);
  });

  it('leaves out what there is nothing to ask of, on the way back too', () => {
    const walk = new Walk({ questions }, {});
    const [unit] = questions;
    assert.ok(unit !== undefined);
    walk.skip(unit);
    answer(walk, 'nameless');
    walk.back();
    assert.deepEqual([walk.question?.key, walk.place.step], ['kind', 1]);
    assert.equal(walk.answers['unit'], '');
  });
});
