/** Ways to rework a request leave it right: what they make is free of errors, and nothing is lost. */
import assert from 'node:assert/strict';
import { refactorActions } from '../../../src/language/actions/actions.ts';
import { sizeHints } from '../../../src/language/features/inlayHints.ts';
import { linkedNames, nameWhileTyped } from '../../../src/language/features/linkedEditing.ts';
import { tokensOf } from '../../../src/language/features/semanticTokens.ts';
import { shippedCatalogue as catalogue } from '../../../src/catalogue/index.ts';
import { parseScratch } from '../../../src/language/index.ts';
import { applied, inspectionOf, summary } from './findings.ts';

function subscriber(key: number): string {
  return `<Objects xsi:type="Subscriber"><SubscriberKey>k${String(key)}</SubscriberKey></Objects>`;
}

function create(keys: readonly number[]): string {
  return `<CreateRequest>\n  <Options/>\n  ${keys.map(subscriber).join('\n  ')}\n</CreateRequest>`;
}

/** The text after the action of this title; the selection stands between ▮ and ▮, or is the one ▮. */
function reworked(marked: string, title: RegExp): string {
  const [start, last] = [marked.indexOf('▮'), marked.lastIndexOf('▮')];
  const text = marked.replaceAll('▮', '');
  const end = last === start ? start : last - 1;
  const actions = refactorActions(inspectionOf(text), { start, end });
  const action = actions.find((candidate) => title.test(candidate.title));
  assert.ok(action, `not offered; there is ${actions.map((candidate) => candidate.title).join(', ')}`);
  return applied(text, action.edits);
}

function offered(marked: string): string[] {
  const start = marked.indexOf('▮');
  return refactorActions(inspectionOf(marked.replace('▮', '')), { start, end: start }).map(
    ({ title }) => title,
  );
}

function errors(text: string): string[] {
  return summary(text).filter((line) => line.startsWith('error'));
}

describe('extracting a variable', () => {
  const text =
    '### A\n<CreateRequest><Objects xsi:type="List"><CustomerKey>a &amp; ▮b</CustomerKey></Objects></CreateRequest>';

  it('names it after the element, at the beginning of the file', () => {
    const after = reworked(text, /Extract/);
    assert.match(after, /^@customerKey = a & b\n\n### A/);
    assert.match(after, /<CustomerKey>\{\{customerKey\}\}<\/CustomerKey>/);
    assert.deepEqual(errors(after), []);
  });

  it('takes a name that is free, and the selected part alone', () => {
    const after = reworked(`@customerKey = x\n${text.replace('a &amp; ▮b', '▮abc▮-def')}`, /Extract/);
    assert.match(after, /^@customerKey = x\n@customerKey2 = abc\n/);
    assert.match(after, />\{\{customerKey2\}\}-def</);
  });

  it('is not offered where there is no value', () => {
    for (const marked of ['<A><B>▮</B></A>', '<A>{{x▮}}</A>', '<A>▮<B/></A>', '# a▮', '<A▮>b</A>']) {
      assert.deepEqual(
        offered(marked).filter((title) => title.startsWith('Extract')),
        [],
        marked,
      );
    }
  });
});

describe('reworking a request', () => {
  it('splits it by the size of a call (B9)', () => {
    const keys = Array.from({ length: 120 }, (_, index) => index);
    const after = reworked(`### A\n${create(keys).replace('<Options/>', '<Options/>▮')}\n`, /Split into 3/);
    assert.deepEqual(
      parseScratch(after).requests.map(
        ({ root }) => root?.children.filter(({ kind }) => kind === 'element').length,
      ),
      [51, 51, 21],
    );
    assert.deepEqual(errors(after), []);
  });

  it('merges it with the one above (B1)', () => {
    const after = reworked(
      `### A\n${create([1])}\n\n### B\n${create([2]).replace('<Options/>', '▮<Options/>')}\n`,
      /Merge/,
    );
    assert.equal(parseScratch(after).requests.length, 1);
    assert.match(after, /k1[^]*k2/);
    assert.deepEqual(errors(after), []);
  });

  it('makes it asynchronous (B2)', () => {
    const after = reworked(create([1]).replace('<Options/>', '▮<Options/>'), /asynchronous/);
    assert.match(after, /<RequestType>Asynchronous<\/RequestType>/);
    assert.deepEqual(errors(after), []);
    assert.ok(
      !offered(after.replace('<Options>', '▮<Options>')).some((title) => title.includes('asynchronous')),
    );
  });
});

describe('size hints', () => {
  it('count objects and bytes', () => {
    const [hint] = sizeHints(parseScratch(create([1, 2, 3])), catalogue, { start: 0, end: 1 });
    assert.match(hint?.label ?? '', /^3 objects · \d{3} bytes$/);
    assert.deepEqual(sizeHints(parseScratch('<RetrieveRequestMsg/>'), catalogue, { start: 0, end: 1 }), []);
  });
});

describe('linked editing', () => {
  it('links the names of both tags, wherever the cursor is in one', () => {
    const text = '<A><Bcd>x</Bcd><E/></A>';
    const file = parseScratch(text);
    for (const offset of [4, 6, 7, 11, 14]) {
      assert.deepEqual(
        linkedNames(file, offset).map(({ start, end }) => text.slice(start, end)),
        ['Bcd', 'Bcd'],
        String(offset),
      );
    }
    assert.deepEqual(linkedNames(file, 8), []);
    assert.deepEqual(linkedNames(file, 17), []);
  });

  it('goes on for as long as a name is typed', () => {
    // As VS Code reads it.
    const pattern = new RegExp(nameWhileTyped);
    for (const name of ['EmailAddress', 'par:Objects', 'Größe', 'a.b-c_1']) {
      assert.equal(pattern.exec(name)?.[0], name);
    }
    for (const typed of ['Objects ', 'Objects/', 'a="b"', 'a>'])
      assert.notEqual(pattern.exec(typed)?.[0], typed);
  });
});

describe('semantic tokens', () => {
  it('tell what texts mean', () => {
    const text =
      '@a = 1\n<CreateRequest><Objects xsi:type="Subscriber"><ID>{{a}}</ID><EmailTypePreference>HTML</EmailTypePreference><PartnerKey>x</PartnerKey></Objects></CreateRequest>';
    assert.deepEqual(
      tokensOf(parseScratch(text), catalogue, { start: 0, end: text.length }).map(
        ({ range, type }) => `${type} ${text.slice(range.start, range.end)}`,
      ),
      ['parameter a', 'class Subscriber', 'parameter a', 'enumMember HTML'],
    );
  });
});
