/** `# @assert XPATH OP VALUE`: what a request's answer has to hold. */

/** An assertion as it is written; variables in it are not filled in. */
export interface Assertion {
  readonly xpath: string;
  readonly operator: AssertionOperator;
  /** What the value is held against; empty for an operator that needs none. */
  readonly value: string;
}

/** Each operator, by what it makes of the value found and the value expected; `unlike` when they cannot be compared. */
const comparisons = {
  '=': (found, expected) => found === expected,
  '!=': (found, expected) => found !== expected,
  '<': (found, expected) => ordered(found, expected, (order) => order < 0),
  '<=': (found, expected) => ordered(found, expected, (order) => order <= 0),
  '>': (found, expected) => ordered(found, expected, (order) => order > 0),
  '>=': (found, expected) => ordered(found, expected, (order) => order >= 0),
  contains: (found, expected) => found.includes(expected),
  startsWith: (found, expected) => found.startsWith(expected),
  endsWith: (found, expected) => found.endsWith(expected),
  matches: (found, expected) => new RegExp(expected, 'u').test(found),
} satisfies Record<string, (found: string, expected: string) => boolean | 'unlike'>;

/** `exists` and `missing` ask whether the XPath finds anything; `true` stands for an XPath without an operator. */
export type AssertionOperator = keyof typeof comparisons | 'exists' | 'missing' | 'true';

/** Other ways to write an operator. */
const synonyms: Readonly<Record<string, AssertionOperator>> = {
  '==': '=',
  equals: '=',
  exists: 'exists',
  missing: 'missing',
};

/** All that can stand between the XPath and the value, for messages and completion. */
export const assertionOperators: readonly string[] = [...Object.keys(comparisons), 'exists', 'missing'];

/** Reads an assertion; undefined when there is no XPath in it. */
export function parseAssertion(text: string): Assertion | undefined {
  const words = topLevelWords(text);
  for (const { word, start, end } of words.slice(1)) {
    const operator = operatorOf(word);
    if (operator === undefined) continue;
    const rest = text.slice(end).trim();
    const needsValue = operator !== 'exists' && operator !== 'missing';
    if (!needsValue && rest !== '') continue;
    return { xpath: text.slice(0, start).trim(), operator, value: needsValue ? unquoted(rest) : '' };
  }
  const xpath = text.trim();
  return xpath === '' ? undefined : { xpath, operator: 'true', value: '' };
}

/**
 * Holds a value against the one expected. `unlike`: the two can be ordered neither as numbers nor as dates.
 * @throws Error when the operator is no comparison, or a pattern is none.
 */
export function compareValues(found: string, operator: string, expected: string): boolean | 'unlike' {
  if (!isComparison(operator)) throw new Error(`${operator} compares nothing.`);
  return comparisons[operator](found, expected);
}

function isComparison(operator: string): operator is keyof typeof comparisons {
  return Object.hasOwn(comparisons, operator);
}

function operatorOf(word: string): AssertionOperator | undefined {
  return isComparison(word) ? word : synonyms[word];
}

/** Numbers by value, dates by time. */
function ordered(found: string, expected: string, test: (order: number) => boolean): boolean | 'unlike' {
  for (const read of [Number, Date.parse]) {
    const [left, right] = [found, expected].map((text) => (text.trim() === '' ? Number.NaN : read(text)));
    const order = (left ?? Number.NaN) - (right ?? Number.NaN);
    if (!Number.isNaN(order)) return test(order);
  }
  return 'unlike';
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text that stand outside of quotes, brackets, parentheses and `{{…}}`. */
function topLevelWords(text: string): Word[] {
  const words: Word[] = [];
  const piece = /"[^"]*"|'[^']*'|\{\{.*?\}\}|[[(]|[\])]|\s+|[^\s"'[\](){]+|./gsu;
  let depth = 0;
  let start = 0;
  const close = (end: number): void => {
    if (end > start) words.push({ word: text.slice(start, end), start, end });
  };
  for (const { 0: found, index } of text.matchAll(piece)) {
    if (found === '[' || found === '(') depth += 1;
    else if (found === ']' || found === ')') depth -= 1;
    else if (depth === 0 && found.trim() === '') {
      close(index);
      start = index + found.length;
    }
  }
  close(text.length);
  return words;
}

function unquoted(text: string): string {
  const quoted = /^(["'])(.*)\1$/su.exec(text);
  return quoted?.[2] ?? text;
}
