/** What the page keeps over a restart: filter, sort, what was in sight, and how wide columns were made. */
import { isRowsView, type RowsState, type RowsView } from '../../../../shared/rowsMessages.ts';

/** Widths by the name of their column, in pixels; only of those that a person changed. */
export type ColumnWidths = Readonly<Record<string, number>>;

export class KeptView {
  /** As the rows were shown before; undefined in a new page. */
  readonly rows: RowsView | undefined;
  widths: ColumnWidths;
  private readonly keep: (state: object) => void;
  private now: RowsView;
  /** The row that was in sight, until it is again. */
  private awaited: number;

  /** @param before what was kept last; undefined in a new page */
  constructor(before: unknown, keep: (state: object) => void) {
    this.keep = keep;
    this.rows = isRowsView(before) ? before : undefined;
    this.widths = widthsOf(before);
    this.now = this.rows ?? { filter: '', top: 0 };
    this.awaited = this.now.top;
  }

  /** The row to scroll to, once, as soon as it is among those that are shown. */
  topToShow({ shown, status, sort }: RowsState): number | undefined {
    const isSorted = this.now.sort?.column === sort?.column;
    if (this.awaited === 0 || status === 'loading' || !isSorted) return undefined;
    const top = Math.min(this.awaited, Math.max(0, shown - 1));
    this.awaited = 0;
    return top;
  }

  show({ filter, sort, columns }: RowsState): void {
    // Until the columns are known, nothing is filtered or sorted yet.
    if (columns.length === 0) return;
    const { top } = this.now;
    this.change({ filter: filter.text, top, ...(sort === undefined ? {} : { sort }) });
  }

  scrolled(top: number): void {
    if (this.awaited === 0) this.change({ ...this.now, top });
  }

  resized(widths: ColumnWidths): void {
    this.widths = { ...this.widths, ...widths };
    this.change(this.now);
  }

  private change(view: RowsView): void {
    this.now = view;
    this.keep({ ...view, widths: this.widths });
  }
}

function widthsOf(kept: unknown): ColumnWidths {
  if (typeof kept !== 'object' || kept === null || !('widths' in kept)) return {};
  const { widths } = kept;
  if (typeof widths !== 'object' || widths === null) return {};
  return Object.fromEntries(
    Object.entries(widths).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
