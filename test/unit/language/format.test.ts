/** Formatting changes blanks between elements, and nothing else. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatFile } from '../../../src/language/format/formatFile.ts';
import { formatTyped } from '../../../src/language/format/formatTyped.ts';
import { parseScratch } from '../../../src/language/index.ts';
import { childElements, type XmlElementNode } from '../../../src/language/xml/node.ts';
import { applied } from './findings.ts';

const layout = { step: '  ' };

function formatted(text: string): string {
  return applied(text, formatFile(parseScratch(text), layout));
}

/** Names, attributes and texts, without the blanks between elements. */
function meaning(element: XmlElementNode): unknown {
  const inner = childElements(element);
  const isText = element.children.some(
    (node) => node.kind === 'cdata' || (node.kind === 'text' && node.text.trim() !== ''),
  );
  return {
    name: element.name,
    attributes: element.attributes.map(({ name, value }) => [name, value]),
    content:
      isText || inner.length === 0
        ? element.children.map((node) => (node.kind === 'element' ? meaning(node) : node.text))
        : inner.map(meaning),
  };
}

describe('formatting', () => {
  it('puts each element on its line, one step deeper than its parent', () => {
    assert.equal(
      formatted('### A\n# @name a\n  <A><B>x</B>\n\n\n\n<C><D/></C><!-- c --></A>\n# behind\n'),
      '### A\n# @name a\n<A>\n  <B>x</B>\n\n  <C>\n    <D/>\n  </C>\n  <!-- c -->\n</A>\n# behind\n',
    );
  });

  it('leaves text content byte for byte, blanks of its own too', () => {
    const text = '<A>\n  <B> x \r\n y</B>\n  <C>a<D/> b</C>\n  <E>  </E>\n  <F><![CDATA[ ]]></F>\n</A>';
    assert.equal(formatted(text), text);
  });

  it('leaves what is not well-formed as it is, and formats what stands beside it', () => {
    assert.equal(formatted('<A><B></A>\n###\n<A><B/></A>'), '<A><B></A>\n###\n<A>\n  <B/>\n</A>');
  });

  it('keeps the line ends of the file', () => {
    assert.equal(formatted('### A\r\n<A><B/></A>'), '### A\r\n<A>\r\n  <B/>\r\n</A>');
  });

  it('changes nothing the second time, and never the meaning, for any request', () => {
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .record({
          name: fc.constantFrom('A', 'b', 'p:C'),
          attribute: fc.constantFrom('', ' x="1"', ' xsi:type="T"'),
          content: fc.oneof(
            { maxDepth: 4 },
            fc.constantFrom('', ' ', 'x', ' x ', '\n', 'a &amp; b', '<![CDATA[<]]>', '<!-- c -->'),
            fc
              .array(fc.tuple(fc.constantFrom('', ' ', '\n', '\n\n\n', '\t'), tie('element')), {
                maxLength: 3,
              })
              .map((parts) => parts.flat().join('')),
          ),
        })
        .map(({ name, attribute, content }) => `<${name}${attribute}>${content}</${name}>`),
    }));
    fc.assert(
      fc.property(element, (text) => {
        const once = formatted(text);
        const [before, after] = [text, once].map((version) => parseScratch(version).requests[0]?.root);
        assert.ok(before !== undefined && after !== undefined);
        assert.deepEqual(meaning(after), meaning(before));
        assert.equal(formatted(once), once);
      }),
      { numRuns: 500 },
    );
  });
});

describe('formatting while typing', () => {
  /** The text after the edits that typing up to ▮ causes. */
  function typed(marked: string, character: string): string {
    const offset = marked.indexOf('▮');
    const text = marked.replace('▮', '');
    return applied(text, formatTyped(parseScratch(text), offset, character, layout));
  }

  it('indents a new line below its element, in a half-written file', () => {
    assert.equal(typed('<A>\n  <B>\n▮', '\n'), '<A>\n  <B>\n    ');
    assert.equal(typed('<A>\n  <B/>\n▮\n</A>', '\n'), '<A>\n  <B/>\n  \n</A>');
  });

  it('brings an end tag below its start tag', () => {
    assert.equal(typed('<A>\n  <B>\n    <C/>\n      </B>▮\n</A>', '>'), '<A>\n  <B>\n    <C/>\n  </B>\n</A>');
  });

  it('leaves the text of an element alone', () => {
    assert.equal(typed('<A>\n  <B>x\n▮</B></A>', '\n'), '<A>\n  <B>x\n</B></A>');
  });
});
