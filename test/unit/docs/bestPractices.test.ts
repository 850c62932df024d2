/** Every row of the vendor's best practices is shown by a test whose title cites it, so that none is lost. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('../../', import.meta.url));

/** How many rows each part has: A the workflow, B planning, C sends, D data, E imports, F security, G who calls. */
const parts: Readonly<Record<string, number>> = { A: 15, B: 14, C: 10, D: 13, E: 7, F: 7, G: 6 };

const rows = Object.entries(parts).flatMap(([part, count]) =>
  Array.from({ length: count }, (_, index) => `${part}${String(index + 1)}`),
);

/** The titles of all tests but this one's, as they are written. */
function titles(): string[] {
  return readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('bestPractices.test.ts'))
    .flatMap((name) => {
      const text = readFileSync(path.join(tests, name), 'utf8');
      return [...text.matchAll(/\b(?:it|describe)\(\s*(?:'([^'\n]*)'|`([^`]*)`)/g)];
    })
    .map(([, plain, template]) => plain ?? template ?? '');
}

/** The rows that a title cites: `(B9)`, `(E1, E4)`, `(C1 and C2)`. A range does not count for the rows inside of it. */
function cited(title: string): string[] {
  return [...title.matchAll(/\(([^()]*)\)/g)]
    .filter(([, list = '']) => !list.includes(' to '))
    .flatMap(([, list = '']) => list.match(/\b[A-G]\d{1,2}\b/g) ?? []);
}

describe('the best practices', () => {
  it('are each shown by a test that cites its row', () => {
    const shown = new Set(titles().flatMap(cited));
    assert.deepEqual(
      rows.filter((row) => !shown.has(row)),
      [],
    );
  });

  it('are cited by rows that there are', () => {
    const known = new Set(rows);
    assert.deepEqual(
      titles()
        .flatMap(cited)
        .filter((row) => !known.has(row)),
      [],
    );
  });

  it('count a citation only where it is one', () => {
    assert.deepEqual(cited('splits (B9, C6) what is large'), ['B9', 'C6']);
    assert.deepEqual(cited('the guides (A1 to A15)'), []);
    assert.deepEqual(cited('B9 without brackets'), []);
  });
});
