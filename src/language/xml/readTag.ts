/** Reads one tag, whole or half-written. */
import { listOf, type GreenAttribute, type GreenProblem } from './green.ts';

export interface Tag {
  /** `stray` is a `<` that begins no tag. */
  readonly kind: 'start' | 'end' | 'empty' | 'stray';
  readonly name: string;
  /** Offsets here and in the problems count from the `<`. */
  readonly attributes: readonly GreenAttribute[];
  readonly width: number;
  /** False when the `>` is missing. */
  readonly finished: boolean;
  readonly problems: readonly GreenProblem[];
}

const nameAt = /[\p{L}_][\p{L}\p{N}\p{M}_.:-]*/uy;
const blanksAt = /\s*/y;
const valueAt = /\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

const greater = 62;
const slash = 47;

/** The kinds of ASCII characters: 1 begins a name, 2 goes on with it. */
const nameCharacters = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return 1;
  return /[\d.:-]/.test(character) ? 2 : 0;
});

/** Reads the tag whose `<` stands at `start`. A tag that is not finished ends before whatever cannot be part of it. */
export function readTag(text: string, start: number): Tag {
  const isEnd = text.charCodeAt(start + 1) === slash;
  const nameStart = start + (isEnd ? 2 : 1);
  const name = readName(text, nameStart);
  if (name === '') return stray(isEnd ? 2 : 1);
  const nameEnd = nameStart + name.length;
  // Most tags end right behind their name.
  if (text.charCodeAt(nameEnd) === greater) {
    const kind = isEnd ? 'end' : 'start';
    return { kind, name, attributes: [], width: nameEnd + 1 - start, finished: true, problems: [] };
  }
  const { attributes, position, problems } = readAttributes(text, nameEnd, start);
  if (isEnd && attributes.length > 0) {
    const place = { start: nameEnd - start, end: position - start };
    problems.push({ message: 'An end tag has no attributes.', ...place });
  }
  const ending = endingAt(text, position);
  if (ending === '') {
    const message = `The tag <${isEnd ? '/' : ''}${name} is not finished.`;
    problems.push({ message, start: 0, end: nameEnd - start });
  }
  return {
    kind: isEnd ? 'end' : ending === '/>' ? 'empty' : 'start',
    name,
    attributes: listOf(attributes),
    width: position + ending.length - start,
    finished: ending !== '',
    problems: listOf(problems),
  };
}

/** The name at a place; empty when there is none. */
function readName(text: string, start: number): string {
  let position = start;
  for (;;) {
    const code = text.charCodeAt(position);
    if (code >= 128) return match(nameAt, text, start)?.[0] ?? '';
    // Behind the end of the text, the code is NaN, and so the kind undefined.
    const kind = nameCharacters[code] ?? 0;
    if (kind === 0 || (kind === 2 && position === start)) return text.slice(start, position);
    position += 1;
  }
}

function endingAt(text: string, position: number): string {
  if (text.startsWith('/>', position)) return '/>';
  return text[position] === '>' ? '>' : '';
}

function stray(width: number): Tag {
  const problem = { message: 'A < in text is written &lt;', start: 0, end: width };
  return { kind: 'stray', name: '', attributes: [], width, finished: true, problems: [problem] };
}

interface ReadAttributes {
  readonly attributes: GreenAttribute[];
  /** Behind the attributes and the blanks after them. */
  readonly position: number;
  readonly problems: GreenProblem[];
}

function readAttributes(text: string, from: number, start: number): ReadAttributes {
  const attributes: GreenAttribute[] = [];
  const problems: GreenProblem[] = [];
  const names = new Set<string>();
  let position = skipBlanks(text, from);
  for (;;) {
    const name = readName(text, position);
    if (name === '') return { attributes, position, problems };
    const nameEnd = position + name.length;
    const place = { start: position - start, end: nameEnd - start };
    const value = match(valueAt, text, nameEnd);
    if (value === undefined) {
      problems.push({ message: `The attribute ${name} needs a value in quotes.`, ...place });
      position = skipBlanks(text, nameEnd);
      continue;
    }
    if (names.has(name)) {
      problems.push({ message: `The attribute ${name} is there twice.`, ...place });
    }
    names.add(name);
    const raw = value[1] ?? value[2] ?? '';
    const valueEnd = nameEnd + value[0].length - 1;
    const valueStart = valueEnd - raw.length - start;
    attributes.push({ name, value: raw, nameStart: place.start, valueStart });
    position = skipBlanks(text, nameEnd + value[0].length);
  }
}

function skipBlanks(text: string, position: number): number {
  return position + (match(blanksAt, text, position)?.[0].length ?? 0);
}

function match(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}
