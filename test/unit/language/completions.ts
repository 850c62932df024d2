/** What tests of completion have in common. The cursor stands at ▮. */
import assert from 'node:assert/strict';
import { complete } from '../../../src/language/completion/complete.ts';
import type { Completion } from '../../../src/language/completion/offer.ts';
import { noFacts, type LiveFacts } from '../../../src/language/facts.ts';
import { applied, inspectionOf } from './findings.ts';

/** An org with one data extension, a few keys, and two profile attributes. */
export const shop: LiveFacts = {
  columns: (key) =>
    key === 'Customers'
      ? [
          { name: 'City', type: 'Text', length: 50, isPrimaryKey: false, isRequired: false },
          { name: 'CustomerKey', type: 'Text', length: 36, isPrimaryKey: true, isRequired: true },
        ]
      : undefined,
  attributes: () => ['First Name', 'City'],
  keys: (type) =>
    type === 'DataExtension' || type === 'EmailSendDefinition'
      ? { keys: [{ key: 'Customers', name: 'Customers of the shop' }], complete: true }
      : undefined,
};

export function completionAt(marked: string, facts: LiveFacts = noFacts): Completion | undefined {
  const offset = marked.indexOf('▮');
  assert.notEqual(offset, -1, 'no cursor');
  return complete(inspectionOf(marked.replace('▮', ''), facts), offset);
}

/** Labels in the order in which the editor shows them. */
export function labels(marked: string, facts?: LiveFacts): string[] {
  const offers = completionAt(marked, facts)?.offers ?? [];
  return offers.toSorted((a, b) => (a.rank ?? 1) - (b.rank ?? 1)).map(({ label }) => label);
}

/** The text after an offer was taken, its places to fill in left as they are by default. */
export function accept(marked: string, label: string, facts?: LiveFacts): string {
  const found = completionAt(marked, facts);
  const offer = found?.offers.find((candidate) => candidate.label === label);
  assert.ok(found !== undefined && offer !== undefined, `${label} is not offered`);
  const newText = offer.isSnippet === true ? filledIn(offer.newText) : offer.newText;
  return applied(marked.replace('▮', ''), [{ range: found.range, newText }]);
}

function filledIn(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g, (_, words: string) => words.split(',')[0] ?? '')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replaceAll('\\$', '$');
}
