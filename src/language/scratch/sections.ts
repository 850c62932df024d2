/** Cuts a scratch file into its sections, one for each request, before anything in them is understood. */
import type { TextRange } from '../xml/node.ts';

export interface Line {
  /** Without its line end. */
  readonly text: string;
  readonly start: number;
}

export interface Section {
  /** Text behind `###`; undefined for what stands before the first separator. */
  readonly title?: string;
  readonly titleRange?: TextRange;
  /** Lines above the XML. */
  readonly preamble: readonly Line[];
  /** The XML: from the first line that begins with `<` to the end of the section, blanks and comments cut off. */
  readonly bodyRange: TextRange;
}

const separator = /^###+(.*)$/;

/**
 * Where the sections are, in order; what stands before the first separator is one as well. From the beginning of a
 * line to the end of one, its line end left out.
 */
export function sectionRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n###', start);
    const end = next === -1 ? text.length : next;
    const hasText = end > start || next === -1;
    if (hasText) ranges.push({ start, end: text[end - 1] === '\r' ? end - 1 : end });
    start = end + 1;
  }
  return ranges;
}

/** The section that an offset is in, by the same rule; nothing else of the text is looked through. */
export function sectionAround(text: string, offset: number): TextRange {
  const before = text.lastIndexOf('\n###', offset - 1);
  const next = text.indexOf('\n###', Math.max(offset, before + 1));
  const end = next === -1 ? text.length : next;
  return { start: before + 1, end: text[end - 1] === '\r' ? end - 1 : end };
}

/** @param text of one section; offsets in the result count from its beginning. */
export function readSection(text: string): Section {
  let title: string | undefined;
  let titleRange: TextRange | undefined;
  const preamble: Line[] = [];
  let bodyStart = text.length;
  for (const line of linesOf(text)) {
    const heading = line.start === 0 ? separator.exec(line.text) : null;
    const blanks = line.text.length - line.text.trimStart().length;
    if (heading !== null) {
      title = heading[1]?.trim() ?? '';
      titleRange = { start: 0, end: line.text.length };
    } else if (line.text.startsWith('<', blanks)) {
      bodyStart = line.start + blanks;
      break;
    } else {
      preamble.push(line);
    }
  }
  return {
    ...(title === undefined || titleRange === undefined ? {} : { title, titleRange }),
    preamble,
    bodyRange: { start: bodyStart, end: bodyEnd(text, bodyStart) },
  };
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const stop = found === -1 ? text.length : found;
    yield { text: text.slice(start, text[stop - 1] === '\r' && stop > start ? stop - 1 : stop), start };
    start = stop + 1;
  }
}

/** Comment lines behind the XML are comments too. */
function bodyEnd(text: string, start: number): number {
  let stop = text.length;
  for (;;) {
    const lineStart = text.lastIndexOf('\n', stop - 1) + 1;
    if (lineStart <= start || !/^\s*(#.*|\/\/.*)?$/.test(text.slice(lineStart, stop))) return stop;
    stop = lineStart - 1;
    if (text[stop - 1] === '\r') stop -= 1;
  }
}
