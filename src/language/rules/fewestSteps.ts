/** B1: requests of one file that do the same to the same target are one request. */
import { mergeFix } from '../edits/merge.ts';
import { objectsPerCall } from '../limits.ts';
import type { Rule } from './rule.ts';
import { textAt } from '../subject/elements.ts';
import type { Requests } from '../subject/requests.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';

/** Directives that do not make a request different from the one above it. */
const harmless: ReadonlySet<string> = new Set(['name', 'connection', 'bu', 'mode', 'timeout']);

export const fewestSteps: Rule = {
  code: 'fewest-steps',
  rows: ['B1'],
  title: 'One call for what goes to the same target by the same method',
  severity: 'information',
  check: (subject, { requests }) => {
    const target = targetOf(subject);
    if (target === undefined) return [];
    const into = sameTarget(requests)
      .get(target)
      ?.find((other) => other === subject || fitTogether(other, subject));
    if (into === undefined || into === subject) return [];
    const { length } = subject.objects;
    const objects = length === 1 ? 'object' : `${String(length)} objects`;
    return [
      {
        message: `A request above calls ${subject.method} on the same target. Its call can take the ${objects} of this one too: fewer calls, fewer waits.`,
        range: subject.message.nameRange,
        fixes: () => mergeFix(into, subject),
      },
    ];
  },
};

const byTarget = new WeakMap<Requests, ReadonlyMap<string, readonly Subject[]>>();

/** The requests of a file by their target; made once, since every request of the file asks. */
function sameTarget(requests: Requests): ReadonlyMap<string, readonly Subject[]> {
  const known = byTarget.get(requests);
  if (known !== undefined) return known;
  const groups = new Map<string, Subject[]>();
  for (const subject of requests.all) {
    const target = targetOf(subject);
    const group = target === undefined ? undefined : groups.get(target);
    if (group !== undefined) group.push(subject);
    else if (target !== undefined) groups.set(target, [subject]);
  }
  byTarget.set(requests, groups);
  return groups;
}

/** What two requests must have in common to be one; undefined for what is best left alone. */
function targetOf(subject: Subject): string | undefined {
  const { isWrite, objects, options, file, request } = subject;
  if (!isWrite || objects.length >= objectsPerCall.asynchronous) return undefined;
  if (request.directives.some(({ name }) => !harmless.has(name))) return undefined;
  const targets = new Set(objects.map((object) => targetOfObject(object)));
  const [target] = targets;
  if (targets.size !== 1 || target === undefined) return undefined;
  const written = options === undefined ? '' : file.text.slice(options.range.start, options.range.end);
  const place = ['connection', 'bu', 'mode'].map((name) => subject.directive(name) ?? '');
  return [subject.method, target, written.replaceAll(/\s|<\/?Options\/?>/g, ''), ...place].join('\n');
}

/** Rows go to their data extension; any other object goes to the objects of its type. */
function targetOfObject({ element, type }: TypedElement): string | undefined {
  if (type === undefined || type === 'APIObject') return undefined;
  return type === 'DataExtensionObject' ? `${type} ${textAt(element, 'CustomerKey') ?? ''}` : type;
}

function fitTogether(a: Subject, b: Subject): boolean {
  const most = a.isAsynchronous ? objectsPerCall.asynchronous : objectsPerCall.synchronous;
  return a.objects.length + b.objects.length <= most;
}
