/** Reads one tag, whole or half-written. */
import type { TextRange, XmlAttribute, XmlProblem } from './node.ts';

export interface Tag {
  /** `stray` is a `<` that begins no tag. */
  readonly kind: 'start' | 'end' | 'empty' | 'stray';
  readonly name: string;
  readonly nameRange: TextRange;
  readonly attributes: readonly XmlAttribute[];
  readonly range: TextRange;
  readonly problems: readonly XmlProblem[];
}

const nameAt = /[\p{L}_][\p{L}\p{N}\p{M}_.:-]*/uy;
const blanksAt = /\s*/y;
const valueAt = /\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** Reads the tag whose `<` stands at `start`. A tag that is not finished ends before the next `<` or at a line's end. */
export function readTag(text: string, start: number): Tag {
  const isEnd = text[start + 1] === '/';
  const nameStart = start + (isEnd ? 2 : 1);
  const name = match(nameAt, text, nameStart)?.[0] ?? '';
  const nameRange = { start: nameStart, end: nameStart + name.length };
  if (name === '') return stray(text, start);
  const { attributes, position, problems } = readAttributes(text, nameRange.end);
  if (isEnd && attributes.length > 0) {
    problems.push({
      message: 'An end tag has no attributes.',
      range: { start: nameRange.end, end: position },
    });
  }
  const ending = endingAt(text, position);
  if (ending === '') {
    const message = `The tag <${isEnd ? '/' : ''}${name} is not finished.`;
    problems.push({ message, range: { start, end: nameRange.end } });
  }
  return {
    kind: isEnd ? 'end' : ending === '/>' ? 'empty' : 'start',
    name,
    nameRange,
    attributes,
    range: { start, end: position + ending.length },
    problems,
  };
}

function endingAt(text: string, position: number): string {
  if (text.startsWith('/>', position)) return '/>';
  return text[position] === '>' ? '>' : '';
}

function stray(text: string, start: number): Tag {
  const range = { start, end: start + (text[start + 1] === '/' ? 2 : 1) };
  const message = 'A < in text is written &lt;';
  return { kind: 'stray', name: '', nameRange: range, attributes: [], range, problems: [{ message, range }] };
}

function readAttributes(
  text: string,
  from: number,
): { attributes: XmlAttribute[]; position: number; problems: XmlProblem[] } {
  const attributes: XmlAttribute[] = [];
  const problems: XmlProblem[] = [];
  let position = skipBlanks(text, from);
  for (;;) {
    const name = match(nameAt, text, position)?.[0];
    if (name === undefined) break;
    const nameRange = { start: position, end: position + name.length };
    const value = match(valueAt, text, nameRange.end);
    if (value === undefined) {
      problems.push({ message: `The attribute ${name} needs a value in quotes.`, range: nameRange });
      position = skipBlanks(text, nameRange.end);
      continue;
    }
    if (attributes.some((attribute) => attribute.name === name)) {
      problems.push({ message: `The attribute ${name} is there twice.`, range: nameRange });
    }
    const raw = value[1] ?? value[2] ?? '';
    const valueEnd = nameRange.end + value[0].length - 1;
    attributes.push({
      name,
      value: raw,
      nameRange,
      valueRange: { start: valueEnd - raw.length, end: valueEnd },
    });
    position = skipBlanks(text, nameRange.end + value[0].length);
  }
  return { attributes, position, problems };
}

function skipBlanks(text: string, position: number): number {
  return position + (match(blanksAt, text, position)?.[0].length ?? 0);
}

function match(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}
