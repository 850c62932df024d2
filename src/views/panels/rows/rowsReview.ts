/** What a person is shown before rows are written, and what is written by their answer. */
import type { ConflictChoice, Review, ReviewRow } from '../../../shared/rowsMessages.ts';
import { formatNumber } from '../../display.ts';
import type { ConflictKind, RowCheck } from './conflicts.ts';
import type { PendingRow, RowContent } from './rowChanges.ts';
import type { RowField } from './rowField.ts';
import { keyText } from './rowObjects.ts';

/** Rows listed at most; conflicts come first. */
const listed = 500;

const conflictTexts: Readonly<Record<ConflictKind, string>> = {
  gone: 'This row was deleted on the server meanwhile.',
  exists: 'A row with this key is on the server already.',
  changed: 'This row was changed on the server meanwhile.',
};

export function reviewOf(checks: readonly RowCheck[], fields: readonly RowField[], where: string): Review {
  const sorted = [...checks].sort(
    (a, b) => Number(b.conflict !== undefined) - Number(a.conflict !== undefined),
  );
  return {
    summary: `${countsText(checks.map(({ row }) => row))}, in ${where}`,
    rows: sorted.slice(0, listed).map((check) => reviewRow(check, fields)),
    unlisted: Math.max(0, checks.length - listed),
  };
}

/** "3 changed, 1 new, 2 deleted". */
export function countsText(rows: readonly PendingRow[]): string {
  const names = { changed: 'changed', added: 'new', deleted: 'deleted' } as const;
  return (['changed', 'added', 'deleted'] as const)
    .map((mark) => ({ mark, count: rows.filter((row) => row.mark === mark).length }))
    .filter(({ count }) => count > 0)
    .map(({ mark, count }) => `${formatNumber(count)} ${names[mark]}`)
    .join(', ');
}

function reviewRow({ row, theirs, conflict }: RowCheck, fields: readonly RowField[]): ReviewRow {
  const { id, mark, base, values } = row;
  const shown = mark === 'deleted' ? base : values;
  return {
    id,
    mark,
    key: keyText({ ...base, ...values }, fields) || '(no key)',
    cells: Object.keys(shown).map((column) => ({
      column,
      before: base[column] ?? null,
      after: mark === 'deleted' ? null : (values[column] ?? null),
      ...(conflict !== undefined && theirs !== null ? { theirs: theirs[column] ?? null } : {}),
    })),
    ...(conflict === undefined ? {} : { conflict: conflictTexts[conflict] }),
  };
}

/** What to do with each row after the review. */
export interface Decision {
  readonly write: readonly PendingRow[];
  /** Rows to be forgotten in favour of what the server holds. */
  readonly yield: readonly { readonly id: string; readonly theirs: RowContent | null }[];
}

/** Rows without a conflict are written; the others as they were chosen, and stay pending when nothing was. */
export function decide(
  checks: readonly RowCheck[],
  choices: Readonly<Record<string, ConflictChoice>>,
): Decision {
  const write: PendingRow[] = [];
  const yielded: { id: string; theirs: RowContent | null }[] = [];
  for (const { row, theirs, conflict } of checks) {
    const choice = conflict === undefined ? 'mine' : (choices[row.id] ?? 'later');
    // What is to be deleted and is gone already needs no more doing.
    const isDone = row.mark === 'deleted' && theirs === null;
    if (choice === 'theirs' || isDone) yielded.push({ id: row.id, theirs });
    else if (choice === 'mine') write.push(onto(row, theirs));
  }
  return { write, yield: yielded };
}

/** The row as it has to be written over what the server holds now. */
function onto(row: PendingRow, theirs: RowContent | null): PendingRow {
  if (row.mark === 'added' && theirs !== null) return { ...row, mark: 'changed', base: theirs };
  if (row.mark === 'changed' && theirs === null) {
    return { ...row, mark: 'added', base: {}, values: { ...row.base, ...row.values } };
  }
  return theirs === null ? row : { ...row, base: theirs };
}
