/** Holds assertions against the answers of a request. */
import { compareValues, type XPathValue } from '../language/index.ts';
import type { AssertionText } from '../shared/languageMessages.ts';
import type { Evaluate } from './evaluate.ts';
import type { AssertionOutcome } from './model.ts';

interface Check {
  readonly evaluate: Evaluate;
  readonly signal: AbortSignal;
}

/** Each assertion's outcome, in their order; never rejects. */
export async function checkAssertions(
  assertions: readonly AssertionText[],
  responses: readonly string[],
  { evaluate, signal }: Check,
): Promise<AssertionOutcome[]> {
  if (assertions.length === 0) return [];
  const found = await evaluate(
    responses,
    assertions.map(({ xpath }) => xpath),
    signal,
  );
  return assertions.map((assertion, index) => {
    const evaluated = found[index] ?? { problem: 'there is no value' };
    if ('value' in evaluated) return { assertion, ...check(assertion, evaluated.value) };
    return {
      assertion,
      passed: false,
      found: `${assertion.xpath} cannot be evaluated: ${evaluated.problem}`,
    };
  });
}

/** What a person reads of an assertion that does not hold. */
export function failureText({ assertion, found }: AssertionOutcome): string {
  return `Expected ${assertion.text}, but ${found}`;
}

/** True when an assertion is about whether the service succeeded, so that the file says what a success is. */
export function looksAtStatus({ xpath }: AssertionText): boolean {
  return /\b(?:StatusCode|StatusMessage|OverallStatus|ErrorCode)\b/.test(xpath);
}

function check(
  { xpath, operator, value }: AssertionText,
  found: XPathValue,
): Omit<AssertionOutcome, 'assertion'> {
  const isThere = found.nodes === undefined ? found.truth : found.nodes > 0;
  switch (operator) {
    case 'true':
      return {
        passed: found.truth,
        found: found.nodes === 0 ? `${xpath} finds nothing.` : 'it is not true.',
      };
    case 'exists':
      return { passed: isThere, found: `${xpath} finds nothing.` };
    case 'missing':
      return { passed: !isThere, found: `it is there: ${quoted(found.text)}` };
    default:
      if (found.nodes === 0) return { passed: false, found: `${xpath} finds nothing.` };
      return { ...compared(found.text, operator, value), actual: actualOf(found) };
  }
}

function compared(found: string, operator: string, value: string): { passed: boolean; found: string } {
  const result = compareValues(found, operator, value);
  if (result !== 'unlike') return { passed: result, found: `it is ${quoted(found)}` };
  return {
    passed: false,
    found: `${quoted(found)} and ${quoted(value)} are neither two numbers nor two dates.`,
  };
}

function actualOf({ text, path }: XPathValue): NonNullable<AssertionOutcome['actual']> {
  return path === undefined ? { text } : { text, path };
}

function quoted(text: string): string {
  return text.length > 200 ? `“${text.slice(0, 200)}…”` : `“${text}”`;
}
