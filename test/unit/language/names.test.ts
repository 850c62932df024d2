/** Names of variables and requests: every use is found, and renamed with the others. */
import assert from 'node:assert/strict';
import { occurrenceAt, sameAs } from '../../../src/language/names/occurrences.ts';
import { parseScratch } from '../../../src/language/index.ts';

const text = `@who = VIP
@all = {{who}} people

### First
# @name first
<CreateRequest><A>{{who}} {{{ who }}} {{$guid}}</A></CreateRequest>

### Second
# @onSuccess run first
<CreateRequest><A>{{first.response.body.//ID}} {{whole}}</A></CreateRequest>
`;

/** The lines of all that have the name at the first place of this text, definitions marked. */
function linesOf(needle: string): string[] {
  const file = parseScratch(text);
  const occurrence = occurrenceAt(file, text.indexOf(needle) + 1);
  assert.ok(occurrence, `nothing at ${needle}`);
  return sameAs(occurrence, file).map(({ range, isDefinition }) => {
    const line = text.slice(0, range.start).split('\n').length;
    return `${String(line)}${isDefinition ? '*' : ''} ${text.slice(range.start, range.end)}`;
  });
}

describe('names', () => {
  it('of variables are found where they are set and used, in braces of both kinds', () => {
    const everywhere = ['1* who', '2 who', '6 who', '6 who'];
    assert.deepEqual(linesOf('who ='), everywhere);
    assert.deepEqual(linesOf('who}} people'), everywhere);
    assert.deepEqual(linesOf('who }}}'), everywhere);
  });

  it('of requests are found in directives and in results', () => {
    const everywhere = ['5* first', '9 first', '10 first'];
    assert.deepEqual(linesOf('first\n<'), everywhere);
    assert.deepEqual(linesOf('first.response'), everywhere);
  });

  it('are not found in what only looks alike', () => {
    const file = parseScratch(text);
    assert.equal(occurrenceAt(file, text.indexOf('$guid') + 2), undefined);
    assert.deepEqual(linesOf('whole}}'), ['10 whole']);
  });
});
