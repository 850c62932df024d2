/** Cuts a request with many objects into several requests with fewer. */
import type { Edit, Fix } from '../diagnostics/finding.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';
import { lineBreak } from './layout.ts';

/** @param groups the request's objects in their order, cut; nothing is offered for fewer than two groups. */
export function splitFix(subject: Subject, groups: readonly (readonly TypedElement[])[]): Fix[] {
  if (groups.length < 2) return [];
  return [{ title: `Split into ${String(groups.length)} requests`, edits: splitEdits(subject, groups) }];
}

/** Groups of at most so many objects. */
export function inGroupsOf(most: number, objects: readonly TypedElement[]): TypedElement[][] {
  const groups: TypedElement[][] = [];
  for (let from = 0; from < objects.length; from += most) groups.push(objects.slice(from, from + most));
  return groups;
}

/** Nothing moves: between two groups, one request is brought to its end and the next one begun. */
function splitEdits(subject: Subject, groups: readonly (readonly TypedElement[])[]): Edit[] {
  const { text } = subject.file;
  const { bodyRange } = subject.request;
  const first = groups[0]?.[0]?.element;
  const last = groups.at(-1)?.at(-1)?.element;
  if (first === undefined || last === undefined) return [];
  const head = text.slice(bodyRange.start, first.range.start);
  const tail = text.slice(last.range.end, bodyRange.end);
  const end = lineBreak(text);
  return groups.slice(1).flatMap((group, index) => {
    const before = groups[index]?.at(-1)?.element;
    const after = group[0]?.element;
    if (before === undefined || after === undefined) return [];
    const range = { start: before.range.end, end: after.range.start };
    const between = text.slice(range.start, range.end);
    const heading = headingOf(subject, index + 2, groups.length).join(end);
    // A comment above an object stays above it.
    const opening = between.trim() === '' ? head : head.trimEnd() + between;
    return [{ range, newText: `${tail}${end}${end}${heading}${end}${opening}` }];
  });
}

/** The separator and the directives of a part. */
function headingOf({ request, file }: Subject, part: number, parts: number): string[] {
  const names = new Set(file.requests.map(({ name }) => name));
  const title = [request.title, `(${String(part)} of ${String(parts)})`].filter((text) => text !== '');
  const directives = request.directives.map(({ name, value }) => {
    const written = name === 'name' ? freeName(`${value}_${String(part)}`, names) : value;
    return `# @${name} ${written}`.trimEnd();
  });
  return [`### ${title.join(' ')}`, ...directives];
}

function freeName(wanted: string, taken: ReadonlySet<string | undefined>): string {
  return taken.has(wanted) ? freeName(`${wanted}_`, taken) : wanted;
}
