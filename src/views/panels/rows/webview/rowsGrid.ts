/** The grid of rows: sorted by its headers, edited in its cells, selected like a spreadsheet. */
import { SlickCellRangeSelector, SlickCellSelectionModel } from 'slickgrid';
import type { RowCell, RowsColumn, RowsState, ShownRow } from '../../../../shared/rowsMessages.ts';
import { element } from '../../webview/dom.ts';
import type { EditedPlace, PlacedEditor } from './cellEditor.ts';
import type { GridActions } from './gridActions.ts';
import { GridKeys } from './gridKeys.ts';
import { gridColumns, isEditable, sortAskedFor } from './gridColumns.ts';
import { lastFrozen, shownOrder } from './gridColumnsOrder.ts';
import type { ColumnWidths } from './keptView.ts';
import type { RowWindow } from './rowWindow.ts';
import { selectionOf, type Selection } from './selection.ts';
import { SpokenGrid } from './spokenGrid.ts';
import { UnplacedEdits } from './unplacedEdits.ts';

const rowHeight = 24;
const margin = 50;

export class RowsGrid {
  readonly element = element('div', { class: 'grid', 'aria-label': 'Rows' });
  private readonly window: RowWindow;
  private readonly actions: GridActions;
  private readonly nonce: string;
  private grid: SpokenGrid<ShownRow> | undefined;
  private columns: readonly RowsColumn[] = [];
  /** Indexes of the columns in the order in which they are shown. */
  private order: readonly number[] = [];
  private isReadOnly = false;
  private readonly unplaced = new UnplacedEdits();
  /** The row that is being typed in was to be drawn anew. */
  private isActiveStale = false;

  constructor(window: RowWindow, nonce: string, actions: GridActions) {
    this.window = window;
    this.nonce = nonce;
    this.actions = actions;
  }

  /** @param widths of columns that a person has changed */
  show(state: RowsState, widths: ColumnWidths = {}): void {
    const { columns, shown, version, sort } = state;
    this.isReadOnly = state.isReadOnly;
    this.setColumns(columns, widths);
    for (const { row, value } of this.unplaced.rearranged(state)) this.actions.notPlaced(row, value);
    const isStale = this.window.update(shown, version);
    const { grid } = this;
    if (grid === undefined) return;
    grid.updateRowCount();
    grid.tellSize(shown, state.status === 'complete');
    grid.setSortColumns(
      sort === undefined
        ? []
        : [
            {
              columnId: String(columns.findIndex(({ name }) => name === sort.column)),
              sortAsc: sort.ascending,
            },
          ],
    );
    grid.tellHeaders();
    if (isStale) this.ensureInSight();
  }

  /** Draws rows that have come. */
  received(from: number, count: number): void {
    const { grid } = this;
    if (grid === undefined) return;
    this.place(from, count);
    const isEditing = grid.getCellEditor() !== null;
    const active = grid.getActiveCell()?.row;
    const rows = Array.from({ length: count }, (_row, index) => from + index);
    // Drawing the row that is being typed in would throw away what was typed.
    const drawn = isEditing ? rows.filter((row) => row !== active) : rows;
    this.isActiveStale ||= drawn.length < rows.length;
    grid.invalidateRows(drawn);
    grid.render();
    this.tellActive();
  }

  /** Puts what was typed before rows had come into them. */
  private place(from: number, count: number): void {
    const active = this.grid?.getActiveCell();
    const editor = this.editor();
    const isOfActive =
      active !== undefined && active !== null && active.row >= from && active.row < from + count;
    if (isOfActive && editor !== undefined && editor.rowId === undefined) {
      if (this.mayEdit(active.row, this.columnAt(active.cell))) editor.adopt(this.window.getItem(active.row));
      else this.grid?.getEditorLock().cancelCurrentEdit();
    }
    for (const { row, column, value } of this.unplaced.take(from, count)) {
      if (this.mayEdit(row, column)) this.changed({ id: this.window.getItem(row).id, row, column }, value);
    }
  }

  private editor(): PlacedEditor | undefined {
    return (this.grid?.getCellEditor() ?? undefined) as PlacedEditor | undefined;
  }

  reveal(row: number): void {
    this.grid?.scrollRowIntoView(row);
    this.grid?.setActiveCell(row, 1);
    this.grid?.focus();
  }

  /** Makes a row the first in sight. */
  scrollTo(row: number): void {
    this.grid?.scrollRowToTop(row);
  }

  /** Rows and columns of the selection, or of the active cell. */
  selection(): Selection {
    const range = this.grid?.getSelectionModel()?.getSelectedRanges()[0];
    return selectionOf(range, this.shownColumns(), this.window.getLength());
  }

  resize(): void {
    this.grid?.resizeCanvas();
  }

  private setColumns(columns: readonly RowsColumn[], widths: ColumnWidths): void {
    if (JSON.stringify(columns) === JSON.stringify(this.columns) || columns.length === 0) return;
    this.columns = columns;
    this.order = shownOrder(columns);
    this.grid ??= this.createGrid();
    this.grid.setColumns(
      gridColumns(columns, {
        order: this.order,
        rowAt: (row) => this.window.getItem(row),
        widths,
        changed: (place, value) => this.changed(place, value),
      }),
    );
    this.freeze();
    this.grid.giveRoles();
  }

  /** Keeps the primary key in sight while other columns are scrolled, as far as there is room for it. */
  private freeze(): void {
    const { grid } = this;
    if (grid === undefined) return;
    const widths = grid.getColumns().map(({ width }) => width ?? 0);
    const keys = this.columns.filter(({ isPrimaryKey }) => isPrimaryKey).length;
    const last = lastFrozen(widths, keys, this.element.clientWidth);
    if (!grid.freeze(last)) return;
    grid.giveRoles();
    grid.tellHeaders();
  }

