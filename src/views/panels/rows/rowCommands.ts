/** What a person does to rows in the editor, by their places in what is shown. */
import type { EditedCell } from '../../../shared/rowsMessages.ts';
import type { RowCells, RowContent } from './rowChanges.ts';
import type { RowsSession } from './session.ts';

/** Sets cells as one edit, wherever their rows have moved to meanwhile; those that cannot be changed are left alone. */
export function setCells(session: RowsSession, cells: readonly EditedCell[]): void {
  const rows = new Map<string, { base: RowContent | undefined; cells: Record<string, string | null> }>();
  for (const { id, row, column, value } of cells) {
    const found = rowById(session, id, row);
    if (found === undefined || !session.mayChange(found.id, column)) continue;
    if (found.number !== undefined) session.numbers.set(id, found.number);
    const entry = rows.get(id) ?? { base: found.base, cells: {} };
    entry.cells[column] = value;
    rows.set(id, entry);
  }
  const changed = [...rows].map(([id, entry]): RowCells => ({ id, ...entry }));
  if (changed.length > 0) session.edit(session.changes.set(changed));
}

/** The row that a person saw at a place. It is looked for among all when another one is there by now. */
function rowById(session: RowsSession, id: string, place: number): ReturnType<RowsSession['at']> {
  const expected = session.at(place);
  if (expected?.id === id) return expected;
  for (let other = 0; other < session.shown; other += 1) {
    const found = session.at(other);
    if (found?.id === id) return found;
  }
  return undefined;
}

/** Adds a row, empty or like another one; gives its place. Nothing is added where nothing can be written. */
export function addRow(session: RowsSession, copyOf: number | undefined): number {
  if (session.isReadOnly) return 0;
  const original = copyOf === undefined ? undefined : session.at(copyOf);
  const content = original === undefined ? {} : session.changes.content(original.id, original.base ?? {});
  const values = Object.fromEntries(
    Object.entries(content).filter(([, cell]) => cell !== null && cell !== ''),
  );
  session.edit(session.changes.add([values]));
  return 0;
}

export function removeRows(session: RowsSession, places: readonly number[]): void {
  const rows = places.flatMap((place) => {
    const found = session.at(place);
    if (found === undefined || session.isReadOnly || (found.base !== undefined && !session.hasKey)) return [];
    if (found.number !== undefined) session.numbers.set(found.id, found.number);
    return [found];
  });
  session.edit(session.changes.remove(rows));
}

/** Takes back what is pending of these rows, or of all. */
export function revertRows(session: RowsSession, places: readonly number[] | 'all'): void {
  const ids =
    places === 'all'
      ? session.changes.pending().map(({ id }) => id)
      : places.flatMap((place) => session.at(place)?.id ?? []);
  session.edit(session.changes.revert(ids));
}

/** The place of the first row in sight of which something is wrong; undefined when there is none. */
export function nextProblem(session: RowsSession): number | undefined {
  const hasProblem = (id: string): boolean =>
    session.changes.problems.has(id) || Object.keys(session.cellProblems(id)).length > 0;
  const bad = session.changes.pending().find(({ id }) => hasProblem(id));
  return bad === undefined ? undefined : session.placeOf(bad.id);
}
