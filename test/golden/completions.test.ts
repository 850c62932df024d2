/** Scratch files with cursors in, what is offered at each of them out. */
import type { noFacts } from '../../src/language/index.ts';
import { goldenCases } from '../support/golden.ts';
import { completionAt } from '../unit/language/completions.ts';

const cursor = '▮';

/** Longer lists are cut, and their length is told. */
const most = 30;

/** An org with one data extension, a few keys, and two profile attributes. */
const org: typeof noFacts = {
  columns: (key) =>
    key === 'Customers'
      ? [
          { name: 'CustomerKey', type: 'Text', length: 36, isPrimaryKey: true, isRequired: true },
          { name: 'City', type: 'Text', length: 50, isPrimaryKey: false, isRequired: false },
        ]
      : undefined,
  attributes: () => ['First Name', 'City'],
  keys: (type) =>
    type === 'DataExtension' || type === 'EmailSendDefinition'
      ? { keys: [{ key: 'Customers', name: 'Customers of the shop' }], complete: true }
      : undefined,
};

/** The text with one of its cursors. */
function withCursor(pieces: readonly string[], index: number): string {
  return pieces.slice(0, index + 1).join('') + cursor + pieces.slice(index + 1).join('');
}

function offersAt(marked: string): string {
  const offers = (completionAt(marked, org)?.offers ?? []).toSorted((a, b) => (a.rank ?? 1) - (b.rank ?? 1));
  const before = marked.slice(0, marked.indexOf(cursor));
  const line = before.split('\n').length;
  const written = marked.split('\n')[line - 1]?.trim() ?? '';
  const listed = offers
    .slice(0, most)
    .map(({ kind, label, detail = '' }) => `  ${kind} ${label}${detail === '' ? '' : ` (${detail})`}`);
  const more = offers.length > most ? [`  … ${String(offers.length)} in all`] : [];
  return [
    `line ${String(line)}: ${written}`,
    ...(offers.length === 0 ? ['  nothing'] : [...listed, ...more]),
  ].join('\n');
}

describe('golden: completions', () => {
  for (const golden of goldenCases('completions')) {
    it(golden.name, () => {
      const pieces = golden.read('input.mcsoap').split(cursor);
      const offered = pieces.slice(1).map((_, index) => offersAt(withCursor(pieces, index)));
      golden.expect('completions.txt', offered.join('\n\n'));
    });
  }
});
