/** Where in the file each failure of a step belongs. */
import type { StepOutcome } from '../../runs/index.ts';

export interface Mark {
  readonly message: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly code?: number;
}

/** Assertions that do not hold, what could not be filled in, and objects that were refused, whatever came after. */
export function marksOf({ failure, assertions }: Pick<StepOutcome, 'failure' | 'assertions'>): Mark[] {
  const broken = assertions
    .filter(({ passed }) => !passed)
    .map(({ assertion, found }) => ({ message: `This does not hold: ${found}`, range: assertion.range }));
  if (failure?.kind === 'unresolved') return [...broken, { message: failure.message, range: failure.range }];
  const refusal = failure?.kind === 'thrown' ? failure.refusal : failure;
  if (refusal?.kind !== 'service') return broken;
  const objects = refusal.objects.flatMap(({ message, code, range }) =>
    range === undefined ? [] : [{ message, range, ...(code === undefined ? {} : { code }) }],
  );
  return [...broken, ...objects];
}
