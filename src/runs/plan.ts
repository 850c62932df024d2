/** Plans: which requests of a file are run. */
import { followersOf, type ScratchFile, type ScratchRequest, type TextRange } from '../language/index.ts';
import type { RunPlan } from './model.ts';

/**
 * All requests of the file, in its order. Those that others run on success are left to them, as far as any leads there:
 * those of a circle have no beginning, and say so when they are run. What is no request, and not empty, says so too.
 */
export function planAll(file: ScratchFile): RunPlan {
  const followers = new Set(file.requests.flatMap((request) => followersOf(request)));
  const isLed = ({ name }: ScratchRequest): boolean => name !== undefined && followers.has(name);
  const isThere = isThereIn(file);
  const there = file.requests.filter(isThere);
  const reached = reachedFrom(
    file,
    there.filter((request) => !isLed(request)),
  );
  return { file, steps: there.filter((request) => !isLed(request) || !reached.has(request)) };
}

/** Tells requests, finished or not, from sections that are empty. */
function isThereIn({ problems }: ScratchFile): (request: ScratchRequest) => boolean {
  const missing = problems.filter(({ code }) => code === 'no-request').map(({ range }) => range.start);
  return ({ root, range }) =>
    root !== undefined || missing.some((start) => start >= range.start && start <= range.end);
}

/** The requests that run when these do, and each succeeds. */
function reachedFrom(file: ScratchFile, beginnings: readonly ScratchRequest[]): ReadonlySet<ScratchRequest> {
  const named = new Map<string, ScratchRequest>();
  for (const request of file.requests) {
    if (request.name !== undefined && !named.has(request.name)) named.set(request.name, request);
  }
  const reached = new Set(beginnings);
  // A set that grows meanwhile is gone through to its end.
  for (const request of reached) {
    for (const name of followersOf(request)) {
      const next = named.get(name);
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
}

/** The requests that a selection touches; an empty selection is the cursor. */
export function planSelection(file: ScratchFile, selection: TextRange): RunPlan {
  const isCursor = selection.start === selection.end;
  const { start, end } = selection;
  const touches = ({ range, bodyRange }: ScratchRequest): boolean =>
    isCursor ? start >= range.start && start <= range.end : start < bodyRange.end && end > range.start;
  const found = plan(file, touches);
  // Where one request ends and the next begins, the cursor is in the next.
  return isCursor ? { ...found, steps: found.steps.slice(-1) } : found;
}

/** Requests by their names, in the file's order. */
export function planNames(file: ScratchFile, names: ReadonlySet<string>): RunPlan {
  return plan(file, ({ name }) => name !== undefined && names.has(name));
}

/** Requests by the places where they begin, in the file's order. */
export function planPlaces(file: ScratchFile, starts: ReadonlySet<number>): RunPlan {
  return plan(file, ({ range }) => starts.has(range.start));
}

function plan(file: ScratchFile, wanted: (request: ScratchRequest) => boolean): RunPlan {
  return { file, steps: file.requests.filter(wanted) };
}
