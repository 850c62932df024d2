/** B1: requests of one file that do the same to the same target are one request. */
import type { Catalogue } from '../../catalogue/index.ts';
import { mergeFix } from '../edits/merge.ts';
import { objectsPerCall } from '../limits.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { textAt } from '../subject/elements.ts';
import { ElementMemory } from '../schema/elementMemory.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';
import { ownText } from '../xml/ownText.ts';

/** Directives that do not make a request different from the one above it. */
const harmless: ReadonlySet<string> = new Set(['name', 'connection', 'bu', 'mode', 'timeout']);

export const fewestSteps: Rule = {
  code: 'fewest-steps',
  rows: ['B1'],
  title: 'One call for what goes to the same target by the same method',
  severity: 'information',
  checkFile: function* (requests) {
    const groups = new Map<string, Group>();
    const found: RuleFinding[] = [];
    for (const subject of requests.all()) {
      yield;
      const call = callOf(subject, requests.catalogue);
      const into = call.target === undefined ? undefined : join(call, subject, groups);
      if (into !== undefined) found.push(mergeable(into, subject, call.objects));
    }
    return found;
  },
};

/** Adds a call to those on the same target. @returns the first of them that has room for it */
function join(call: Call, subject: Subject, groups: Map<string, Group>): Subject | undefined {
  const { target = '', objects } = call;
  const group = groups.get(target) ?? { calls: [], fewest: Infinity };
  const into = fits(group.fewest, call)
    ? group.calls.find((earlier) => fits(earlier.objects, call))?.subject
    : undefined;
  group.calls.push({ ...call, subject });
  group.fewest = Math.min(group.fewest, objects);
  groups.set(target, group);
  return into;
}

/** What is to be known of a request to find one that it could be part of. */
interface Call {
  readonly target: string | undefined;
  /** How many there are. */
  readonly objects: number;
  readonly most: number;
}

/** Calls on the same target, and how many objects the smallest of them has. */
interface Group {
  readonly calls: (Call & { readonly subject: Subject })[];
  fewest: number;
}

/** By the message, for as long as what is written above it stays the same. */
const callsOf = new ElementMemory<{ readonly heading: string; readonly call: Call }>();

function callOf(subject: Subject, catalogue: Catalogue): Call {
  const { file, request, message } = subject;
  const heading = file.text.slice(request.range.start, request.bodyRange.start);
  const known = callsOf.get(message, catalogue);
  if (known?.heading === heading) return known.call;
  const target = targetOf(subject);
  const call = {
    target: target === undefined ? undefined : ownText(target),
    objects: target === undefined ? 0 : subject.objects.length,
    most: subject.isAsynchronous ? objectsPerCall.asynchronous : objectsPerCall.synchronous,
  };
  callsOf.set(message, catalogue, { heading: ownText(heading), call });
  return call;
}

function fits(objects: number, call: Call): boolean {
  return objects + call.objects <= call.most;
}

function mergeable(into: Subject, subject: Subject, count: number): RuleFinding {
  const objects = count === 1 ? 'object' : `${String(count)} objects`;
  return {
    message: `A request above calls ${subject.method} on the same target. Its call can take the ${objects} of this one too: fewer calls, fewer waits.`,
    range: subject.message.nameRange,
    fixes: () => mergeFix(into, subject),
  };
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
