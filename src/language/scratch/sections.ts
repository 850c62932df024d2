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
  readonly range: TextRange;
  /** Lines above the XML. */
  readonly preamble: readonly Line[];
  /** The XML: from the first line that begins with `<` to the end of the section, blanks and comments cut off. */
  readonly bodyRange: TextRange;
}

const separator = /^###+(.*)$/;

/** The sections in order; what stands before the first separator is one as well. */
export function splitSections(text: string): Section[] {
  const sections: Section[] = [];
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n###', start);
    const end = next === -1 ? text.length : next;
    const hasText = end > start || next === -1;
    if (hasText) sections.push(toSection(text, { start, end: text[end - 1] === '\r' ? end - 1 : end }));
    start = end + 1;
  }
  return sections;
}

/** @param range from the beginning of a line to the end of one, its line end left out. */
function toSection(text: string, range: TextRange): Section {
  let title: string | undefined;
  let titleRange: TextRange | undefined;
  const preamble: Line[] = [];
  let bodyStart = range.end;
  for (const line of linesOf(text, range)) {
    const heading = line.start === range.start ? separator.exec(line.text) : null;
    const blanks = line.text.length - line.text.trimStart().length;
    if (heading !== null) {
      title = heading[1]?.trim() ?? '';
      titleRange = { start: line.start, end: line.start + line.text.length };
    } else if (line.text.startsWith('<', blanks)) {
      bodyStart = line.start + blanks;
      break;
    } else {
      preamble.push(line);
    }
  }
  return {
    ...(title === undefined || titleRange === undefined ? {} : { title, titleRange }),
    range,
    preamble,
    bodyRange: { start: bodyStart, end: bodyEnd(text, { start: bodyStart, end: range.end }) },
  };
}

function* linesOf(text: string, range: TextRange): Generator<Line> {
  for (let start = range.start; start <= range.end;) {
    const found = text.indexOf('\n', start);
    const stop = found === -1 || found > range.end ? range.end : found;
    yield { text: text.slice(start, text[stop - 1] === '\r' && stop > start ? stop - 1 : stop), start };
    start = stop + 1;
  }
}

/** Comment lines behind the XML are comments too. */
function bodyEnd(text: string, { start, end }: TextRange): number {
  let stop = end;
  for (;;) {
    const lineStart = text.lastIndexOf('\n', stop - 1) + 1;
    if (lineStart <= start || !/^\s*(#.*|\/\/.*)?$/.test(text.slice(lineStart, stop))) return stop;
    stop = lineStart - 1;
    if (text[stop - 1] === '\r') stop -= 1;
  }
}
