/** Work that is done in steps, so that whoever does it can look after something else in between. */

/** Each step takes a few milliseconds at most. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all of it at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** In milliseconds. */
const slice = 15;

/**
 * Does it in slices, between which everything else that waits has its turn.
 * @param isWanted asked after each slice
 * @returns undefined when it was no longer wanted
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  isWanted: () => boolean = () => true,
): Promise<Result | undefined> {
  while (isWanted()) {
    const until = performance.now() + slice;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return undefined;
}
