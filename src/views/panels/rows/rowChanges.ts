/**
 * What a person has changed and not written yet. A row is known by its id; what is pending is the difference between
 * what it is to hold and what it held on the server, so that undoing works across a write as well.
 */
import type { RowCell, RowMark } from '../../../shared/rowsMessages.ts';

/** Cells by the name of their column. */
export type RowContent = Readonly<Record<string, RowCell>>;

/** One row's part of an edit: the cells that it sets; null for a row that is not there. */
interface Step {
  readonly id: string;
  readonly before: RowContent | null;
  readonly after: RowContent | null;
}

/** Something that can be undone as one. */
export interface RowEdit {
  readonly label: string;
  readonly steps: readonly Step[];
}

/** Cells to be set in one row; `base` is what the server holds of it, undefined for an added row. */
export interface RowCells {
  readonly id: string;
  readonly base: RowContent | undefined;
  readonly cells: RowContent;
}

export interface PendingRow {
  readonly id: string;
  readonly mark: RowMark;
  /** What the server held when the row was loaded; empty for an added row. */
  readonly base: RowContent;
  /** What is to be written: the changed cells, all cells of an added row, none of a deleted one. */
  readonly values: RowContent;
}

export interface RowProblem {
  readonly message: string;
  readonly cells: RowContent;
}

/** What survives a closed window. */
export interface SavedChanges {
  readonly bases: Readonly<Record<string, RowContent>>;
  readonly contents: Readonly<Record<string, RowContent | null>>;
}

export class RowChanges {
  readonly problems = new Map<string, RowProblem>();
  private readonly bases = new Map<string, RowContent>();
  private readonly contents = new Map<string, RowContent | null>();
  /** Ids under which rows were added → the ids that they have since they were written. */
  private readonly renamed = new Map<string, string>();
  private count = 0;
  /** Made when asked for, and thrown away by the next change. */
  private list: readonly PendingRow[] | undefined;
  private addedList: readonly PendingRow[] | undefined;

  /** What a row is to hold; `base` when nothing is pending. */
  content(id: string, base: RowContent): RowContent {
    return this.contents.get(id) ?? base;
  }

  /** Sets cells of loaded and added rows, as one edit. */
  set(rows: readonly RowCells[]): RowEdit {
    const steps = rows.map(({ id, base, cells }): Step => {
      if (base !== undefined && !this.bases.has(id)) this.bases.set(id, base);
      const now = this.contents.get(id) ?? this.bases.get(id) ?? {};
      const before = Object.fromEntries(Object.keys(cells).map((column) => [column, now[column] ?? '']));
      return { id, before, after: cells };
    });
    const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
    return this.perform({ label: `Change ${columns.join(', ')}`, steps });
  }

  add(rows: readonly RowContent[]): RowEdit {
    const steps = rows.map((after) => {
      this.count += 1;
      return { id: `new:${String(this.count)}`, before: null, after };
    });
    return this.perform({
      label: steps.length === 1 ? 'Add Row' : `Add ${String(steps.length)} Rows`,
      steps,
    });
  }

  /** Marks loaded rows for deletion; added ones are simply no longer added. */
  remove(rows: readonly { readonly id: string; readonly base: RowContent | undefined }[]): RowEdit {
    const steps = rows.flatMap(({ id, base }) => {
      if (base !== undefined && !this.bases.has(id)) this.bases.set(id, base);
      const before = this.contents.get(id) ?? this.bases.get(id);
      return this.contents.get(id) === null || before === undefined ? [] : [{ id, before, after: null }];
    });
    return this.perform({
      label: steps.length === 1 ? 'Delete Row' : `Delete ${String(steps.length)} Rows`,
      steps,
    });
  }

  /** Takes back what is pending of these rows. */
  revert(ids: readonly string[]): RowEdit {
    const steps = ids.flatMap((id): Step[] => {
      const content = this.contents.get(id);
      return content === undefined ? [] : [{ id, before: content, after: this.bases.get(id) ?? null }];
    });
    return this.perform({ label: 'Revert', steps });
  }

  perform(edit: RowEdit): RowEdit {
    for (const { id, after } of edit.steps) this.apply(id, after);
    return edit;
  }

