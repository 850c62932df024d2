/** The steps that the result page lists: all of a few, and of very many those that a person looks for. */
import assert from 'node:assert/strict';
import { shownSteps } from '../../../../src/views/panels/result/shownSteps.ts';

describe('steps of a run', () => {
  const many = (failed: (index: number) => boolean, length = 10_000) =>
    Array.from({ length }, (_, index) => ({
      title: `Request ${String(index)}`,
      status: failed(index) ? ('failed' as const) : ('done' as const),
    }));

  it('are all listed when they are few', () => {
    const listed = shownSteps(
      many(() => false, 200),
      3,
    );
    assert.deepEqual(
      listed.map(({ index }) => index),
      Array.from({ length: 200 }, (_, index) => index),
    );
  });

  it('are the selected one, the first that failed and the latest when they are many', () => {
    const listed = shownSteps(
      many((index) => index === 40 || index === 5000),
      17,
    );
    const latest = Array.from({ length: 197 }, (_, index) => 9803 + index);
    assert.deepEqual(
      listed.map(({ index }) => index),
      [17, 40, 5000, ...latest],
    );
    assert.deepEqual(listed[1], { index: 40, title: 'Request 40', status: 'failed' });
  });

  it('leave room for the latest when all fail', () => {
    const listed = shownSteps(
      many(() => true),
      9999,
    ).map(({ index }) => index);
    assert.equal(listed.length, 200);
    assert.deepEqual([listed[0], listed[99], listed[100], listed[199]], [0, 99, 9900, 9999]);
  });
});
