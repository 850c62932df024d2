/** For every task of the workflow there is a request to begin with, and it is right. */
import assert from 'node:assert/strict';
import { guideIds } from '../../../src/shared/guideIds.ts';
import { workflowSnippets } from '../../../src/language/snippets/workflows.ts';
import { accept } from './completions.ts';
import { summary } from './findings.ts';

describe('snippets for whole tasks', () => {
  it('are there for every row of the workflow (A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15)', () => {
    const rows = new Set(workflowSnippets.map(({ row }) => row));
    assert.deepEqual(
      [...rows].filter((row) => row.startsWith('A')).sort(),
      Array.from({ length: 15 }, (_, index) => `A${String(index + 1)}`).sort(),
    );
  });

  it('are there for every guided task (D1 G2 G3)', () => {
    const guided = new Set<string>(workflowSnippets.map(({ guide }) => guide));
    assert.deepEqual(
      guideIds.filter((id) => !guided.has(id)),
      [],
    );
  });

  for (const { row, title } of workflowSnippets) {
    it(`are offered where a request begins, and free of findings: ${title} (${row})`, () => {
      const text = accept('### New\n▮', title);
      const ours = summary(text).filter((line) => /^(error|warning)/.test(line));
      assert.deepEqual(ours, []);
    });
  }
});
