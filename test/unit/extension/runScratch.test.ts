/** A run of the history as a scratch file: sent again, it is what it was. */
import assert from 'node:assert/strict';
import { directivesOf } from '../../../src/extension/history/runDirectives.ts';
import { isWhole, keepable } from '../../../src/extension/history/runRecord.ts';
import { scratchOf } from '../../../src/extension/history/runScratch.ts';
import { parseScratch } from '../../../src/language/index.ts';

const body =
  '<CreateRequest><Objects><Name>{{not a variable}} &amp; {{{nor this}}}</Name></Objects></CreateRequest>';
const record = keepable(
  {
    at: 1,
    title: 'Two\nlines',
    operation: 'Create',
    where: 'Acme · UK',
    connection: 'Acme',
    mid: 7,
    status: 'passed',
    duration: 5,
    rows: 0,
    body,
    directives: directivesOf({ mode: 'async', timeout: 60_000, batch: 20, follow: 'all', note: 'Sure?' }),
    response: '<Envelope/>',
  },
  'a',
);

describe('a run of the history as a scratch file', () => {
  const text = scratchOf(record);

  it('names connection, business unit and all that decides how it is sent', () => {
    for (const line of [
      '# @connection Acme',
      '# @bu 7',
      '# @mode async',
      '# @timeout 60000ms',
      '# @batch 20',
      '# @all',
      '# @note Sure?',
    ]) {
      assert.ok(text.split('\n').includes(line), line);
    }
    assert.ok(text.startsWith('### Two lines\n'));
  });

  it('is one request, without a variable', () => {
    const { requests } = parseScratch(text);
    assert.equal(requests.length, 1);
    assert.ok(!text.includes('{{'), text);
  });

  it('is sent again only when nothing of it was left out', () => {
    assert.ok(isWhole(record));
    assert.ok(!isWhole(keepable({ ...record, body: `<A>${'x'.repeat(300_000)}</A>` }, 'b')));
    assert.ok(!isWhole(keepable({ ...record, body: '<A><fueloauth>token</fueloauth></A>' }, 'c')));
  });
});
