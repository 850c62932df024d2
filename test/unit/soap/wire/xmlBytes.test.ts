/** Bytes that are written piece by piece are those of the text that the pieces would make. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeText } from '../../../../src/soap/wire/text.ts';
import { XmlBytes } from '../../../../src/soap/wire/xmlBytes.ts';
import { failsWith } from '../../../support/scriptedClient.ts';

/** Short and long, plain and not: what is longer than the room at first, and what takes more bytes than characters. */
const value = fc
  .tuple(fc.stringMatching(/^[ -~\t\n]*$/), fc.string({ unit: 'grapheme' }), fc.nat({ max: 200 }))
  .map(([plain, any, times]) => (plain + any).repeat(times));

describe('bytes of XML', () => {
  it('hold tags and values as they were added, escaped', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (values) => {
        const bytes = new XmlBytes();
        const expected = values.map((one) => {
          bytes.addTags(Buffer.from('<Name>'));
          bytes.addValue(one);
          bytes.addText('</Namé>');
          return `<Name>${escapeText(one)}</Namé>`;
        });
        assert.equal(bytes.toString(), expected.join(''));
        assert.equal(bytes.length, Buffer.byteLength(expected.join('')));
      }),
    );
  });

  it('are taken away from their beginning, and stay as they were when more is added', () => {
    const bytes = new XmlBytes();
    bytes.addText('first');
    bytes.addText('second');
    const first = bytes.take(5);
    bytes.addValue('third'.repeat(2000));
    const rest = bytes.take(bytes.length);
    bytes.addText('fourth');
    const texts = [first, rest].map((part) => Buffer.from(part).toString());
    assert.deepEqual(texts, ['first', `second${'third'.repeat(2000)}`]);
    assert.equal(bytes.toString(), 'fourth');
  });

  it('are no half of a value that XML cannot carry', () => {
    const bytes = new XmlBytes();
    assert.throws(() => bytes.addValue('abc\u0000'), failsWith('invalid-request', /U\+0000 at position 3/));
    assert.equal(bytes.toString(), '');
  });
});
