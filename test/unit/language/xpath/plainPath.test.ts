/** Plain paths find what the XPath engine finds, and on large answers in no time. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainPathOf } from '../../../../src/language/xpath/plainPath.ts';
import { XPathSubject } from '../../../../src/language/xpath/xpath.ts';

const names = ['A', 'B', 'C'] as const;

const tree = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(fc.constantFrom(...names), tie('content'))
    .map(([name, content]) => `<${name}>${content}</${name}>`),
  content: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom('', 'x', '1'),
    fc.array(tie('element'), { maxLength: 4 }).map((parts) => parts.join('')),
  ),
})).element;

const step = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom('', '[1]', '[2]', '[0]'))
  .map((parts) => parts.join(''));

const path = fc
  .tuple(fc.constantFrom('/', '//'), fc.array(step, { minLength: 1, maxLength: 3 }))
  .map(([slashes, steps]) => slashes + steps.join('/'));

describe('plain paths', () => {
  it('are told from other expressions', () => {
    for (const expression of ['//Results[1]/ID', ' /Envelope/Body ', 'count(//Results)', 'count( /A/B[2] )'])
      assert.ok(plainPathOf(expression), expression);
    for (const expression of [
      '//A//B',
      '//A[ID=1]',
      '//@type',
      'A',
      '//a:B',
      '//A/text()',
      'count(//A)+1',
      '//A[last()]',
    ])
      assert.equal(plainPathOf(expression), undefined, expression);
  });

  it('find what the engine finds, in its order', () => {
    fc.assert(
      fc.property(tree, path, (xml, expression) => {
        const subject = new XPathSubject([xml]);
        // In brackets, it is no plain path.
        assert.deepEqual(subject.evaluate(expression), subject.evaluate(`(${expression})`));
        assert.deepEqual(
          subject.evaluate(`count(${expression})`),
          subject.evaluate(`count((${expression}))`),
        );
      }),
      { numRuns: 500 },
    );
  });
});
