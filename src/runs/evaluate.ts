/** XPaths on the answers to one request: here, or, for answers that would hold a window up, wherever the host wants. */
import { XPathSubject, type XPathValue } from '../language/index.ts';

/** What an expression gives, or why it cannot be evaluated. */
export type Evaluated = { readonly value: XPathValue } | { readonly problem: string };

/**
 * Evaluates expressions on the answers to one request, taken as one; in their order. Never rejects, and stops at once,
 * with a problem for each, when the signal says so. Texts that are the same array as before are the same answers.
 */
export type Evaluate = (
  texts: readonly string[],
  expressions: readonly string[],
  signal?: AbortSignal,
) => Promise<readonly Evaluated[]>;

/** Above this, in characters, answers are large: reading them would hold up a window for more than an instant. */
const largeLength = 200_000;

export function areLarge(texts: readonly string[]): boolean {
  return texts.reduce((sum, { length }) => sum + length, 0) > largeLength;
}

export function evaluateHere(subject: XPathSubject, expressions: readonly string[]): Evaluated[] {
  return expressions.map((expression) => {
    try {
      return { value: subject.evaluate(expression) };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** Evaluates small answers here, and large ones by what the host gives for them, if it does. */
export function evaluateWith(large: Evaluate | undefined): Evaluate {
  return (texts, expressions, signal) =>
    large !== undefined && areLarge(texts)
      ? large(texts, expressions, signal)
      : Promise.resolve(evaluateHere(new XPathSubject(texts), expressions));
}
