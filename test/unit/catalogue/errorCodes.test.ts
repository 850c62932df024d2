/** Every error code has words that help. */
import assert from 'node:assert/strict';
import { errorCodeFacts, errorCodeNumbers, subscriberFailure } from '../../../src/catalogue/index.ts';

describe('error codes', () => {
  it('are known by the hundred, each with a sentence', () => {
    const codes = errorCodeNumbers();
    assert.ok(codes.length > 500);
    for (const code of codes) {
      const { about = '', meaning = '', advice = 'None.' } = errorCodeFacts(code) ?? {};
      assert.notEqual(about, '');
      assert.match(meaning, /^[A-Z].*[.)]$/, String(code));
      assert.match(advice, /^[A-Z].*\.$/, String(code));
    }
  });

  it('say what to do where that is known', () => {
    assert.equal(errorCodeFacts(12014)?.about, 'Subscriber');
    assert.match(errorCodeFacts(12014)?.advice ?? '', /UpdateAdd/);
    assert.match(errorCodeFacts(17)?.meaning ?? '', /too many calls/);
    assert.equal(errorCodeFacts(999_999), undefined);
  });

  it('of single subscribers are apart from those of requests', () => {
    assert.match(subscriberFailure('11') ?? '', /All Subscribers/);
    assert.equal(subscriberFailure('x'), undefined);
  });
});
