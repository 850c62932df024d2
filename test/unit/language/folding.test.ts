/** What can be folded. */
import assert from 'node:assert/strict';
import { foldable } from '../../../src/language/features/folding.ts';
import { parseScratch } from '../../../src/language/index.ts';

/** The first line of each. */
function folds(text: string): string[] {
  return foldable(parseScratch(text)).map(({ start }) => text.slice(start).split('\n')[0]?.trim() ?? '');
}

describe('folding', () => {
  it('takes requests with a title, and elements and comments on several lines', () => {
    const text = `### Mine
<CreateRequest>
  <!-- two
       lines -->
  <Options/>
  <Objects xsi:type="List"><ListName>a</ListName>
  </Objects>
</CreateRequest>
###
<VersionInfoRequestMsg/>
`;
    assert.deepEqual(folds(text), [
      '### Mine',
      '<CreateRequest>',
      '<!-- two',
      '<Objects xsi:type="List"><ListName>a</ListName>',
    ]);
  });

  it('takes the outermost of a very large file, which is as many as an editor folds', () => {
    const objects = '<Objects>\n<Lists>\n</Lists>\n</Objects>\n'.repeat(6000);
    const found = folds(`<CreateRequest>\n${objects}</CreateRequest>`);
    assert.equal(found.length, 5000);
    assert.deepEqual([...new Set(found)], ['<CreateRequest>', '<Objects>']);
  });
});
