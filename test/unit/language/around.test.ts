/** What the request around a place says of it, before the rest of a file is read, is what the whole file says. */
import assert from 'node:assert/strict';
import { complete } from '../../../src/language/completion/complete.ts';
import { hoverAt } from '../../../src/language/hover/hoverAt.ts';
import { lineStart } from '../../../src/language/lines.ts';
import { parseScratch } from '../../../src/language/index.ts';
import { readAround } from '../../../src/language/scratch/around.ts';
import { sectionAround, sectionRanges } from '../../../src/language/scratch/sections.ts';
import { shop } from './completions.ts';
import { inspectionOf } from './findings.ts';

const text = `# What was sent
@since = 2026-01-01
# @

### Sends
# @name sends
# @mode
# @onSuccess run sends
# Only the new ones
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>Send</ObjectType>
    <Properties></Properties>
    <Filter xsi:type="SimpleFilterPart"><Property>ID</Property><Value>{{since}}</Value></Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>
# @onSuccess run 

### Nothing yet
// @timeout 60s
@until = 2026-02-01

### Half-written\r
<CreateRequest>\r
  <Objects xsi:type="Subscriber"><Status></Status><\r
  </Objects>\r
</CreateRequest>\r
###
`;

describe('the request around a place', () => {
  const inspection = inspectionOf(text, shop);
  const places = Array.from({ length: text.length + 1 }, (_, offset) => offset);

  it('is told from the others as when the whole file is read', () => {
    for (const offset of places) {
      const { start } = sectionAround(text, offset);
      const whole = sectionRanges(text).find((range) => range.start === start);
      if (whole !== undefined) assert.deepEqual(sectionAround(text, offset), whole);
      else assert.ok(offset === text.length || text[offset] === '\n', String(offset));
    }
  });

  it('is described and completed as when the whole file is read, wherever it is enough', () => {
    const waiting = new Set<string>();
    for (const offset of places) {
      const file = readAround(text, offset);
      if (file === undefined) {
        waiting.add(text.slice(lineStart(text, offset)).split('\n')[0] ?? '');
        continue;
      }
      assert.deepEqual(
        hoverAt({ ...inspection, file }, offset),
        hoverAt(inspection, offset),
        text.slice(offset, offset + 20),
      );
      assert.deepEqual(complete({ ...inspection, file }, offset), complete(inspection, offset));
    }
    assert.deepEqual(
      [...waiting].map((line) => line.trim()),
      [
        '@since = 2026-01-01',
        '# @onSuccess run sends',
        '<Filter xsi:type="SimpleFilterPart"><Property>ID</Property><Value>{{since}}</Value></Filter>',
        '# @onSuccess run',
        '@until = 2026-02-01',
      ],
    );
  });

  it('is not enough where its XML is far below, nor at the end of a very long one', () => {
    const preamble = '# A word\n'.repeat(3000);
    assert.equal(readAround(`${preamble}<CreateRequest/>`, 10), undefined);
    assert.ok(readAround(preamble, preamble.length - 10));
    const long = `<CreateRequest>${'<Objects xsi:type="List"/>\n'.repeat(20_000)}</CreateRequest>`;
    assert.ok(readAround(long, 1000));
    assert.equal(readAround(long, long.length - 100), undefined);
  });

  it('keeps its place', () => {
    const offset = text.indexOf('<Status>') + 1;
    const [request] = readAround(text, offset)?.requests ?? [];
    const whole = parseScratch(text).requests.find(({ title }) => title === 'Half-written');
    assert.deepEqual(request?.range, whole?.range);
  });
});
