/** The directives that a request can have. One row each: adding a directive is adding a row. */

export interface DirectiveKind {
  /** What it does, for a person. */
  readonly about: string;
  /** Undefined when the value is right, else what is expected instead. */
  readonly check: (value: string) => string | undefined;
}

const name = /^[A-Za-z_][\w-]*$/;

function matching(pattern: RegExp, expected: string): DirectiveKind['check'] {
  return (value) => (pattern.test(value) ? undefined : expected);
}

export const directiveKinds: ReadonlyMap<string, DirectiveKind> = new Map<string, DirectiveKind>([
  ['name', { about: 'Names the request.', check: matching(name, 'a name of letters, digits, - and _') }],
  [
    'connection',
    { about: 'Runs the request on this connection.', check: matching(/\S/, 'the name of a connection') },
  ],
  [
    'bu',
    {
      about: 'Runs the request in this business unit.',
      check: matching(/^\d+$/, 'the MID of a business unit'),
    },
  ],
  [
    'timeout',
    { about: 'How long to wait for the server.', check: matching(/^\d+\s*(ms|s|m)$/, 'a time such as 60s') },
  ],
  ['all', { about: 'Follows a retrieve to its last page.', check: matching(/^$/, 'no value') }],
  [
    'limit',
    {
      about: 'Follows a retrieve until it has this many results.',
      check: matching(/^[1-9]\d*$/, 'a number'),
    },
  ],
  ['note', { about: 'Asks before the request is sent.', check: () => undefined }],
]);
