/** Words that mean nothing: the lightbulb offers those that were probably meant. */
import assert from 'node:assert/strict';
import { fixed, findingsIn } from './findings.ts';

const status = '<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>';

/** What is wrong, and what the first fix makes of it. */
const cases = [
  ['unknown-directive', `# @nmae x\n${status}`, `# @name x\n${status}`],
  [
    'unknown-name',
    `# @onSuccess run secnd\n${status}\n###\n# @name second\n${status}`,
    `# @onSuccess run second\n${status}\n###\n# @name second\n${status}`,
  ],
] as const;

const uses = [
  ['{{auidence}}', '{{audience}}'],
  ['{{{auidence}}}', '{{{audience}}}'],
  ['{{frist.response.body.//ID}}', '{{first.response.body.//ID}}'],
] as const;

describe('a word that means nothing', () => {
  for (const [code, wrong, right] of cases) {
    it(`${code} is put right`, () => assert.equal(fixed(wrong, code), right));
  }

  for (const [wrong, right] of uses) {
    it(`${wrong} is put right`, () => {
      const text = (use: string): string =>
        `@audience = VIP\n# @name first\n${status}\n###\n<VersionInfoRequestMsg><A>${use}</A></VersionInfoRequestMsg>`;
      assert.equal(fixed(text(wrong), 'unknown-variable'), text(right));
    });
  }

  it('is left alone when nothing is like it', () => {
    const found = findingsIn(`# @zzzzzzzz x\n<VersionInfoRequestMsg><A>{{qqqq}}</A></VersionInfoRequestMsg>`);
    for (const code of ['unknown-directive', 'unknown-variable']) {
      assert.deepEqual(found.find((finding) => finding.code === code)?.fixes?.(), []);
    }
  });
});
