/** The three patterns of LIKE that rows can be filtered by, there and back. */

interface LikeCondition {
  readonly operator: string;
  readonly values: readonly string[];
}

/** The operator for a pattern: `'x%'`, `'%x'`, `'%x%'`, or none of its signs. Undefined for any other. */
export function fromLike(pattern: string): LikeCondition | undefined {
  const match = /^(%?)((?:[^%_[]|\[[%_[]\])*)(%?)$/s.exec(pattern);
  if (match === null) return undefined;
  const [, before = '', inner = '', after = ''] = match;
  const value = inner.replaceAll(/\[([%_[])\]/g, '$1');
  if (value === '' && before + after !== '') return undefined;
  const operators: Readonly<Record<string, string>> = {
    '': 'equals',
    '|%': 'beginsWith',
    '%|': 'endsWith',
    '%|%': 'contains',
  };
  const operator = operators[before + after === '' ? '' : `${before}|${after}`];
  return operator === undefined ? undefined : { operator, values: [value] };
}

/** The pattern for an operator, without quotes; undefined when LIKE does not say it. */
export function toLike(operator: string, value: string): string | undefined {
  const escaped = value.replaceAll(/[%_[]/g, '[$&]');
  if (value === '') return undefined;
  switch (operator) {
    case 'beginsWith':
      return `${escaped}%`;
    case 'endsWith':
      return `%${escaped}`;
    case 'contains':
    case 'notContains':
      return `%${escaped}%`;
    default:
      return undefined;
  }
}
