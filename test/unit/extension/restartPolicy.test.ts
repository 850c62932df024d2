/** A server that stops is started anew, later each time, and given up when it keeps stopping. */
import assert from 'node:assert/strict';
import { RestartPolicy } from '../../../src/extension/language/restartPolicy.ts';

describe('a language server that stops', () => {
  it('is started anew, later each time, and is given up at the fifth time in three minutes', () => {
    const policy = new RestartPolicy();
    const delays = [0, 10_000, 20_000, 30_000, 40_000].map((now) => policy.stopped(now));
    assert.deepEqual(delays, [250, 500, 1000, 2000, undefined]);
  });

  it('is started anew for ever when it stops seldom', () => {
    const policy = new RestartPolicy();
    for (let now = 0; now < 100 * 60_000; now += 60_000) {
      assert.ok((policy.stopped(now) ?? Infinity) <= 1000, String(now));
    }
  });

  it('is counted afresh once it has run for a while', () => {
    const policy = new RestartPolicy();
    for (let count = 0; count < 5; count += 1) policy.stopped(count);
    assert.equal(policy.stopped(200_000), 250);
  });
});
