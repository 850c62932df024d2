/** When a call is made again: never a write that may have been acted on. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { errorCodes } from '../../../../src/soap/index.ts';
import { retryDelay, type FailedAttempt } from '../../../../src/soap/transport/retry.ts';

const failed: FailedAttempt = { code: 'connection-lost', notActedOn: false, attempt: 1, elapsed: 10 };
const policy = { repeatability: 'read', attempts: 3, timeout: 120_000 } as const;

describe('retry decision', () => {
  it('waits longer from attempt to attempt, half of it left to chance', () => {
    assert.equal(retryDelay(failed, policy, 0), 250);
    assert.equal(retryDelay(failed, policy, 1), 500);
    assert.equal(retryDelay({ ...failed, attempt: 2 }, policy, 1), 1000);
    assert.equal(retryDelay({ ...failed, attempt: 3 }, policy, 1), undefined);
    assert.equal(retryDelay({ ...failed, attempt: 20 }, { ...policy, attempts: 30 }, 1), 30_000);
  });

  it('never repeats a write that the service may have acted on', () => {
    const attempts = fc.record({
      code: fc.constantFrom(...errorCodes),
      notActedOn: fc.constant(false),
      attempt: fc.integer({ min: 1, max: 9 }),
      elapsed: fc.nat(1_000_000),
    });
    fc.assert(
      fc.property(attempts, fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        assert.equal(
          retryDelay(attempt, { ...policy, repeatability: 'write', attempts: 10 }, random),
          undefined,
        );
      }),
    );
  });

  it('repeats a write that certainly was not acted on, or that the service can tell from a new one (C5, F1)', () => {
    const untouched = { ...failed, code: 'throttled', notActedOn: true } as const;
    assert.ok(retryDelay(untouched, { ...policy, repeatability: 'write' }, 0));
    assert.ok(retryDelay(failed, { ...policy, repeatability: 'correlated-write' }, 0));
  });

  it('keeps no reader waiting for longer than one time-out, and repeats nothing that cannot pass', () => {
    assert.equal(retryDelay({ ...failed, code: 'timed-out', elapsed: 120_000 }, policy, 0), undefined);
    for (const code of ['cancelled', 'fault', 'not-permitted', 'tls-failed', 'malformed-answer'] as const) {
      assert.equal(retryDelay({ ...failed, code }, policy, 0), undefined, code);
    }
  });
});
