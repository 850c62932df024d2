/** A row as the page shows it: what the server holds, with what is pending on top, and what is wrong with it. */
import type { ShownRow } from '../../../shared/rowsMessages.ts';
import type { RowChanges, RowContent } from './rowChanges.ts';
import type { RowField } from './rowField.ts';

/** What is needed of a session. */
interface RowSource {
  readonly changes: RowChanges;
  readonly fields: readonly RowField[];
  at(place: number): { readonly id: string; readonly base: RowContent | undefined } | undefined;
  cellProblems(id: string): Readonly<Record<string, string>>;
}

export function shownRow(session: RowSource, place: number): ShownRow {
  const row = session.at(place);
  if (row === undefined) return { id: '', cells: [] };
  const { changes, fields } = session;
  const { id, base } = row;
  const pending = changes.pendingOf(id);
  const content: RowContent = { ...base, ...pending?.values };
  const cells = fields.map(({ name }) => content[name] ?? null);
  if (pending === undefined) return { id, cells };
  const problem = changes.problems.get(id);
  const problems: RowContent = { ...problem?.cells, ...session.cellProblems(id) };
  const lost = Object.keys(problems).find((column) => fields.every(({ name }) => name !== column));
  const message = problem?.message ?? (lost === undefined ? null : problems[lost]);
  return {
    id,
    cells,
    mark: pending.mark,
    changed: fields.flatMap(({ name }, index) => (name in pending.values ? [index] : [])),
    cellProblems: Object.fromEntries(
      fields.flatMap(({ name }, index) => {
        const text = problems[name];
        return typeof text === 'string' ? [[index, text] as const] : [];
      }),
    ),
    ...(typeof message === 'string' ? { problem: message } : {}),
  };
}