  undo(edit: RowEdit): void {
    for (const { id, before } of edit.steps.toReversed()) this.apply(id, before);
  }

  /** All that is pending, in the order in which it was begun. */
  pending(): readonly PendingRow[] {
    this.list ??= [...this.contents.keys()].flatMap((id) => this.pendingOf(id) ?? []);
    return this.list;
  }

  pendingOf(id: string): PendingRow | undefined {
    const content = this.contents.get(id);
    if (content === undefined) return undefined;
    const base = this.bases.get(id);
    if (content === null) return base === undefined ? undefined : { id, mark: 'deleted', base, values: {} };
    if (base === undefined) return { id, mark: 'added', base: {}, values: content };
    return { id, mark: 'changed', base, values: difference(base, content) };
  }

  /** Added rows, newest first. */
  added(): readonly PendingRow[] {
    this.addedList ??= this.pending()
      .filter(({ mark }) => mark === 'added')
      .reverse();
    return this.addedList;
  }

  get size(): number {
    return this.contents.size;
  }

  has(id: string): boolean {
    return this.contents.has(id);
  }

  /** The row is on the server as it was to be; `newId` when it was added. Null when it was deleted. */
  written(id: string, content: RowContent | null, newId = id): void {
    this.forgetLists();
    this.contents.delete(id);
    this.problems.delete(id);
    if (newId !== id) this.renamed.set(id, newId);
    if (content === null) this.bases.delete(newId);
    else this.bases.set(newId, content);
  }

  /** The server holds something else than was loaded; what is pending stays on top of it. */
  rebase(id: string, theirs: RowContent | null): void {
    const pending = this.pendingOf(id);
    this.forgetLists();
    if (theirs === null) this.bases.delete(id);
    else this.bases.set(id, theirs);
    if (pending?.mark === 'changed') this.settle(id, { ...(theirs ?? pending.base), ...pending.values });
  }

  /** Takes what the server holds in place of what is pending. */
  yieldTo(id: string, theirs: RowContent | null): void {
    this.written(id, id.startsWith('new:') ? null : theirs);
  }

  clear(): void {
    this.forgetLists();
    this.contents.clear();
    this.problems.clear();
  }

  save(): SavedChanges {
    const ids = [...this.contents.keys()];
    return {
      bases: Object.fromEntries(ids.flatMap((id) => [[id, this.bases.get(id)] as const]).filter(hasBase)),
      contents: Object.fromEntries(this.contents),
    };
  }

  restore({ bases, contents }: SavedChanges): void {
    this.forgetLists();
    for (const [id, base] of Object.entries(bases)) this.bases.set(id, base);
    for (const [id, content] of Object.entries(contents)) this.contents.set(id, content);
    const numbers = Object.keys(contents).map((id) => Number(/^new:(\d+)$/.exec(id)?.[1] ?? 0));
    this.count = Math.max(this.count, ...numbers);
  }

  private forgetLists(): void {
    this.list = undefined;
    this.addedList = undefined;
  }

  private apply(givenId: string, cells: RowContent | null): void {
    const id = this.renamed.get(givenId) ?? givenId;
    this.problems.delete(id);
    if (cells === null) this.settle(id, null);
    else this.settle(id, { ...(this.contents.get(id) ?? this.bases.get(id)), ...cells });
  }

  /** Keeps what differs from the server, and forgets what does not. */
  private settle(id: string, content: RowContent | null): void {
    this.forgetLists();
    const base = this.bases.get(id);
    const isSame =
      content === null
        ? base === undefined
        : base !== undefined && Object.keys(difference(base, content)).length === 0;
    if (isSame) this.contents.delete(id);
    else this.contents.set(id, content);
  }
}

function hasBase(entry: readonly [string, RowContent | undefined]): entry is readonly [string, RowContent] {
  return entry[1] !== undefined;
}

/**
 * The cells of `content` that `base` does not hold. The service writes no value and an empty text alike, so neither
 * is a change of the other.
 */
function difference(base: RowContent, content: RowContent): RowContent {
  return Object.fromEntries(
    Object.entries(content).filter(([column, cell]) => (base[column] ?? '') !== (cell ?? '')),
  );
}
