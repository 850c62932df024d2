/** What is made once for each key. */
import assert from 'node:assert/strict';
import { onceEach } from '../../../src/extension/connections/onceEach.ts';

describe('once for each key', () => {
  it('is made once, however many ask', async () => {
    const made = new Map<string, Promise<number>>();
    let count = 0;
    const ask = (key: string): Promise<number> => onceEach(made, key, () => Promise.resolve((count += 1)));
    assert.deepEqual(await Promise.all([ask('a'), ask('a'), ask('b')]), [1, 1, 2]);
  });

  it('is tried anew after a failure, and what was made meanwhile stays', async () => {
    const made = new Map<string, Promise<string>>();
    const failing = onceEach(made, 'a', () => Promise.reject(new Error('no')));
    made.clear();
    const second = onceEach(made, 'a', () => Promise.resolve('second'));
    await assert.rejects(failing);
    assert.equal(
      onceEach(made, 'a', () => Promise.resolve('third')),
      second,
    );
    await assert.rejects(onceEach(made, 'b', () => Promise.reject(new Error('no'))));
    assert.equal(await onceEach(made, 'b', () => Promise.resolve('again')), 'again');
  });
});
