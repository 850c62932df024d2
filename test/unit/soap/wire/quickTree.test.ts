/** The quick reader of small documents agrees with the parser on everything that it takes, and takes what is usual. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readQuickly } from '../../../../src/soap/wire/quickTree.ts';
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

/** Whatever the quick reader gives must be what the parser gives. */
function agrees(text: string): boolean {
  const quick = readQuickly(text);
  if (quick === undefined) return false;
  assert.deepEqual(quick, parsed(text), text);
  return true;
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
      `<OverallStatus>OK</OverallStatus>${list('a &amp; b').repeat(9)}`,
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
    const text = `<?xml version="1.0" encoding="utf-8"?>${created('OK', 'Error')}`;
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

  it('leaves what is nested too deep to the parser', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    assert.ok(agrees(nested(100)));
    assert.equal(readQuickly(nested(101)), undefined);
  });
});
