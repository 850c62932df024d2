/** Delimited files, as imports read them. */
import assert from 'node:assert/strict';
import { readDelimited } from '../../../src/sandbox/objects/imports/delimited.ts';

describe('delimited files', () => {
  const read = (text: string, delimiter = ','): string[][] =>
    readDelimited(text, { delimiter, quotes: true });

  it('are read whatever ends their lines', () => {
    assert.deepEqual(read('a,b\r\nc,\rd\n\n"e\nf",g'), [['a', 'b'], ['c', ''], ['d'], ['e\nf', 'g']]);
    assert.deepEqual(read('a,b,'), [['a', 'b', '']]);
    assert.deepEqual(read('"a""b"x,c\n"open'), [['a"b'], ['open']]);
    assert.deepEqual(readDelimited('"a",b', { delimiter: ',', quotes: false }), [['"a"', 'b']]);
    assert.deepEqual(read(''), []);
  });
});
