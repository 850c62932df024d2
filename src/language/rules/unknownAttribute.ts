/** D8: an attribute that subscribers do not have is dropped without a word. */
import { meantFix } from '../edits/meant.ts';
import { valueAt } from '../subject/elements.ts';
import type { Rule } from './rule.ts';

export const unknownAttribute: Rule = {
  code: 'unknown-attribute',
  rows: ['D8'],
  title: 'Attributes that subscribers have',
  severity: 'warning',
  checkPart: ({ elements }, { facts }) => {
    // What a triggered send hands over goes to its data extension.
    const named = elements
      .filter(({ type, parent }) => type === 'Attribute' && parent?.type === 'Subscriber')
      .filter(({ parent }) => parent?.parent?.type !== 'TriggeredSend')
      .flatMap(({ element }) => valueAt(element, 'Name') ?? [])
      .filter(({ text, isDynamic }) => text !== '' && !isDynamic);
    const known = named.length === 0 ? undefined : facts.attributes();
    if (known === undefined) return [];
    const names = new Set(known.map((name) => name.toLowerCase()));
    return named
      .filter(({ text }) => !names.has(text.toLowerCase()))
      .map((value) => ({
        message: `Subscribers have no attribute ${value.text}. The service would drop the value, and report success.`,
        range: value.range,
        fixes: () => meantFix(value, known),
      }));
  },
};
