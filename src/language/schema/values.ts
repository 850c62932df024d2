/** Whether a text is a value of a simple type, and what is expected where it is not. */
import type { Catalogue } from '../../catalogue/index.ts';

interface SimpleType {
  readonly matches: (text: string) => boolean;
  /** What is expected, for a person. */
  readonly expected: string;
}

function whole(bits: bigint): SimpleType {
  const limit = 2n ** (bits - 1n);
  return {
    matches: (text) => /^[+-]?\d+$/.test(text) && BigInt(text) >= -limit && BigInt(text) < limit,
    expected: `a whole number of at most ${String(bits)} bits`,
  };
}

const date = String.raw`-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00`;
const zone = String.raw`(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?`;

function written(pattern: string, expected: string): SimpleType {
  const whole = new RegExp(`^(?:${pattern})$`);
  return { matches: (text) => whole.test(text), expected };
}

/** Types that take any text are left out. */
const simpleTypes: ReadonlyMap<string, SimpleType> = new Map([
  ['xs:boolean', written('true|false|1|0', 'true or false')],
  ['xs:byte', whole(8n)],
  ['xs:short', whole(16n)],
  ['xs:int', whole(32n)],
  ['xs:long', whole(64n)],
  ['xs:integer', written(String.raw`[+-]?\d+`, 'a whole number')],
  ['xs:double', written(String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN`, 'a number')],
  // A date without its time is taken by the service, as midnight.
  ['xs:dateTime', written(`${date}(?:T(?:${time})${zone})?`, 'a date and time such as 2026-01-31T12:00:00Z')],
  ['xs:time', written(`(?:${time})${zone}`, 'a time such as 09:30:00')],
  ['xs:base64Binary', written(String.raw`[A-Za-z0-9+/=\s]*`, 'base64')],
]);

/** What is expected instead of this text; undefined when it is a value of the type, or nothing is known of the type. */
export function expectedInstead(type: string, text: string, catalogue: Catalogue): string | undefined {
  const value = text.trim();
  const simple = simpleTypes.get(type);
  if (simple !== undefined) return simple.matches(value) ? undefined : simple.expected;
  const pattern = catalogue.pattern(type);
  if (pattern === undefined) return undefined;
  return new RegExp(`^(?:${pattern})$`).test(value) ? undefined : `a text of the form ${pattern}`;
}
