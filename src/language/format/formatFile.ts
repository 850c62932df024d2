/** Lays requests out for reading. Only blanks between elements change: text content stays byte for byte. */
import type { Edit } from '../diagnostics/finding.ts';
import { lineStart } from '../lines.ts';
import type { ScratchFile } from '../scratch/model.ts';
import { atOnce, type Steps } from '../steps.ts';
import { touches, type TextRange, type XmlElementNode, type XmlNode } from '../xml/node.ts';

export interface Layout {
  /** What one level is indented by: blanks, or a tab. */
  readonly step: string;
}

/** The edits for all requests; one that is not well-formed stays as it is. */
export function formatFile(file: ScratchFile, layout: Layout): Edit[] {
  return atOnce(formatInSteps(file, layout));
}

/** The same in steps. @param part what the edits must touch; the whole file when left out. */
export function* formatInSteps(file: ScratchFile, layout: Layout, part?: TextRange): Steps<Edit[]> {
  const formatter = new Formatter(file.text, layout.step);
  const isWanted = (range: TextRange): boolean => part === undefined || touches(range, part);
  for (const { range, root, wellFormed } of file.requests) {
    if (!isWanted(range) || root === undefined || !wellFormed) continue;
    formatter.gap({ start: lineStart(file.text, root.range.start), end: root.range.start }, '');
    yield* formatter.element(root, '');
  }
  if (part === undefined) return formatter.edits;
  return formatter.edits.filter(({ range }) => range.start < part.end && range.end >= part.start);
}

class Formatter {
  readonly edits: Edit[] = [];
  private readonly text: string;
  private readonly step: string;
  private readonly end: string;

  constructor(text: string, step: string) {
    this.text = text;
    this.step = step;
    this.end = /\r?\n/.exec(text)?.[0] ?? '\n';
  }

  /** The content of an element that stands at this indent. */
  *element({ children, contentRange }: XmlElementNode, indent: string): Steps<void> {
    const content = children.filter((child) => !isBlank(child));
    const holdsText = content.some(({ kind }) => kind === 'text' || kind === 'cdata');
    // Blanks around a comment are text of an element that has no elements.
    if (holdsText || !content.some(({ kind }) => kind === 'element')) return;
    const inner = indent + this.step;
    let at = contentRange.start;
    for (const child of content) {
      this.separate(at, child.range.start, inner);
      if (child.kind === 'element') yield* this.element(child, inner);
      at = child.range.end;
    }
    this.separate(at, contentRange.end, indent);
    yield;
  }

  /** One empty line between two elements may stay: somebody put it there to group them. */
  private separate(start: number, end: number, indent: string): void {
    const lines = this.text.slice(start, end).split('\n').length - 1;
    this.gap({ start, end }, `${this.end.repeat(lines > 1 ? 2 : 1)}${indent}`);
  }

  gap(range: Edit['range'], newText: string): void {
    if (this.text.slice(range.start, range.end) !== newText) this.edits.push({ range, newText });
  }
}

function isBlank(node: XmlNode): boolean {
  return node.kind === 'text' && node.text.trim() === '';
}
