/** Comments that silence a rule: `<!-- mc-disable-next-line CODE -->`, or `# mc-disable-next-line CODE` above the XML. */
import type { Fix } from '../diagnostics/finding.ts';
import { indentAt, lineBreak } from '../edits/layout.ts';
import type { TextRange } from '../xml/node.ts';

const comment = /(?:<!--|#|\/\/)[ \t]*mc-disable-next-line[ \t]+([\w ,-]*)/g;

/** Tells whether a code is silenced at a place. */
export type Silenced = (code: string, offset: number) => boolean;

/** Reads the comments of a text. One comment may name several codes. */
export function readSilences(text: string): Silenced {
  const lines: { readonly range: TextRange; readonly codes: ReadonlySet<string> }[] = [];
  for (const match of text.matchAll(comment)) {
    const start = text.indexOf('\n', match.index) + 1;
    if (start === 0) continue;
    const end = text.indexOf('\n', start);
    const codes = (match[1] ?? '').split(/[\s,]+/).map((code) => code.replace(/-+$/, ''));
    lines.push({ range: { start, end: end === -1 ? text.length : end }, codes: new Set(codes) });
  }
  return (code, offset) =>
    lines.some(({ range, codes }) => codes.has(code) && offset >= range.start && offset <= range.end);
}

/** Writes such a comment above the line of a finding. */
export function silenceFix(text: string, code: string, { start }: TextRange): Fix {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = indentAt(text, start);
  const isXml = text.slice(lineStart, start).includes('<') || text.startsWith('<', start);
  const words = `mc-disable-next-line ${code}`;
  const written = isXml ? `<!-- ${words} -->` : `# ${words}`;
  return {
    title: `Silence ${code} here`,
    edits: [
      { range: { start: lineStart, end: lineStart }, newText: `${indent}${written}${lineBreak(text)}` },
    ],
  };
}
