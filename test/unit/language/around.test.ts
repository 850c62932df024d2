/** What the request around a place says of it, before the rest of a file is read, is what the whole file says. */
import assert from 'node:assert/strict';
import { complete } from '../../../src/language/completion/complete.ts';
import { hoverAt } from '../../../src/language/hover/hoverAt.ts';
import { parseScratch } from '../../../src/language/index.ts';
import { readAround } from '../../../src/language/scratch/around.ts';
import { sectionAround, sectionRanges } from '../../../src/language/scratch/sections.ts';
import { shop } from './completions.ts';
import { inspectionOf } from './findings.ts';

const text = `@since = 2026-01-01

### Sends
# @name sends
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>Send</ObjectType>
    <Properties></Properties>
    <Filter xsi:type="SimpleFilterPart"><Property>ID</Property><Value>{{since}}</Value></Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>

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
    let count = 0;
    for (const offset of places) {
      const file = readAround(text, offset);
      if (file === undefined) continue;
      count += 1;
      assert.deepEqual(
        hoverAt({ ...inspection, file }, offset),
        hoverAt(inspection, offset),
        text.slice(offset, offset + 20),
      );
      assert.deepEqual(complete({ ...inspection, file }, offset), complete(inspection, offset));
    }
    assert.ok(count > 200, String(count));
  });

  it('is not enough for variables, nor above its XML, nor at the end of a very long one', () => {
    assert.equal(readAround(text, text.indexOf('since}}')), undefined);
    assert.equal(readAround(text, text.indexOf('@name')), undefined);
    const long = `<CreateRequest>${'<Objects xsi:type="List"/>\n'.repeat(20_000)}</CreateRequest>`;
    assert.ok(readAround(long, 1000));
    assert.equal(readAround(long, long.length - 100), undefined);
  });

  it('keeps its place', () => {
    const offset = text.indexOf('<Status>') + 1;
    const [request] = readAround(text, offset)?.requests ?? [];
    const [, whole] = parseScratch(text).requests;
    assert.deepEqual(request?.range, whole?.range);
  });
});
