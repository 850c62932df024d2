/** In which order rows are shown: added ones first, then the loaded ones, sorted or as they came. */
import type { RowsSort } from '../../../shared/rowsMessages.ts';
import type { RowField } from './rowField.ts';
import type { RowStore } from './rowStore.ts';
import { firstNumbers, sortRows } from './sortRows.ts';

export class RowOrder {
  sort: RowsSort | undefined;
  private readonly store: RowStore;
  private readonly fields: readonly RowField[];
  /** Undefined while rows are shown as they came, none of them removed. */
  private order: Uint32Array | undefined;
  private sorting = new AbortController();

  constructor(store: RowStore, fields: readonly RowField[]) {
    this.store = store;
    this.fields = fields;
  }

  get count(): number {
    return this.order === undefined ? this.store.count : this.order.length + this.unordered;
  }

  /** The number of the row at a place; undefined past the end. */
  rowAt(place: number): number | undefined {
    if (place >= this.count) return undefined;
    const { order } = this;
    if (order === undefined) return place;
    return place < order.length ? order[place] : this.ordered + place - order.length;
  }

  /** Undefined for a row that was removed. */
  placeOf(row: number): number | undefined {
    if (this.order === undefined) return row;
    const place = row < this.ordered ? this.order.indexOf(row) : this.order.length + row - this.ordered;
    return place === -1 ? undefined : place;
  }

  /** Leaves the rows as they are shown now. */
  cancel(): void {
    this.sorting.abort();
  }

  /** Puts the rows that there are now in order; false when another sort took over meanwhile, or it was cancelled. */
  async apply(
    sort: RowsSort | undefined,
    progress: (share: number) => void = () => undefined,
  ): Promise<boolean> {
    this.sorting.abort();
    const { signal } = (this.sorting = new AbortController());
    const { store } = this;
    const covered = store.count;
    const field = this.fields.findIndex(({ name }) => name === sort?.column);
    const rows = rowsBut(covered, store.removed);
    const kind = this.fields[field]?.kind;
    const isPlain = sort === undefined || kind === undefined;
    const sorted = isPlain
      ? rows
      : await sortRows(
          { rows, kind, ascending: sort.ascending, cell: (row) => store.cell(row, field), progress },
          signal,
        );
    if (sorted === undefined || signal.aborted) return false;
    this.sort = isPlain ? undefined : sort;
    this.ordered = covered;
    this.order = isPlain && store.removed.size === 0 ? undefined : sorted;
    return true;
  }

  /** How many row numbers the order knows of; later ones follow as they come. */
  private ordered = 0;

  private get unordered(): number {
    return this.store.count - this.ordered;
  }
}

/** The row numbers below `count` that were not removed, of which there are few. */
function rowsBut(count: number, removed: ReadonlySet<number>): Uint32Array {
  const rows = firstNumbers(count);
  let kept = 0;
  let from = 0;
  for (const row of [...Uint32Array.from(removed).sort(), count]) {
    const end = Math.min(row, count);
    if (end > from) rows.copyWithin(kept, from, end);
    kept += Math.max(0, end - from);
    from = row + 1;
  }
  return rows.subarray(0, kept);
}
