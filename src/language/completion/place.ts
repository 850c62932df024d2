/** Where completion is asked for: in which part of a file, of a tag, of an element; works in a half-written file. */
import { lineStart } from '../lines.ts';
import { elementAround, nodeAt } from '../schema/typedAt.ts';
import { requestAt } from '../scratch/parse.ts';
import type { ScratchFile, ScratchRequest } from '../scratch/model.ts';
import type { Place } from './placeKinds.ts';
import { tagPlace } from './tagPlace.ts';
import type { TextRange, XmlElementNode } from '../xml/node.ts';

export function placeAt(file: ScratchFile, offset: number): Place | undefined {
  const { text } = file;
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const variable = variablePlace(text, offset, before);
  if (variable !== undefined) return variable;
  const request = requestAt(file, offset);
  const isBody =
    request !== undefined &&
    request.bodyRange.start < offset &&
    request.bodyRange.start < request.bodyRange.end;
  if (!isBody || /^\s*(#|\/\/)/.test(before)) return preamblePlace(before, offset, start, request);
  return bodyPlace(text, offset, request);
}

function variablePlace(text: string, offset: number, before: string): Place | undefined {
  const open = before.lastIndexOf('{{');
  if (open === -1 || before.includes('}}', open)) return undefined;
  const typed = before.slice(open + 2);
  const braces = before[open - 1] === '{' ? 3 : 2;
  const rest = /^[^{}<>\n]*?(?=\s*\}\})/.exec(text.slice(offset, offset + 200))?.[0];
  const end = offset + (rest?.length ?? 0);
  return {
    kind: 'variable',
    range: { start: offset - typed.trimStart().length, end },
    typed: typed.trimStart(),
    isClosed: rest !== undefined,
    braces,
  };
}

function preamblePlace(
  before: string,
  offset: number,
  start: number,
  request: ScratchRequest | undefined,
): Place | undefined {
  if (before.startsWith('###')) return undefined;
  const directive = /^(\s*(?:#|\/\/)\s*)(@?[\w-]*)(?:[ \t]+(.*))?$/.exec(before);
  if (directive !== null) {
    const [, lead = '', name = '', value] = directive;
    if (value === undefined || !name.startsWith('@')) {
      // Words of a comment are no beginning of a directive.
      if (value !== undefined || /^\w/.test(name)) return undefined;
      return { kind: 'directive', range: { start: start + lead.length, end: offset }, request };
    }
    return {
      kind: 'directive',
      name: name.slice(1),
      range: { start: offset - value.length, end: offset },
      request,
    };
  }
  const blanks = before.length - before.trimStart().length;
  if (!/^\s*[\w@ <-]*$/.test(before)) return undefined;
  const isEmptyRequest = request === undefined || request.bodyRange.start === request.bodyRange.end;
  return { kind: 'preamble', range: { start: start + blanks, end: offset }, isEmptyRequest };
}

function bodyPlace(text: string, offset: number, request: ScratchRequest): Place | undefined {
  const { root } = request;
  // A body begins with its first <, so the offset is behind one.
  const open = text.lastIndexOf('<', offset - 1);
  const isInTag = open >= request.bodyRange.start && open > text.lastIndexOf('>', offset - 1);
  if (root !== undefined && isInSection(root, isInTag ? open : offset, offset)) return undefined;
  if (isInTag) return tagPlace(text, open, offset, request);
  // Blank lines at the end belong to no element, yet it is there that the last one goes on.
  const at = Math.min(offset, request.bodyRange.end);
  const element = root === undefined ? undefined : elementAround(root, at);
  if (element === undefined) return undefined;
  return { kind: 'text', request, element, range: textRange(text, offset, element) };
}

/** True inside a comment, a CDATA section or an instruction. */
function isInSection(root: XmlElementNode, at: number, offset: number): boolean {
  const node = nodeAt([root], at);
  if (node === undefined || node.kind === 'element' || node.kind === 'text') return false;
  return offset > node.range.start && offset < node.range.end;
}

/** The text of an element that holds nothing else; else the word before the cursor. */
function textRange(text: string, offset: number, { children, contentRange }: XmlElementNode): TextRange {
  const isText = children.length <= 1 && children.every(({ kind }) => kind === 'text');
  if (!isText) {
    const word = /[^\s<>]*$/.exec(text.slice(contentRange.start, offset))?.[0] ?? '';
    return { start: offset - word.length, end: offset };
  }
  const content = text.slice(contentRange.start, contentRange.end);
  const trimmed = content.trim();
  // Where a value stands alone on the line it is to be replaced, not what may come on the next lines.
  if (trimmed === '' || trimmed.includes('\n')) return { start: offset, end: offset };
  const start = contentRange.start + content.indexOf(trimmed);
  return offset < start || offset > start + trimmed.length
    ? { start: offset, end: offset }
    : { start, end: start + trimmed.length };
}
