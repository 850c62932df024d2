/** The directives that a request can have. One row each: adding a directive is adding a row. */
import { isXPath } from '../xpath/xpath.ts';
import { assertionOperators, parseAssertion } from './assertion.ts';

export interface DirectiveKind {
  /** What it does, for a person. */
  readonly about: string;
  /** How it is written, for completion and hover. */
  readonly usage: string;
  /** True when a request can have several. */
  readonly repeatable?: true;
  /** Undefined when the value is right, else what is expected instead. Values with variables are not asked. */
  readonly check: (value: string) => string | undefined;
}

const name = /^[A-Za-z_][\w-]*$/;

function matching(pattern: RegExp, expected: string): DirectiveKind['check'] {
  return (value) => (pattern.test(value) ? undefined : expected);
}

export const directiveKinds: ReadonlyMap<string, DirectiveKind> = new Map<string, DirectiveKind>([
  [
    'name',
    {
      about: 'Names the request, so that others can use its result.',
      usage: '@name NAME',
      check: matching(name, 'a name of letters, digits, - and _'),
    },
  ],
  [
    'connection',
    {
      about: 'Runs the request on this connection.',
      usage: '@connection NAME',
      check: matching(/\S/, 'the name of a connection'),
    },
  ],
  [
    'bu',
    {
      about: 'Runs the request in this business unit, or retrieves from all of them.',
      usage: '@bu MID|all',
      check: matching(/^(\d+|all)$/, 'the MID of a business unit, or all'),
    },
  ],
  [
    'mode',
    {
      about: 'Synchronous, asynchronous, or synchronous first and asynchronous when that keeps failing.',
      usage: '@mode sync|async|hybrid',
      check: matching(/^(sync|async|hybrid)$/, 'sync, async or hybrid'),
    },
  ],
  [
    'timeout',
    {
      about: 'How long to wait for the server.',
      usage: '@timeout 60s',
      check: matching(/^\d+\s*(ms|s|m)$/, 'a time such as 60s'),
    },
  ],
  [
    'batch',
    {
      about: 'Sends the objects in calls of at most this many.',
      usage: '@batch 50',
      check: matching(/^[1-9]\d*$/, 'a number of objects such as 50'),
    },
  ],
  [
    'all',
    {
      about: 'Follows a retrieve to its last page.',
      usage: '@all',
      check: matching(/^$/, 'no value'),
    },
  ],
  [
    'limit',
    {
      about: 'Follows a retrieve until it has this many results.',
      usage: '@limit N',
      check: matching(/^[1-9]\d*$/, 'a number'),
    },
  ],
  [
    'note',
    {
      about: 'Asks before the request is sent.',
      usage: '@note TEXT',
      check: () => undefined,
    },
  ],
  [
    'prompt',
    {
      about: 'Asks for the value of a variable before the request is sent.',
      usage: '@prompt NAME DESCRIPTION',
      repeatable: true,
      check: matching(/^[A-Za-z_][\w-]*(\s.*)?$/, 'the name of a variable, and a description if you like'),
    },
  ],
  [
    'correlation',
    {
      about: 'The CorrelationID that tells a repeated call from a new one.',
      usage: '@correlation ID',
      check: matching(/^\S+$/, 'an id without blanks, such as {{$guid}}'),
    },
  ],
  [
    'save',
    {
      about: 'Saves the result to a file beside this one: rows as CSV, JSON or XLSX, or the answer as XML.',
      usage: '@save PATH.csv|json|xlsx|xml',
      check: matching(/\.(csv|json|xlsx|xml)$/i, 'a path that ends with .csv, .json, .xlsx or .xml'),
    },
  ],
  [
    'onSuccess',
    {
      about: 'Runs another request when this one has succeeded.',
      usage: '@onSuccess run NAME',
      repeatable: true,
      check: matching(/^run\s+[A-Za-z_][\w-]*$/, 'run and the name of a request'),
    },
  ],
  [
    'assert',
    {
      about: 'Fails the run unless the answer holds this.',
      usage: '@assert XPATH OP VALUE',
      repeatable: true,
      check: checkAssertion,
    },
  ],
]);

function checkAssertion(value: string): string | undefined {
  const assertion = parseAssertion(value);
  if (assertion === undefined) return 'an XPath, an operator and a value';
  if (!isXPath(assertion.xpath)) {
    return `an XPath expression, then one of ${assertionOperators.join(' ')} and a value; “${assertion.xpath}” is not XPath`;
  }
  if (assertion.operator !== 'matches') return undefined;
  try {
    new RegExp(assertion.value, 'u');
    return undefined;
  } catch {
    return `a regular expression after matches; “${assertion.value}” is none`;
  }
}
