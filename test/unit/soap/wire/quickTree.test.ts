/** The quick reader agrees with the parser on everything that it takes, in whatever pieces it comes, and takes what is usual. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { xsi } from '../../../../src/soap/wire/namespaces.ts';
import { QuickReader, readQuickly } from '../../../../src/soap/wire/quickTree.ts';
import { parseXmlTree, type XmlElement } from '../../../../src/soap/wire/xmlTree.ts';
import { created, list } from '../../../support/scriptedClient.ts';
import { envelope, message } from '../../../support/scriptedTransport.ts';

/** What the parser makes of a text; undefined where it refuses. */
function parsed(text: string): XmlElement | undefined {
  try {
    return parseXmlTree(text);
  } catch {
    return undefined;
  }
}

/** An element with all that is in it, which some are not before they are looked at. */
function whole({ namespace, name, type, nil, text, children }: XmlElement): XmlElement {
  return { namespace, name, type, nil, children: children.map(whole), text };
}

/** What the quick reader makes of a text that comes in pieces of a length. */
function readInPieces(text: string, length: number): XmlElement | undefined {
  const reader = new QuickReader();
  for (let from = 0; from < text.length; from += length) {
    if (!reader.push(text.slice(from, from + length))) return undefined;
  }
  return reader.end();
}

/** Whatever the quick reader gives must be what the parser gives, and the same however it comes. */
function agrees(text: string): boolean {
  const quick = readQuickly(text);
  const expected = quick && whole(quick);
  if (quick !== undefined) assert.deepEqual(expected, parsed(text), text);
  for (const length of [1, 2, 7, 64]) {
    const inPieces = readInPieces(text, length);
    assert.deepEqual(inPieces && whole(inPieces), expected, `${text}\nin pieces of ${String(length)}`);
  }
  return quick !== undefined;
}

const piece = fc.constantFrom(
  ...[
    '<a>',
    '</a>',
    '<a/>',
    '<b xsi:nil="true"/>',
    '<p:b>',
    '</p:b>',
    '<a xmlns="u">',
    '<a xmlns:p="v" p:type="p:T">',
  ],
  ...[
    'text',
    ' ',
    '\r\n',
    '&amp;',
    '&#xD;',
    '&#13;',
    '&lt;x&gt;',
    '&nbsp;',
    '&#0;',
    '&',
    'ä中',
    '😀',
    ']]>',
    '\u0001',
  ],
  ...[
    '<!-- c -->',
    '<![CDATA[x]]>',
    '<?pi?>',
    '<!DOCTYPE a>',
    '<',
    '>',
    '"',
    '<a b="1" b="2"/>',
    "<a b='1'/>",
    '<a  b="1">',
  ],
  ...[
    '<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    '</x>',
    '<a xsi:type="q:T" >',
    '</a >',
    '<é/>',
    '<xml:a/>',
  ],
  ...[
    '<a xmlns:p=""/>',
    '<a p:x="1" q:x="2" xmlns:p="u" xmlns:q="u"/>',
    '<a b="<"/>',
    '<a b="&amp;"/>',
    '<a b="x\ty"/>',
    '<1/>',
  ],
);

describe('quick reader', () => {
  it('takes the answers of the service', () => {
    const rows = message(
      'RetrieveResponseMsg',
      `<OverallStatus>OK</OverallStatus>${list('a &amp; b 😀').repeat(9)}`,
    );
    for (const text of [created('OK', 'Error'), envelope(rows)]) {
      assert.ok(agrees(text), text);
      assert.ok(agrees(`<?xml version="1.0" encoding="utf-8"?>\r\n${text}\n`));
    }
  });

  it('never takes what the parser refuses, nor reads it in another way', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const content = pieces.join('');
        for (const text of [
          content,
          `<a>${content}</a>`,
          `<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="u"><a>${content}</a></x>`,
        ]) {
          if (agrees(text)) taken += 1;
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(taken > 100, `only ${String(taken)} documents were taken`);
  });

  it('never takes a document in which a character was changed for the worse', () => {
    const text = `<?xml version="1.0" encoding="utf-8"?>${created('OK', 'OK', 'OK', 'OK', 'Error', 'OK')}`;
    const character = fc.constantFrom(
      '<',
      '>',
      '/',
      '&',
      '"',
      '=',
      ' ',
      ':',
      'x',
      '\u0000',
      ']',
      '!',
      '?',
      "'",
      '',
    );
    fc.assert(
      fc.property(fc.nat(text.length), character, fc.nat(2), (position, replacement, removed) => {
        agrees(text.slice(0, position) + replacement + text.slice(position + removed));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads what repeats as the parser does, where it is alike and where it is not', () => {
    const text = fc.constantFrom('', 'a', ' b ', '1 &lt; 2', '&amp;lt;', 'ä\n', '00', '\r\n');
    const forms: readonly ((one: string, other: string) => string)[] = [
      (one, other) => `<r><a>${one}</a><b x:nil="true"/><c x:type="T"><d>${other}</d></c></r>`,
      (one, other) => `<r><a>${one}</a><b/><c x:type="T"><d>${other}</d></c></r>`,
      (one, other) => `<r><a>${one}</a> <c x:type="U"><d>${other}</d><d/></c></r>`,
      (one) => `<r>${one}</r>`,
      (one, other) => `<r xmlns="v"><p:a xmlns:p="${other === '' ? 'w' : 'z'}">${one}</p:a></r>`,
      (one) => `<s><a>${one}</a></s>`,
    ];
    const element = fc.tuple(
      fc.nat(forms.length - 1),
      fc.nat(3),
      fc.array(text, { minLength: 8, maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (groups) => {
        const content = groups.flatMap(([form, more, texts]) =>
          Array.from(
            { length: more + 1 },
            (_, index) => forms[form]?.(texts[index] ?? '', texts[index + 4] ?? '') ?? '',
          ),
        );
        const document = `<e xmlns="u" xmlns:x="${xsi}"><b><m>${content.join('')}</m></b></e>`;
        assert.ok(agrees(document), document);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives up on what is never whole, and keeps little of what is', () => {
    const beginning = '<e><b><m><r>a</r><r>b</r>';
    const endless = new QuickReader();
    assert.ok(endless.push(`${beginning}<r>`));
    assert.ok(endless.push('x'.repeat(999_000)));
    assert.ok(!endless.push('x'.repeat(1001)));
    const long = `${beginning}${'<r>c</r>'.repeat(300_000)}</m></b></e>`;
    assert.equal(readInPieces(long, 16_384)?.children[0]?.children[0]?.children.length, 300_002);
  });

  it('leaves what is nested too deep to the parser', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    assert.ok(agrees(nested(100)));
    assert.equal(readQuickly(nested(101)), undefined);
  });
});
