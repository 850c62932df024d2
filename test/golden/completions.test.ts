/** Scratch files with cursors in, what is offered at each of them out. */
import { goldenCases } from '../support/golden.ts';
import { completionAt, shop } from '../unit/language/completions.ts';

const cursor = '▮';

/** Longer lists are cut, and their length is told. */
const most = 30;

/** The text with one of its cursors. */
function withCursor(pieces: readonly string[], index: number): string {
  return pieces.slice(0, index + 1).join('') + cursor + pieces.slice(index + 1).join('');
}

function offersAt(marked: string): string {
  const offers = (completionAt(marked, shop)?.offers ?? []).toSorted((a, b) => (a.rank ?? 1) - (b.rank ?? 1));
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
