/** Reworks a whole request: splits it, merges it with the one above, makes it asynchronous. */
import type { Fix } from '../diagnostics/finding.ts';
import type { Inspection } from '../diagnostics/source.ts';
import { asynchronousFix } from '../edits/asynchronous.ts';
import { mergeFix } from '../edits/merge.ts';
import { inGroupsOf, splitFix } from '../edits/split.ts';
import { objectsPerCall } from '../limits.ts';
import { queuedMethods } from '../schema/target.ts';
import { requestAt } from '../scratch/parse.ts';
import { Subject } from '../subject/subject.ts';
import type { ActionSource, RefactorAction } from './source.ts';

export const rework: ActionSource = (inspection, selection) => {
  const { file, catalogue } = inspection;
  const request = requestAt(file, selection.start);
  const isInBody = request !== undefined && selection.start >= request.bodyRange.start;
  const subject = isInBody && request.wellFormed ? Subject.of(file, request, catalogue) : undefined;
  if (subject === undefined) return [];
  return [...split(subject), ...merge(subject, inspection), ...asynchronous(subject, inspection)].map(
    toAction,
  );
};

/** To calls of the size that the vendor advises; in two, where they are smaller already. */
function split(subject: Subject): Fix[] {
  const { objects } = subject;
  if (!subject.isWrite || objects.length < 2) return [];
  const most = subject.isAsynchronous ? objectsPerCall.asynchronous : objectsPerCall.synchronous;
  return splitFix(subject, inGroupsOf(objects.length > most ? most : Math.ceil(objects.length / 2), objects));
}

/** Into the nearest request above of the same method. */
function merge(subject: Subject, { file, catalogue }: Inspection): Fix[] {
  const index = file.requests.indexOf(subject.request);
  if (!subject.isWrite || subject.objects.length === 0) return [];
  const above = file.requests.slice(0, index).findLast(({ bodyRange }) => bodyRange.end > bodyRange.start);
  const into = above === undefined ? undefined : Subject.of(file, above, catalogue);
  const fits = into?.method === subject.method && into.objects.length > 0 && into.request.wellFormed;
  return into !== undefined && fits ? mergeFix(into, subject) : [];
}

function asynchronous(subject: Subject, { catalogue }: Inspection): Fix[] {
  if (!queuedMethods.has(subject.method) || subject.isAsynchronous) return [];
  return [asynchronousFix(subject, catalogue)];
}

function toAction({ title, edits }: Fix): RefactorAction {
  return { title, kind: 'refactor.rewrite', edits };
}
