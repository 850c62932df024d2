/** Makes a variable of the file of a text that is selected, or of the value that the cursor is in. */
import type { Edit } from '../diagnostics/finding.ts';
import { lineBreak } from '../edits/layout.ts';
import type { ScratchFile } from '../scratch/model.ts';
import { requestAt } from '../scratch/parse.ts';
import { elementAround } from '../schema/typedAt.ts';
import { valueOf } from '../subject/elements.ts';
import { localName, type TextRange, type XmlElementNode } from '../xml/node.ts';
import type { ActionSource } from './source.ts';

export const extractVariable: ActionSource = ({ file }, selection) => {
  const root = requestAt(file, selection.start)?.root;
  const node = root === undefined ? undefined : elementAround(root, selection.start);
  if (!node?.children.every(({ kind }) => kind === 'text')) return [];
  const whole = valueOf(node);
  const range = selection.start === selection.end ? whole.range : selection;
  const value = unescaped(file.text.slice(range.start, range.end));
  const isInside = range.start >= whole.range.start && range.end <= whole.range.end;
  if (!isInside || whole.isDynamic || value.trim() !== value || value === '' || /[\n<>]/.test(value))
    return [];
  const name = freeName(nameFor(node), file);
  return [
    {
      title: `Extract into the variable ${name}`,
      kind: 'refactor.extract',
      edits: [definition(file, name, value), { range, newText: `{{${name}}}` }],
    },
  ];
};

/** A variable's value is plain text: it is escaped where it lands. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** `CustomerKey` → `customerKey`. */
function nameFor({ name }: XmlElementNode): string {
  const local = localName(name).replace(/\W/g, '');
  return local === ''
    ? 'value'
    : local.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (start) => start.toLowerCase());
}

function freeName(wanted: string, { variables }: ScratchFile): string {
  const taken = new Set(variables.map(({ name }) => name));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}${String(count)}`;
  return name;
}

/** Below the variables at the beginning of the file, or as its first line. */
function definition({ text, variables, requests }: ScratchFile, name: string, value: string): Edit {
  const end = lineBreak(text);
  const bodyStart = requests.find(({ bodyRange }) => bodyRange.end > bodyRange.start)?.bodyRange.start ?? 0;
  const last = variables.findLast(({ valueRange }) => valueRange.end <= bodyStart);
  if (last === undefined) return { range: at(0), newText: `@${name} = ${value}${end}${end}` };
  const lineEnd = text.indexOf('\n', last.valueRange.end);
  return { range: at(lineEnd === -1 ? text.length : lineEnd + 1), newText: `@${name} = ${value}${end}` };
}

function at(offset: number): TextRange {
  return { start: offset, end: offset };
}
