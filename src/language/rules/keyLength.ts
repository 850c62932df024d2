/** D10: an external key is at most 36 characters long. */
import { keyLength as longest } from '../limits.ts';
import type { Rule } from './rule.ts';
import { valueAt } from '../subject/elements.ts';

export const keyLength: Rule = {
  code: 'key-length',
  rows: ['D10'],
  title: 'External keys of at most 36 characters',
  severity: 'warning',
  checkPart: ({ method, objects }) =>
    method !== 'Create'
      ? []
      : objects
          // Of a row, it is the key of a data extension that exists.
          .filter(({ type }) => type !== 'DataExtensionObject')
          .flatMap(({ element }) => valueAt(element, 'CustomerKey') ?? [])
          .filter(({ text, isDynamic }) => !isDynamic && text.length > longest)
          .map(({ text, range }) => ({
            message: `This key has ${String(text.length)} characters. The service stores a longer one, but the web application cuts it at ${String(longest)}, and what refers to it there no longer finds it.`,
            range,
          })),
};
