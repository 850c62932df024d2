/** Files that no person would write: an explanation, no failure, no freeze. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { shippedCatalogue as catalogue } from '../../../src/catalogue/index.ts';
import { refactorActions } from '../../../src/language/actions/actions.ts';
import { complete } from '../../../src/language/completion/complete.ts';
import { lensesOf } from '../../../src/language/features/codeLenses.ts';
import { outline } from '../../../src/language/features/documentSymbols.ts';
import { foldable } from '../../../src/language/features/folding.ts';
import { sizeHints } from '../../../src/language/features/inlayHints.ts';
import { linkedNames } from '../../../src/language/features/linkedEditing.ts';
import { tokensOf } from '../../../src/language/features/semanticTokens.ts';
import { formatFile } from '../../../src/language/format/formatFile.ts';
import { formatTyped } from '../../../src/language/format/formatTyped.ts';
import { hoverAt } from '../../../src/language/hover/hoverAt.ts';
import { diagnose, parseScratch } from '../../../src/language/index.ts';
import { occurrenceAt } from '../../../src/language/names/occurrences.ts';
import { mostCharacters, OpenFile } from '../../../src/language/server/openFile.ts';
import { shop } from './completions.ts';
import { inspectionOf } from './findings.ts';

const layout = { step: '  ' };

/** Everything that the server does with a file and a place in it. */
function useAll(text: string, offset: number): void {
  const inspection = inspectionOf(text);
  const { file } = inspection;
  for (const { range, fixes } of diagnose(inspection)) {
    assert.ok(
      range.start >= 0 && range.start <= range.end && range.end <= text.length,
      'a finding is outside of the text',
    );
    for (const { edits } of fixes?.() ?? []) assert.ok(edits.every((edit) => edit.range.end <= text.length));
  }
  complete(inspection, offset);
  hoverAt(inspection, offset);
  occurrenceAt(file, offset);
  linkedNames(file, offset);
  for (const request of file.requests) lensesOf(request, catalogue, 'Org');
  tokensOf(file, catalogue, { start: 0, end: offset });
  outline(file);
  foldable(file);
  sizeHints(file, catalogue, { start: 0, end: offset });
  formatFile(file, layout);
  formatTyped(file, offset, '\n', layout);
  formatTyped(file, offset, '>', layout);
  refactorActions(inspection, { start: offset, end: offset });
}

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

