/** Plans: which requests of a file are run. */
import { followersOf, type ScratchFile, type ScratchRequest, type TextRange } from '../language/index.ts';
import type { RunPlan } from './model.ts';

/** All requests of the file, in its order. Those that others run on success are left to them. */
export function planAll(file: ScratchFile): RunPlan {
  const followers = new Set(file.requests.flatMap((request) => followersOf(request)));
  return plan(file, ({ name, root }) => root !== undefined && !(name !== undefined && followers.has(name)));
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
