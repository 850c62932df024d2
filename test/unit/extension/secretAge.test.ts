/** A secret is old after the days that the person has set (F7). */
import assert from 'node:assert/strict';
import { daysSince, isOld, oldSecretNote } from '../../../src/extension/credentials/secretAge.ts';

describe('the age of a secret (F7)', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const since = new Date('2026-08-27T12:00:01Z');

  it('is counted in whole days, and never below 0 when the clock was set back', () => {
    assert.equal(daysSince(since, now), 89);
    assert.equal(daysSince(new Date('2026-12-01T00:00:00Z'), now), 0);
  });

  it('is too much from the limit on, unless there is none', () => {
    assert.equal(isOld(since, 90, now), false);
    assert.equal(isOld(since, 89, now), true);
    assert.equal(isOld(since, 0, now), false);
    assert.equal(isOld(undefined, 1, now), false);
  });

  it('is told only then', () => {
    assert.equal(oldSecretNote(since, 90, now), undefined);
    assert.match(oldSecretNote(since, 30, now) ?? '', /89 days ago/);
  });
});
