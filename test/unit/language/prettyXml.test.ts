/** Laying out adds blanks between elements, and nothing else. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prettyXml } from '../../../src/language/index.ts';
import { parseXmlTree, type XmlElement } from '../../../src/soap/wire/xmlTree.ts';
import { rowDocuments } from '../../support/rowDocuments.ts';

/** The tree without the blanks between elements. */
function content(element: XmlElement): unknown {
  const children = element.children.map(content);
  return [element.name, children.length > 0 ? element.text.trim() : element.text, children];
}

describe('pretty XML', () => {
  it('puts one element on a line', () => {
    assert.equal(
      prettyXml('<a x="1"><b>t</b><c/><d> </d></a>'),
      '<a x="1">\n  <b>t</b>\n  <c/>\n  <d> </d>\n</a>',
    );
    assert.equal(prettyXml('<?xml version="1.0"?><a><!-- c --><b><e>1</e></b></a>').split('\n').length, 7);
  });

  it('leaves text as it is, blanks and line ends too', () => {
    const mixed = '<a>one <b>two</b>\n three</a>';
    assert.equal(prettyXml(mixed), mixed);
    assert.equal(prettyXml('<a><b>  x\n</b></a>'), '<a>\n  <b>  x\n</b>\n</a>');
  });

  it('means the same as before, for random answers', () => {
    fc.assert(
      fc.property(rowDocuments, ({ xml }) => {
        assert.deepEqual(content(parseXmlTree(prettyXml(xml))), content(parseXmlTree(xml)));
      }),
    );
  });

  it('lays out what is cut off', () => {
    assert.equal(prettyXml('<a><b><c>1</c>'), '<a>\n  <b>\n    <c>1</c>');
  });
});