  /** The column of a cell of the grid; -1 for that of the marks. */
  private columnAt(cell: number): number {
    return this.order[cell - 1] ?? -1;
  }

  private shownColumns(): RowsColumn[] {
    return this.order.flatMap((index) => this.columns[index] ?? []);
  }

  private changed({ id, row, column }: EditedPlace, value: RowCell): void {
    const name = this.columns[column]?.name;
    if (name === undefined) return;
    if (id === '') this.unplaced.add({ row, column, value: value ?? '' });
    else this.actions.edit([{ id, row, column: name, value }]);
  }

  /** The grid measures the page's styles when it is made, so it is made only once there is something to show. */
  private createGrid(): SpokenGrid<ShownRow> {
    const grid = new SpokenGrid<ShownRow>(this.element, this.window, [], {
      nonce: this.nonce,
      rowHeight,
      enableCellNavigation: true,
      enableColumnReorder: false,
      editable: true,
      autoEdit: false,
      forceFitColumns: false,
      multiColumnSort: true,
      tristateMultiColumnSort: true,
      numberedMultiColumnSort: false,
      invalidColumnFreezeWidthCallback: () => undefined,
      // It moves by a row where others move by a hand’s breadth.
      enableMouseWheelScrollHandler: false,
    });
    const cellRangeSelector = new SlickCellRangeSelector();
    grid.setSelectionModel(new SlickCellSelectionModel({ selectActiveCell: true, cellRangeSelector }));
    grid.onSort.subscribe((_event, sort) => this.sorted(sort));
    grid.onViewportChanged.subscribe(() => this.ensureInSight());
    grid.onScroll.subscribe(() => this.actions.scrolled(Math.max(0, grid.getViewport().top)));
    grid.onColumnsResized.subscribe(() => {
      this.actions.resized(this.widths());
      this.freeze();
    });
    grid.onActiveCellChanged.subscribe(() => this.tellActive());
    grid.onBeforeEditCell.subscribe((_event, { row = 0, cell = 0 }) =>
      this.mayEdit(row, this.columnAt(cell)),
    );
    this.element.addEventListener('focusout', ({ relatedTarget }) => this.left(relatedTarget));
    grid.onBeforeCellEditorDestroy.subscribe(() => this.editingEnds());
    new GridKeys(this.element, {
      grid,
      actions: this.actions,
      rowAt: (row) => this.window.getItem(row),
      selection: () => this.selection(),
      columnAt: (cell) => this.columns[this.columnAt(cell)]?.name,
      editor: () => this.editor(),
    });
    this.element.addEventListener('focus', () => this.enter());
    this.element.addEventListener('wheel', (event) => grid.scrollByWheel(event), { passive: true });
    grid.factsOf = (row, cell) => ({ isReadOnly: !this.canEdit(row, this.columnAt(cell)) });
    grid
      .getSelectionModel()
      ?.onSelectedRangesChanged.subscribe(() => queueMicrotask(() => grid.tellSelected()));
    new ResizeObserver(() => {
      grid.resizeCanvas();
      this.freeze();
    }).observe(this.element);
    return grid;
  }

  /** What was typed is kept when a person goes on elsewhere in the page; from another window they may come back to it. */
  private left(target: EventTarget | null): void {
    const isInside = target instanceof Node && this.element.contains(target);
    if (isInside || !document.hasFocus()) return;
    // The library takes its editor out of the page itself; only then there is none any more.
    queueMicrotask(() => this.grid?.commitTyped());
  }

  private editingEnds(): void {
    const row = this.grid?.getActiveCell()?.row;
    if (!this.isActiveStale || row === undefined) return;
    this.isActiveStale = false;
    queueMicrotask(() => {
      this.grid?.invalidateRow(row);
      this.grid?.render();
    });
  }

  private sorted(sort: object): void {
    const { column, ascending = true } = sortAskedFor(sort, this.columns);
    if (column === undefined) this.actions.unsort();
    else this.actions.sort(column, ascending);
  }

  /** Columns of the key belong to what a row is, once it is there. */
  private mayEdit(row: number, column: number): boolean {
    const isAllowed = this.canEdit(row, column);
    const described = this.columns[column];
    if (!isAllowed && described !== undefined) this.actions.refused(described);
    return isAllowed;
  }

  private canEdit(row: number, column: number): boolean {
    const described = this.columns[column];
    if (described === undefined || this.isReadOnly) return false;
    // What is typed before the row has come waits for it.
    const item = this.window.getItem(row);
    return item.id === '' ? row < this.window.getLength() : isEditable(item, described, this.columns);
  }

  /** Who comes by Tab begins with the first cell in sight. */
  private enter(): void {
    const { grid } = this;
    if (grid === undefined || this.window.getLength() === 0 || grid.getActiveCell() !== null) return;
    grid.setActiveCell(Math.max(0, grid.getViewport().top), 1);
    grid.focus();
  }

  private ensureInSight(): void {
    const viewport = this.grid?.getViewport();
    if (viewport !== undefined) this.window.ensure(viewport.top - margin, viewport.bottom + margin);
  }

  private widths(): ColumnWidths {
    const shown = this.grid?.getColumns().slice(1) ?? [];
    return Object.fromEntries(
      shown.map(({ id, width = 0 }) => [this.columns[Number(id)]?.name ?? '', width]),
    );
  }

  private tellActive(): void {
    const { row = 0, cell = 0 } = this.grid?.getActiveCell() ?? {};
    this.actions.activeCell(row, cell === 0 ? undefined : this.columnAt(cell));
  }
}
