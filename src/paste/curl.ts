/** A cURL command that posts an envelope, as browsers, Postman and documentation give it. */
import { fromEnvelope } from './envelope.ts';

const dataOptions = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii']);

/** The envelope that the command posts, as a request; its headers and their tokens stay behind. */
export function fromCurl(text: string): string | undefined {
  if (!/^\s*(?:\$\s+)?curl(?:\.exe)?\s/.test(text)) return undefined;
  const words = shellWords(text);
  const data = words.flatMap((word, index) => {
    if (dataOptions.has(word)) return words[index + 1] ?? [];
    const [, value] = /^--data(?:-raw|-binary|-ascii)?=(.*)$/s.exec(word) ?? [];
    return value ?? [];
  });
  return fromEnvelope(data.join('&').trim());
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What a piece of a word stands for, by the way in which it is quoted. */
function unquote(piece: string): string {
  const inner = piece.slice(1, -1);
  if (piece.startsWith("$'")) {
    return inner.slice(1).replace(/\\(.)/gs, (_, character: string) => escapes[character] ?? character);
  }
  if (piece.startsWith("'")) return inner;
  if (piece.startsWith('"')) return inner.replace(/\\([$`"\\\n])/g, '$1');
  return piece.startsWith('\\') ? piece.slice(1) : piece;
}

/** The words of a POSIX command line: quotes of all kinds, `$'…'`, backslashes, lines that go on. */
function shellWords(text: string): string[] {
  const words: string[] = [];
  const piece = /\s+|\$'(?:[^'\\]|\\.)*'|'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\$]+|./gs;
  let word: string | undefined;
  for (const [found] of text.replaceAll(/\\\r?\n/g, ' ').matchAll(piece)) {
    if (found.trim() !== '') word = (word ?? '') + unquote(found);
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}
