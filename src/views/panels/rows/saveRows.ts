/** Writes what is pending: checks it, looks for conflicts, asks, writes, and reads back what the server made of it. */
import type { ConflictChoice, Review } from '../../../shared/rowsMessages.ts';
import { formatNumber } from '../../display.ts';
import { checkRows, currentRows, type RowCheck } from './conflicts.ts';
import type { PendingRow, RowContent, RowProblem } from './rowChanges.ts';
import { keyId } from './rowObjects.ts';
import { countsText, decide, reviewOf } from './rowsReview.ts';
import type { RowsSession } from './session.ts';
import { writeRows } from './writeRows.ts';

/** What a person answers to a review; undefined when they will not write. */
export type AskReview = (review: Review) => Promise<Readonly<Record<string, ConflictChoice>> | undefined>;

export interface SaveOptions {
  readonly ask: AskReview;
  /** Asked last, for writes that are more dangerous than others. */
  readonly confirm: (rows: readonly PendingRow[], summary: string) => Promise<boolean>;
}

export type SaveOutcome =
  | { readonly kind: 'cancelled' }
  /** Nothing was sent: cells are not as their columns want them. */
  | { readonly kind: 'invalid'; readonly count: number; readonly first: string }
  | { readonly kind: 'written'; readonly written: number; readonly failed: number; readonly kept: number };

/** @throws MarketingCloudError when the server cannot be asked for what it holds; nothing was written then. */
export async function saveRows(session: RowsSession, { ask, confirm }: SaveOptions): Promise<SaveOutcome> {
  const pending = session.changes.pending();
  const invalid = pending.flatMap(({ id }) => Object.values(session.cellProblems(id)));
  const [first] = invalid;
  if (first !== undefined) return { kind: 'invalid', count: invalid.length, first };
  session.setBusy('Looking for changes of others…');
  try {
    const checks = await checkRows(await session.client(), session.target, pending, session.fields);
    session.setBusy(undefined);
    mergeUntouched(session, checks);
    const choices = await ask(reviewOf(checks, session.fields, session.account.label));
    if (choices === undefined) return { kind: 'cancelled' };
    const { write, yield: yielded } = decide(checks, choices);
    if (write.length > 0 && !(await confirm(write, countsText(write)))) return { kind: 'cancelled' };
    for (const { id, theirs } of yielded) yieldRow(session, id, theirs);
    const failed = await writeAll(session, write);
    return {
      kind: 'written',
      written: write.length - failed,
      failed,
      kept: checks.length - write.length - yielded.length,
    };
  } finally {
    session.setBusy(undefined);
    await session.reorder();
  }
}

/** Others may have changed cells that nobody here touched: those are simply taken over. */
function mergeUntouched(session: RowsSession, checks: readonly RowCheck[]): void {
  for (const { row, theirs, conflict } of checks) {
    if (row.mark !== 'changed' || theirs === null || conflict !== undefined) continue;
    session.changes.rebase(row.id, theirs);
    replaceRow(session, row.id, theirs);
  }
}

function yieldRow(session: RowsSession, id: string, theirs: RowContent | null): void {
  session.changes.yieldTo(id, theirs);
  const number = session.numbers.get(id);
  if (theirs === null && number !== undefined) session.store.removed.add(number);
  else if (theirs !== null && number !== undefined) replaceRow(session, id, theirs);
}

function replaceRow(session: RowsSession, id: string, content: RowContent): void {
  const number = session.numbers.get(id);
  if (number !== undefined) session.store.replace(number, cellsOf(session, content));
}

function cellsOf({ fields }: RowsSession, content: RowContent): (string | null)[] {
  return fields.map(({ name }) => content[name] ?? '');
}

/** Gives the number of rows that failed; those stay pending, with the server's words. */
async function writeAll(session: RowsSession, rows: readonly PendingRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const written: PendingRow[] = [];
  const problems = new Map<string, RowProblem>();
  const total = formatNumber(rows.length);
  await writeRows(rows, {
    client: await session.client(),
    target: session.target,
    fields: session.fields,
    describeError: (error) => session.describe(error),
    progress: (done) => session.setBusy(`Writing ${formatNumber(done)} of ${total} rows…`),
    settled: (row, problem) => {
      if (problem === undefined) written.push(row);
      else problems.set(row.id, problem);
    },
  });
  await takeOver(session, written);
  for (const [id, problem] of problems) session.changes.problems.set(id, problem);
  return problems.size;
}

/** The server may write a value in its own way, and fill in defaults: rows are shown as it holds them now. */
async function takeOver(session: RowsSession, written: readonly PendingRow[]): Promise<void> {
  const kept = written.filter(({ mark }) => mark !== 'deleted');
  const sent = new Map(kept.map((row) => [row.id, { ...row.base, ...row.values }]));
  const held = await readBack(session, [...sent.values()]);
  for (const { id, mark } of written) {
    const content = sent.get(id);
    const number = session.numbers.get(id);
    if (mark === 'deleted' || content === undefined) {
      session.changes.written(id, null);
      if (number !== undefined) session.store.removed.add(number);
      continue;
    }
    const key = keyId(content, session.fields);
    const now = (key === undefined ? undefined : held.get(key.toLowerCase())) ?? content;
    const place = number ?? session.store.addRow(cellsOf(session, now));
    session.store.replace(place, cellsOf(session, now));
    const newId = keyId(now, session.fields) ?? `row:${String(place)}`;
    session.changes.written(id, now, newId);
    session.numbers.set(newId, place);
  }
}

async function readBack(
  session: RowsSession,
  rows: readonly RowContent[],
): Promise<ReadonlyMap<string, RowContent>> {
  if (!session.hasKey || rows.length === 0) return new Map();
  try {
    session.setBusy('Reading what was written…');
    return await currentRows(await session.client(), session.target, rows, session.fields);
  } catch {
    // They were written all the same; what was sent is then what is shown.
    return new Map();
  }
}
