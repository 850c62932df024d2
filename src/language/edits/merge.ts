/** Brings the objects of one request into another one of the same method, and takes the emptied request away. */
import type { Edit, Fix } from '../diagnostics/finding.ts';
import type { Subject } from '../subject/subject.ts';
import { indentAt, lineBreak } from './layout.ts';

/** Nothing is offered where something else of the second request would be lost. */
export function mergeFix(into: Subject, from: Subject): Fix[] {
  if (holdsMore(from)) return [];
  const title = `Merge this request into ${into.request.title === '' ? 'the one above' : `“${into.request.title}”`}`;
  return [{ title, edits: mergeEdits(into, from) }];
}

/** True when the section has file variables in it, or a name that is used. */
function holdsMore({ request: { range, name }, file }: Subject): boolean {
  const inside = ({ start }: { start: number }): boolean => start >= range.start && start < range.end;
  const isUsed = file.uses.some(({ expression }) => name !== undefined && expression.startsWith(`${name}.`));
  return isUsed || file.variables.some(({ nameRange }) => inside(nameRange));
}

function mergeEdits(into: Subject, from: Subject): Edit[] {
  const { text } = into.file;
  const last = into.objects.at(-1)?.element;
  const [first, final] = [from.objects[0]?.element, from.objects.at(-1)?.element];
  if (last === undefined || first === undefined || final === undefined) return [];
  const gap = lineBreak(text) + indentAt(text, last.range.start);
  const moved = text.slice(first.range.start, final.range.end);
  const { start, end } = from.request.range;
  const rest = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return [
    { range: { start: last.range.end, end: last.range.end }, newText: gap + moved },
    { range: { start, end: end + rest }, newText: '' },
  ];
}
