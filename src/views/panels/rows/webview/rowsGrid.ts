/** The grid of rows: sorted by its headers, edited in its cells, selected like a spreadsheet. */
import { SlickCellRangeSelector, SlickCellSelectionModel } from 'slickgrid';
import type {
  EditedCell,
  RowCell,
  RowsColumn,
  RowsState,
  ShownRow,
} from '../../../../shared/rowsMessages.ts';
import { element } from '../../webview/dom.ts';
import { giveGridRoles } from '../../webview/grid.ts';
import type { EditedPlace, PlacedEditor } from './cellEditor.ts';
import { EditingGrid } from './editingGrid.ts';
import { gridColumns } from './gridColumns.ts';
import type { ColumnWidths } from './keptView.ts';
import type { RowWindow } from './rowWindow.ts';
import { UnplacedEdits } from './unplacedEdits.ts';

export interface GridActions {
  readonly sort: (column: string, ascending: boolean) => void;
  readonly unsort: () => void;
  readonly edit: (cells: readonly EditedCell[]) => void;
  readonly copy: () => void;
  /** The active cell is another one, or holds something else; undefined without one. */
  readonly activeCell: (row: number, column: number | undefined) => void;
  /** Another row is the first in sight. */
  readonly scrolled: (top: number) => void;
  /** Columns were made wider or narrower. */
  readonly resized: (widths: ColumnWidths) => void;
  /** A cell that cannot be changed was to be. */
  readonly refused: (column: RowsColumn) => void;
  /** Rows moved before that which something was typed into had come. */
  readonly notPlaced: (row: number, value: string) => void;
}

const rowHeight = 24;
const margin = 50;

export class RowsGrid {
  readonly element = element('div', { class: 'grid', 'aria-label': 'Rows' });
  private readonly window: RowWindow;
  private readonly actions: GridActions;
  private readonly nonce: string;
  private grid: EditingGrid<ShownRow> | undefined;
  private columns: readonly RowsColumn[] = [];
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
    grid.setSortColumns(
      sort === undefined ? [] : [{ columnId: String(this.indexOf(sort.column)), sortAsc: sort.ascending }],
    );
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
      if (this.mayEdit(active.row, active.cell - 1)) editor.adopt(this.window.getItem(active.row));
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
  selection(): { rows: number[]; columns: string[] } {
    const range = this.grid?.getSelectionModel()?.getSelectedRanges()[0];
    if (range === undefined) return { rows: [], columns: [] };
    const count = Math.min(range.toRow, this.window.getLength() - 1) - range.fromRow + 1;
    const rows = Array.from({ length: Math.max(0, count) }, (_row, index) => range.fromRow + index);
    const chosen = this.columns.slice(Math.max(0, range.fromCell - 1), range.toCell);
    // The column of marks stands for the whole row.
    const columns = range.toCell === 0 || chosen.length === 0 ? this.columns : chosen;
    return { rows, columns: columns.map(({ name }) => name) };
  }

  resize(): void {
    this.grid?.resizeCanvas();
  }

  private setColumns(columns: readonly RowsColumn[], widths: ColumnWidths): void {
    if (JSON.stringify(columns) === JSON.stringify(this.columns) || columns.length === 0) return;
    this.columns = columns;
    this.grid ??= this.createGrid();
    this.grid.setColumns(
      gridColumns(columns, {
        rowAt: (row) => this.window.getItem(row),
        widths,
        changed: (place, value) => this.changed(place, value),
      }),
    );
  }

  private changed({ id, row, column }: EditedPlace, value: RowCell): void {
    const name = this.columns[column]?.name;
    if (name === undefined) return;
    if (id === '') this.unplaced.add({ row, column, value: value ?? '' });
    else this.actions.edit([{ id, row, column: name, value }]);
  }

