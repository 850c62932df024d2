/** Which steps of a run the page lists: a file may have ten thousand requests. */
import type { ResultStatus, ResultStep } from '../../../shared/resultMessages.ts';

/** More are not of use side by side, and take the page its time. */
const most = 200;

/** How many of them may be failures of any time; the others are the latest. */
const mostFailures = 100;

/** All steps, or of very many the selected one, the first that failed and the latest; in their order. */
export function shownSteps(
  steps: readonly { readonly title: string; readonly status: ResultStatus }[],
  selected: number,
): ResultStep[] {
  const step = (index: number): ResultStep[] => {
    const found = steps[index];
    return found === undefined ? [] : [{ index, title: found.title, status: found.status }];
  };
  if (steps.length <= most) return steps.flatMap((_, index) => step(index));
  const wanted = new Set([selected]);
  for (const [index, { status }] of steps.entries()) {
    if (wanted.size > mostFailures) break;
    if (status === 'failed' || status === 'partial') wanted.add(index);
  }
  for (let index = steps.length - 1; wanted.size < most; index -= 1) wanted.add(index);
  return [...wanted].sort((a, b) => a - b).flatMap(step);
}
