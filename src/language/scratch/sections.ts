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
  const sections: Line[][] = [[]];
  for (const line of linesOf(text)) {
    if (separator.test(line.text)) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections.filter((lines) => lines.length > 0).map((lines) => toSection(lines));
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start <= text.length) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    const line = text.slice(start, stop);
    yield { text: line.endsWith('\r') ? line.slice(0, -1) : line, start };
    if (end === -1) return;
    start = end + 1;
  }
}

function toSection(lines: readonly Line[]): Section {
  const [first = { text: '', start: 0 }] = lines;
  const title = separator.exec(first.text)?.[1]?.trim();
  const content = title === undefined ? lines : lines.slice(1);
  const bodyAt = content.findIndex(({ text }) => text.trimStart().startsWith('<'));
  const range = { start: first.start, end: endOf(lines) };
  return {
    ...(title === undefined ? {} : { title, titleRange: { start: first.start, end: endOf([first]) } }),
    range,
    preamble: bodyAt === -1 ? content : content.slice(0, bodyAt),
    bodyRange: bodyAt === -1 ? { start: range.end, end: range.end } : bodyRange(content.slice(bodyAt)),
  };
}

/** Comment lines behind the XML are comments too. */
function bodyRange(lines: readonly Line[]): TextRange {
  const last = lines.findLastIndex(({ text }) => !/^\s*(#.*|\/\/.*)?$/.test(text));
  const [{ text, start } = { text: '', start: 0 }] = lines;
  return { start: start + text.length - text.trimStart().length, end: endOf(lines.slice(0, last + 1)) };
}

function endOf(lines: readonly Line[]): number {
  const last = lines.at(-1);
  return last === undefined ? 0 : last.start + last.text.length;
}