  /** The grid measures the page's styles when it is made, so it is made only once there is something to show. */
  private createGrid(): EditingGrid<ShownRow> {
    const grid = new EditingGrid<ShownRow>(this.element, this.window, [], {
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
    });
    const cellRangeSelector = new SlickCellRangeSelector();
    grid.setSelectionModel(new SlickCellSelectionModel({ selectActiveCell: true, cellRangeSelector }));
    grid.onSort.subscribe((_event, sort) => this.sorted(sort));
    grid.onViewportChanged.subscribe(() => this.ensureInSight());
    grid.onScroll.subscribe(() => this.actions.scrolled(Math.max(0, grid.getViewport().top)));
    grid.onColumnsResized.subscribe(() => this.actions.resized(this.widths()));
    grid.onActiveCellChanged.subscribe(() => this.tellActive());
    grid.onBeforeEditCell.subscribe((_event, { row = 0, cell = 0 }) => this.mayEdit(row, cell - 1));
    this.element.addEventListener('keydown', (event) => this.pressed(event), true);
    this.element.addEventListener('paste', (event) => this.pasted(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => this.left(relatedTarget));
    grid.onBeforeCellEditorDestroy.subscribe(() => this.editingEnds());
    giveGridRoles(this.element);
    new ResizeObserver(() => grid.resizeCanvas()).observe(this.element);
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
    const columns: unknown = 'sortCols' in sort ? sort.sortCols : [];
    const last = Array.isArray(columns)
      ? (columns.at(-1) as { columnId: string; sortAsc: boolean } | undefined)
      : undefined;
    const column = this.columns[Number(last?.columnId)]?.name;
    if (last === undefined || column === undefined) this.actions.unsort();
    else this.actions.sort(column, last.sortAsc);
  }

  /** Columns of the key belong to what a row is, once it is there. */
  private mayEdit(row: number, column: number): boolean {
    const { id, mark } = this.window.getItem(row);
    const described = this.columns[column];
    if (described === undefined) return false;
    // What is typed before the row has come waits for it.
    if (id === '') return row < this.window.getLength();
    const hasKey = this.columns.some(({ isPrimaryKey }) => isPrimaryKey);
    const isAllowed =
      !this.isReadOnly && (mark === 'added' || (hasKey && !described.isPrimaryKey && mark !== 'deleted'));
    if (!isAllowed) this.actions.refused(described);
    return isAllowed;
  }

  private pressed(event: KeyboardEvent): void {
    if (this.grid?.getActiveCell() === null || this.grid?.getCellEditor() !== null) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const isTyping = event.key.length === 1 && !isCommand && !event.altKey;
    const act = isTyping
      ? () => this.beginTyping(event.key)
      : this.keys[`${isCommand ? 'Ctrl+' : ''}${event.key}`];
    if (act === undefined) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  }

  private readonly keys: Readonly<Record<string, () => void>> = {
    'Ctrl+c': () => this.actions.copy(),
    F2: () => this.grid?.editActiveCell(),
    Delete: () => this.fillSelection(null),
  };

  /** Typing begins a new content, as in a spreadsheet. */
  private beginTyping(key: string): void {
    this.grid?.editActiveCell();
    this.editor()?.begin(key);
  }

  private fillSelection(value: RowCell): void {
    const { rows, columns } = this.selection();
    this.actions.edit(
      rows.flatMap((row) =>
        columns.map((column) => ({ id: this.window.getItem(row).id, row, column, value })),
      ),
    );
  }

  /** Cells of a spreadsheet go into the cells from the active one on. */
  private pasted(event: ClipboardEvent): void {
    const active = this.grid?.getActiveCell();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (active === null || active === undefined || this.grid?.getCellEditor() !== null || text === '') return;
    event.preventDefault();
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const cells = lines.flatMap((line, down) =>
      line.split('\t').flatMap((value, across): EditedCell[] => {
        const row = active.row + down;
        const column = this.columns[active.cell - 1 + across]?.name;
        const { id } = this.window.getItem(row);
        return column === undefined || id === '' ? [] : [{ id, row, column, value }];
      }),
    );
    this.actions.edit(cells);
  }

  private ensureInSight(): void {
    const viewport = this.grid?.getViewport();
    if (viewport !== undefined) this.window.ensure(viewport.top - margin, viewport.bottom + margin);
  }

  private widths(): ColumnWidths {
    const widths = (this.grid?.getColumns() ?? []).slice(1).map(({ width }) => width ?? 0);
    return Object.fromEntries(this.columns.map(({ name }, index) => [name, widths[index] ?? 0]));
  }

  private tellActive(): void {
    const active = this.grid?.getActiveCell();
    if (active === null || active === undefined) this.actions.activeCell(0, undefined);
    else this.actions.activeCell(active.row, active.cell === 0 ? undefined : active.cell - 1);
  }

  private indexOf(name: string): number {
    return this.columns.findIndex((column) => column.name === name);
  }
}
