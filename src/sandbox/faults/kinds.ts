/** The table of faults that can be ordered. A new kind is a row here, and a line where it strikes in `strike.ts`. */

export const faultKinds = {
  latency: 'Answers late, by so many milliseconds (2000 by default).',
  throttling:
    'Refuses the request as the service does when it is called too often: fault with code 17; 429 for tokens.',
  tokenExpiry: 'Refuses the token as expired, however young it is.',
  droppedConnection:
    'Breaks the connection: `before` the request is worked on (the default), or `after` it was, without an answer.',
  truncatedBody: 'Works on the request, then breaks off in the middle of the answer.',
  objectError:
    'Refuses single objects of a write with `errorCode` and `message`; `rate` is then the share of objects.',
  maintenance: 'Refuses the request as an account in maintenance does: fault with code 9.',
  outage: 'Refuses the request as in an unplanned outage: fault with code 2.',
  gateway: 'Answers 503 with a page of HTML, as what stands before the service does when it is away.',
} as const;

export type FaultKind = keyof typeof faultKinds;

/** A fault as it is ordered. */
export interface FaultRule {
  readonly kind: FaultKind;
  /** The operation that it is for, or `Token` for the token endpoint; every operation of the service by default. */
  readonly operation?: string;
  /** The type of object that it is for; every one by default. */
  readonly objectType?: string;
  /** The share of requests that it strikes, above 0 and at most 1, which is the default. */
  readonly rate?: number;
  /** How many requests it strikes before it ends; without end by default. */
  readonly next?: number;
  readonly milliseconds?: number;
  readonly errorCode?: number;
  readonly message?: string;
  /** When a connection drops. */
  readonly when?: 'before' | 'after';
}

/** A fault that is in force. */
export interface OrderedFault extends FaultRule {
  readonly id: number;
  /** How many requests it has struck. */
  readonly struck: number;
}

type Check = (value: unknown) => string | undefined;

const isText: Check = (value) => (typeof value === 'string' ? undefined : 'must be a text');

const isNumber =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? undefined
      : `must be a number from ${String(least)} to ${String(most)}`;

/** What each member of a rule must be. */
const checks: Readonly<Record<keyof FaultRule, Check>> = {
  kind: (value) =>
    Object.hasOwn(faultKinds, String(value))
      ? undefined
      : `cannot be "${String(value)}"; there are ${Object.keys(faultKinds).join(', ')}`,
  operation: isText,
  objectType: isText,
  rate: (value) =>
    typeof value === 'number' && value > 0 && value <= 1
      ? undefined
      : 'must be a number above 0 and at most 1',
  next: isNumber(1, 1e9),
  milliseconds: isNumber(0, 600_000),
  errorCode: isNumber(0, 1e9),
  message: isText,
  when: (value) => (value === 'before' || value === 'after' ? undefined : 'must be before or after'),
};

/** Reads a fault rule that came from outside. @returns the rule, or a sentence that says what is wrong with it. */
export function readFaultRule(value: unknown): FaultRule | string {
  if (typeof value !== 'object' || value === null) return 'A fault is an object such as {"kind":"latency"}.';
  const members = Object.entries({ kind: undefined, ...value });
  for (const [name, member] of members) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof FaultRule] : undefined;
    if (check === undefined) {
      return `A fault has no member "${name}"; it can have ${Object.keys(checks).join(', ')}.`;
    }
    const problem = check(member);
    if (problem !== undefined) return `${name} ${problem}.`;
  }
  return value as FaultRule;
}
