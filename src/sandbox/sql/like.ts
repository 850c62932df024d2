/** LIKE: `%` and `_`, and characters in brackets, of which one is to be there: `[a-f]`, or not: `[^0-9]`. */
import { folded, textOf, type Value } from './values.ts';

/** Any text, or a test of one character. */
type Piece = 'any' | ((sign: string) => boolean);

/** Whether a value is like a pattern; undefined when either is nothing. */
export function likeOf(value: Value, pattern: Value): boolean | undefined {
  if (value === null || pattern === null) return undefined;
  return placeOf(textOf(value).toLowerCase(), piecesOf(folded(textOf(pattern)))) !== undefined;
}

/** The place of the first text that a pattern describes, from 1; 0 when there is none. PATINDEX has this. */
export function placeLike(value: string, pattern: string): number {
  return (placeOf(value.toLowerCase(), piecesOf(folded(pattern))) ?? -1) + 1;
}

/** A pattern in which a sign makes the next one stand for itself, as one that needs none: LIKE … ESCAPE has such. */
export function withoutEscape(pattern: string, escape: string): string {
  let written = '';
  for (let at = 0; at < pattern.length; at++) {
    const isEscaped = pattern[at] === escape && at + 1 < pattern.length;
    if (isEscaped) at += 1;
    const sign = pattern.charAt(at);
    written += isEscaped && '%_['.includes(sign) ? `[${sign}]` : sign;
  }
  return written;
}

/**
 * Where in a text begins what follows the first `%` of a pattern, or the pattern; undefined when the whole text is not
 * like it. It goes back to the last `%` alone, so that its time is bounded by the product of both lengths.
 */
function placeOf(text: string, pieces: readonly Piece[]): number | undefined {
  let [at, place, start] = [0, 0, 0];
  let resume: { at: number; place: number } | undefined;
  while (at < text.length) {
    const piece = pieces[place];
    if (piece === 'any') {
      if (resume?.place === 0) start = resume.at;
      resume = { at, place };
      place += 1;
      if (place === pieces.length) return start;
    } else if (piece?.(text.charAt(at)) === true) {
      at += 1;
      place += 1;
    } else if (resume === undefined) {
      return undefined;
    } else {
      resume.at += 1;
      at = resume.at;
      place = resume.place + 1;
    }
  }
  if (pieces.slice(place).some((piece) => piece !== 'any')) return undefined;
  return resume?.place === 0 ? resume.at : start;
}

const known = new Map<string, readonly Piece[]>();

function piecesOf(pattern: string): readonly Piece[] {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const made = [...pattern.matchAll(written)].map(({ groups = {} }) => pieceOf(groups));
  // Signs of any text that follow one another say no more than one.
  const pieces = made.filter((piece, index) => piece !== 'any' || made[index - 1] !== 'any');
  // A query has few patterns, unless they come from its rows.
  if (known.size > 1000) known.clear();
  known.set(pattern, pieces);
  return pieces;
}

/** A bracket that is not closed describes no text, as in SQL Server. */
const written = /\[(?<not>\^?)(?<set>[^\]]*)(?<end>\]?)|(?<any>%)|(?<one>_)|(?<plain>[^])/g;

function pieceOf({ not, set, end, any, one, plain }: Readonly<Record<string, string | undefined>>): Piece {
  if (any !== undefined) return 'any';
  if (one !== undefined) return () => true;
  if (set === undefined) return (sign) => sign === plain;
  const ranges = rangesOf(set);
  const isIn = (sign: string): boolean => ranges.some(([low, high]) => sign >= low && sign <= high);
  return (sign) => end !== '' && isIn(sign) === (not === '');
}

/** A range from a later to an earlier character has none in it; a hyphen at either end is one. */
function rangesOf(set: string): readonly (readonly [low: string, high: string])[] {
  return [...set.matchAll(/([^])-([^])|([^])/g)].map(([, low, high, single = '']) => [
    low ?? single,
    high ?? single,
  ]);
}
