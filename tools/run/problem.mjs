/** Problems that the person at the keyboard can act on, as against faults of these programs. */

/** A problem told in one sentence that says what to do; shown without a stack. */
export class Problem extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.name = 'Problem';
  }
}

/**
 * Prints what went wrong: a problem as its sentence, a fault with its stack.
 * @param {unknown} error
 */
export function tell(error) {
  console.error(error instanceof Problem ? error.message : error);
}

/**
 * The code of a file or network error (`ENOENT`, `EADDRINUSE`), or nothing for another value.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
