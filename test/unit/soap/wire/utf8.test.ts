/** The bytes of an answer become the text that they are, wherever they are cut. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Utf8Decoder } from '../../../../src/soap/wire/utf8.ts';
import { failsWith } from '../../../support/scriptedClient.ts';

function decoded(bytes: Uint8Array, cuts: readonly number[]): string {
  const decoder = new Utf8Decoder();
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  let from = 0;
  let text = '';
  for (const end of ends) {
    text += decoder.next(bytes.subarray(from, end));
    from = end;
  }
  return text + decoder.end();
}

const piece = fc.constantFrom('a', '<b>', ' ', '\r\n', 'é', '中', '😀', '\uFEFF', '\u007F', '\u0080');
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

describe('decoding', () => {
  it('gives UTF-8 back as it was, cut anywhere', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 6 }), (given, cuts) => {
        // A mark at the very beginning is no part of the text.
        assert.equal(decoded(Buffer.from(`<${given}`), cuts), `<${given}`);
        assert.equal(decoded(Buffer.from(`\uFEFF<${given}`), cuts), `<${given}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives UTF-16 back as it was', () => {
    fc.assert(
      fc.property(text, fc.nat(), (given, cut) => {
        const bytes = Buffer.from(`\uFEFF<${given}`, 'utf16le');
        assert.equal(decoded(bytes, [Math.max(2, cut % bytes.length)]), `<${given}`);
      }),
    );
  });

  it('refuses what is no character, and what is cut off', () => {
    for (const bytes of [
      [0x3c, 0xff],
      [0x3c, 0xe4, 0xb8],
      [0x3c, 0xe4, 0x3c],
    ]) {
      for (const cuts of [[], [1], [2]]) {
        assert.throws(() => decoded(Uint8Array.from(bytes), cuts), failsWith('malformed-answer'));
      }
    }
  });
});
