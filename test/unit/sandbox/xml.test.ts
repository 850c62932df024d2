/** The sandbox's XML reader takes what is well-formed and nothing else, and never falls over. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attributeOf, resolveName, xsiNamespace, type XmlElement } from '../../../src/sandbox/xml/element.ts';
import { encodedOctets, bytesOf, toOctets } from '../../../src/sandbox/xml/octets.ts';
import { isProblem, readXml } from '../../../src/sandbox/xml/reader.ts';
import { escapeAttribute, textElement } from '../../../src/sandbox/xml/writer.ts';

function rootOf(text: string): XmlElement {
  const document = readXml(text);
  if (isProblem(document)) assert.fail(document.problem.message);
  return document.root;
}

describe('sandbox XML reader', () => {
  it('reads elements, attributes, text and what stands around the root', () => {
    const root = rootOf(
      '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<!-- before --><?pi some thing?>\n<a x="1" y=\'2\'>t<b/>u<c>v</c></a>\n<!-- after -->',
    );
    assert.equal(root.name, 'a');
    assert.equal(root.text, 'tu');
    assert.deepEqual(
      root.children.map(({ name, text }) => [name, text]),
      [
        ['b', ''],
        ['c', 'v'],
      ],
    );
    assert.equal(attributeOf(root, '', 'y'), '2');
  });

  it('replaces entities and character references, and keeps what CDATA holds', () => {
    assert.equal(rootOf('<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;</a>').text, '<&>"\'A😀');
    assert.equal(rootOf('<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>').text, '<b>&amp;]]>');
    assert.equal(rootOf('<a b="x&#10;y\nz&lt;"/>').attributes[0]?.value, 'x\ny z<');
    assert.equal(rootOf('<a>1\r\n2\r3&#xD;</a>').text, '1\n2\n3\r');
  });

  it('resolves namespaces by scope, for names in content too', () => {
    const root = rootOf(
      '<p:a xmlns:p="urn:1" xmlns="urn:2" p:x="1" x="2"><b xmlns=""/><c xmlns:p="urn:3"><p:d/></c></p:a>',
    );
    const [b, c] = root.children;
    assert.deepEqual([root.namespace, b?.namespace, c?.namespace], ['urn:1', '', 'urn:2']);
    assert.equal(c?.children[0]?.namespace, 'urn:3');
    assert.equal(attributeOf(root, 'urn:1', 'x'), '1');
    assert.equal(attributeOf(root, '', 'x'), '2');
    assert.deepEqual(resolveName(root, 'p:List'), { namespace: 'urn:1', name: 'List' });
    assert.deepEqual(resolveName(root, 'List'), { namespace: 'urn:2', name: 'List' });
    assert.equal(resolveName(root, 'q:List'), undefined);
    const typed = rootOf(`<a xmlns:i="${xsiNamespace}" i:nil="true"/>`);
    assert.equal(attributeOf(typed, xsiNamespace, 'nil'), 'true');
  });

  const bad: readonly (readonly [what: string, text: string, line: number, column: number])[] = [
    ['nothing', '', 1, 1],
    ['text alone', 'hello', 1, 1],
    ['an element that is not closed', '<a>\n<b>', 2, 4],
    ['the wrong end tag', '<a>\n  <b></a>', 2, 9],
    ['two roots', '<a/><b/>', 1, 5],
    ['text after the root', '<a/>x', 1, 5],
    ['an attribute without quotes', '<a b=c/>', 1, 6],
    ['an attribute twice', '<a b="1" b="2"/>', 1, 10],
    ['an attribute twice by namespace', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', 1, 36],
    ['attributes without space', '<a b="1"c="2"/>', 1, 9],
    ['"<" in an attribute', '<a b="<"/>', 1, 7],
    ['an unknown entity', '<a>&nbsp;</a>', 1, 4],
    ['a lone ampersand', '<a>fish & chips</a>', 1, 9],
    ['a reference to a forbidden character', '<a>&#0;</a>', 1, 4],
    ['a reference beyond Unicode', '<a>&#x110000;</a>', 1, 4],
    ['"]]>" in text', '<a>x]]></a>', 1, 5],
    ['a control character', '<a>\u0001</a>', 1, 4],
    ['a lone surrogate', '<a>\ud800</a>', 1, 4],
    ['a document type', '<!DOCTYPE a []><a/>', 1, 1],
    ['a document type after a comment', '<!-- c -->\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 2, 1],
    ['an undeclared prefix', '<p:a/>', 1, 2],
    ['a prefix bound to nothing', '<a xmlns:p=""/>', 1, 4],
    ['a reserved prefix', '<a xmlns:xml="urn:1"/>', 1, 4],
    ['a comment with two hyphens', '<a><!-- x -- y --></a>', 1, 11],
    ['a declaration that is not first', '\n<?xml version="1.0"?><a/>', 2, 1],
    ['a broken declaration', '<?xml encoding="utf-8"?><a/>', 1, 1],
    ['another encoding', '<?xml version="1.0" encoding="utf-16"?><a/>', 1, 1],
    ['a name that begins with a digit', '<1a/>', 1, 2],
    ['a name with two colons', '<a:b:c xmlns:a="u"/>', 1, 5],
    ['an open CDATA section', '<a><![CDATA[x</a>', 1, 13],
    ['a stray "<!"', '<a><!ELEMENT b></a>', 1, 5],
  ];
  for (const [what, text, line, column] of bad) {
    it(`refuses ${what} and says where`, () => {
      const document = readXml(text);
      assert.ok(isProblem(document), 'it was taken');
      assert.deepEqual(
        [document.problem.line, document.problem.column],
        [line, column],
        document.problem.message,
      );
    });
  }

  it('bounds the depth', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    assert.ok(!isProblem(readXml(nested(100))));
    assert.ok(isProblem(readXml(nested(101))));
    assert.ok(isProblem(readXml(nested(100_000))));
  });

  const anyText = fc.string({ unit: 'grapheme' });

  it('reads back every text and attribute that the writer wrote', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, value) => {
        const root = rootOf(`<r a="${escapeAttribute(value)}">${textElement('t', text)}</r>`);
        // What XML has no way to write at all is replaced; everything else comes back.
        const writable = (each: string): string =>
          each.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
        assert.equal(root.children[0]?.text, writable(text));
        assert.equal(root.attributes[0]?.value, writable(value));
      }),
    );
  });

  it('answers every text with a document or a problem', () => {
    const fragments = fc.constantFrom(
      ...[
        '<',
        '>',
        '</',
        '/>',
        '<a',
        '<a>',
        '</a>',
        '="',
        '"',
        "'",
        '&',
        ';',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
      ],
      ...['xmlns', ':', ' ', '\n', 'x', '&amp;', '&#x', '<?xml version="1.0"?>'],
    );
    const soup = fc.array(fc.oneof(fragments, anyText), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (text) => {
        const document = readXml(text);
        if (isProblem(document)) assert.ok(document.problem.line >= 1 && document.problem.column >= 1);
        else assert.ok(document.root.name.length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps octets that turn into the bytes of UTF-8', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = Buffer.from(text);
        assert.deepEqual(bytesOf(toOctets(text)), bytes);
        assert.deepEqual(bytesOf(encodedOctets(text)), bytes);
      }),
    );
  });
});
