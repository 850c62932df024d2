/** Puts the line that is being typed where it belongs, in a file that is half-written. */
import type { Edit } from '../diagnostics/finding.ts';
import { indentAt } from '../edits/layout.ts';
import { lineStart } from '../lines.ts';
import { elementAround, nodeAt } from '../schema/typedAt.ts';
import { requestAt } from '../scratch/parse.ts';
import type { ScratchFile } from '../scratch/model.ts';
import type { Layout } from './formatFile.ts';

/** @param offset behind what was typed: a line break, or the `>` of an end tag. */
export function formatTyped(file: ScratchFile, offset: number, typed: string, { step }: Layout): Edit[] {
  const root = requestAt(file, offset)?.root;
  if (root === undefined) return [];
  return typed === '>' ? endTag(file, offset) : newLine(file, offset, step);
}

/** An end tag alone on its line stands below its start tag. */
function endTag({ text, requests }: ScratchFile, offset: number): Edit[] {
  const start = lineStart(text, offset);
  const line = text.slice(start, offset);
  if (!/^\s*<\/[^<>]+>$/.test(line)) return [];
  const roots = requests.flatMap(({ root }) => root ?? []);
  const found = nodeAt(roots, offset - 1);
  if (found?.kind !== 'element' || found.closeNameRange === undefined) return [];
  return indentLine(text, start, indentAt(text, found.range.start));
}

/** A new line stands one step deeper than the element that it is in. */
function newLine(file: ScratchFile, offset: number, step: string): Edit[] {
  const { text } = file;
  const request = requestAt(file, offset);
  // Blank lines at the end belong to no element, yet it is there that the last one goes on.
  const at = Math.min(offset, request?.bodyRange.end ?? offset);
  const around = request?.root === undefined ? undefined : elementAround(request.root, at);
  if (around === undefined || around.children.some(({ kind }) => kind === 'cdata')) return [];
  const start = lineStart(text, offset);
  // What has been typed before the break is text of the element, in which every blank counts.
  const isText = around.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  if (isText && around.children.every(({ kind }) => kind !== 'element')) return [];
  const [line = ''] = text.slice(start).split('\n', 1);
  const rest = line.trimStart();
  const outer = indentAt(text, around.range.start);
  return indentLine(text, start, rest.startsWith('</') ? outer : outer + step);
}

function indentLine(text: string, start: number, indent: string): Edit[] {
  const present = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
  return present === indent ? [] : [{ range: { start, end: start + present.length }, newText: indent }];
}