const monsters: Readonly<Record<string, () => string>> = {
  '3,000 requests': () =>
    many(3000, (index) => `### ${String(index)}\n# @name n${String(index)}\n<SystemStatusRequestMsg/>\n`),
  'a variable that goes through 3,000 others': () =>
    `${many(3000, (index) => `@v${String(index + 1)} = {{v${String(index)}}}\n`)}<A>{{v3000}}</A>`,
  'variables that double sixty times': () =>
    `@v0 = xxxxxxxx\n${many(60, (index) => `@v${String(index + 1)} = {{v${String(index)}}}{{v${String(index)}}}\n`)}<A>{{v60}}</A>`,
  'quotes that do not end': () => `<CreateRequest a="${many(5000, () => "<b c='\n")}`,
  'nothing but <': () => '<'.repeat(50_000),
  'elements in elements without end': () => '<a>'.repeat(50_000),
  'elements in elements, closed': () => '<a>'.repeat(20_000) + '</a>'.repeat(20_000),
  'end tags alone': () => '</a>'.repeat(20_000),
  'nothing but &': () => `<A>${'&'.repeat(50_000)}</A>`,
  'blanks in a tag': () => `<a ${' '.repeat(100_000)}<`,
  'attributes by the thousand': () => `<CreateRequest ${many(5000, (index) => `a${String(index)}="1" `)}/>`,
  'objects out of order': () =>
    `<RetrieveRequestMsg><RetrieveRequest>${'<Properties>ID</Properties><ObjectType>Send</ObjectType>'.repeat(3000)}</RetrieveRequest></RetrieveRequestMsg>`,
  'unknown elements by the thousand': () =>
    `<CreateRequest><Options/><Objects xsi:type="Subscriber">${many(3000, (index) => `<Subscrib${String(index)}/>`)}</Objects></CreateRequest>`,
  binary: () =>
    Buffer.from(
      Array.from({ length: 200_000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256),
    ).toString('latin1'),
};

describe('a file with', () => {
  for (const [title, make] of Object.entries(monsters)) {
    it(`${title} does not stop the server`, () => {
      const text = make();
      useAll(text, Math.floor(text.length / 2));
      useAll(text, text.length);
    });
  }
});

describe('a file that is too large to look at', () => {
  it('is recognised without being read', () => {
    const open = new OpenFile(TextDocument.create('a:b', 'mcsoap', 1, 'x'.repeat(mostCharacters + 1)));
    assert.equal(open.isTooLarge, true);
    assert.equal(new OpenFile(TextDocument.create('a:b', 'mcsoap', 1, 'x')).isTooLarge, false);
  });
});

describe('a file that cannot be read', () => {
  it('says so to everybody who asks, and lets nobody wait', async () => {
    const document = TextDocument.create('file:///a.mcsoap', 'mcsoap', 1, '');
    // No text that fails is known: this is none.
    const broken = new OpenFile(Object.assign(document, { getText: () => null as unknown as string }));
    for (let asked = 0; asked < 2; asked += 1) {
      await assert.rejects(
        broken.read(() => true),
        TypeError,
      );
      assert.throws(() => broken.file, TypeError);
    }
  });
});

describe('a file with more findings than a call has room for', () => {
  const count = 150_000;

  it('is read, with each of them', () => {
    const text = many(count, () => '###\n# @name a\n<A/>\n');
    assert.ok(parseScratch(text).problems.length >= count - 1);
  });

  it('is looked at', () => {
    const columns = many(count, (index) => `<Properties>c${String(index)}</Properties>`);
    const text = `<RetrieveRequestMsg><RetrieveRequest><ObjectType>DataExtensionObject[Customers]</ObjectType>${columns}</RetrieveRequest></RetrieveRequestMsg>`;
    assert.ok(diagnose(inspectionOf(text, shop)).length > 0);
  });
});

describe('any text', () => {
  it('is taken by every feature, at any place, after any edits', () => {
    const pieces = [
      ...[
        '<',
        '>',
        '</',
        '/>',
        '"',
        "'",
        '=',
        '\n',
        '\r\n',
        '###',
        '# @',
        '# @name ',
        '@a = ',
        '{{',
        '}}',
        '{{a}}',
        ' ',
        '&',
        '<!--',
        '-->',
      ],
      ...[
        '<CreateRequest>',
        '<Objects xsi:type="Subscriber">',
        '</Objects>',
        '<RetrieveRequest>',
        '<ObjectType>Send',
        '<Properties>',
        '[',
        ']',
      ],
      ...['<ID>', '<Filter xsi:type="SimpleFilterPart">', '<Property>', 'xmlns="', '😀', '\u0000', '￿'],
    ];
    const text = fc
      .array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...pieces) },
          { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat({ max: 10_000 }), (whole, at) => useAll(whole, at % (whole.length + 1))),
      { numRuns: 1000 },
    );
  });

  it('is understood the same after edits as when it is opened', () => {
    const before = parseScratch(
      '<CreateRequest><Objects xsi:type="List"><ID>1</ID></Objects></CreateRequest>',
    );
    const broken = before.text.replace('<ID>1', '<ID>x');
    const findings = (file: typeof before): string[] =>
      diagnose({ ...inspectionOf(''), file }).map(({ code, range }) => `${code} ${String(range.start)}`);
    // The first look remembers what was right; the second must not take the changed part for it.
    findings(before);
    assert.deepEqual(findings(parseScratch(broken, before)), findings(parseScratch(broken)));
  });
});
