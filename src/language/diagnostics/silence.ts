/**
 * Comments that silence a finding: `<!-- mc-disable-next-line CODE -->` in the XML and `# mc-disable-next-line CODE`
 * above it for one line, `mc-disable CODE` in either way for the request that it stands in.
 */
import { indentAt, lineBreak } from '../edits/layout.ts';
import { lineStart } from '../lines.ts';
import type { ScratchFile } from '../scratch/model.ts';
import { requestAt } from '../scratch/parse.ts';
import type { Finding, Fix } from './finding.ts';

const word = 'mc-disable';
const opening = /(?:<!--|#|\/\/)[ \t]*$/;
const command = /mc-disable(-next-line)?[ \t]+([\w ,-]*)/y;

/** Tells whether a code is silenced at a place. */
export type Silenced = (code: string, offset: number) => boolean;

/** By what is silenced: the beginnings of lines, or of requests. */
class Silences {
  private readonly starts = new Map<string, Set<number>>();

  add(codes: string, start: number): void {
    for (const written of codes.split(/[\s,]+/)) {
      const code = written.replace(/-+$/, '');
      this.starts.set(code, (this.starts.get(code) ?? new Set()).add(start));
    }
  }

  has(code: string, startOf: () => number | undefined): boolean {
    const starts = this.starts.get(code);
    if (starts === undefined) return false;
    const start = startOf();
    return start !== undefined && starts.has(start);
  }
}

/** Reads the comments of a file. One comment may name several codes. */
export function readSilences(file: ScratchFile): Silenced {
  const { text } = file;
  const inLines = new Silences();
  const inRequests = new Silences();
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    command.lastIndex = at;
    const [, isLine, codes = ''] = command.exec(text) ?? [];
    if (codes === '' || !opening.test(text.slice(lineStart(text, at), at))) continue;
    const next = text.indexOf('\n', at) + 1;
    if (isLine === undefined) inRequests.add(codes, requestStart(file, at) ?? -1);
    else if (next > 0) inLines.add(codes, next);
  }
  return (code, offset) =>
    inLines.has(code, () => lineStart(text, offset)) ||
    inRequests.has(code, () => requestStart(file, offset));
}

function requestStart(file: ScratchFile, offset: number): number | undefined {
  return requestAt(file, offset)?.range.start;
}

/** Write such a comment above the line of a finding, or above the XML of its request. */
export function silenceFixes(file: ScratchFile, { code, range: { start } }: Finding): Fix[] {
  const { text } = file;
  const line = lineStart(text, start);
  const isXml = text.slice(line, start).includes('<') || text.startsWith('<', start);
  const here = `${word}-next-line ${code}`;
  const comment = isXml ? `<!-- ${here} -->` : `# ${here}`;
  const request = requestAt(file, start);
  const above = request === undefined ? undefined : lineStart(text, request.bodyRange.start);
  return [
    write(`Silence ${code} here`, text, line, indentAt(text, start) + comment),
    ...(above === undefined
      ? []
      : [write(`Silence ${code} in this request`, text, above, `# ${word} ${code}`)]),
  ];
}

function write(title: string, text: string, at: number, newText: string): Fix {
  return { title, edits: [{ range: { start: at, end: at }, newText: newText + lineBreak(text) }] };
}
