/** The grid for those who work by keys or hear it: the active cell has the focus, and everything says what it is. */
import { giveGridRoles } from '../../webview/grid.ts';
import { EditingGrid } from './editingGrid.ts';

/** What a screen reader is told of a cell beside its content. */
export interface CellFacts {
  readonly isReadOnly: boolean;
}

/** Rows are counted from the headers on, which are the first. */
const firstRow = 2;

export class SpokenGrid<Row> extends EditingGrid<Row> {
  /** Set before the first row is drawn. */
  factsOf: (row: number, cell: number) => CellFacts = () => ({ isReadOnly: false });
  private isFocusLost = false;

  /** The library gives the focus to an element without a name; here it goes to the cell itself. */
  protected override setFocus(): void {
    (this.activeCellNode ?? this._container).focus({ preventScroll: true });
  }

  /** One place of the grid is stopped at by Tab: its active cell, or all of it while there is none. */
  protected override setActiveCellInternal(
    ...given: Parameters<EditingGrid<Row>['setActiveCellInternal']>
  ): void {
    this.activeCellNode?.setAttribute('tabindex', '-1');
    super.setActiveCellInternal(...given);
    this.activeCellNode?.setAttribute('tabindex', '0');
    this._container.tabIndex = this.activeCellNode === null ? 0 : -1;
    const hasFocus = this._container.contains(document.activeElement);
    if (hasFocus && this.currentEditor === null) this.setFocus();
  }

  protected override removeRowFromCache(row: number): void {
    this.isFocusLost ||=
      row === this.activeRow &&
      this.activeCellNode !== null &&
      this.activeCellNode === document.activeElement;
    super.removeRowFromCache(row);
  }

  override render(): void {
    super.render();
    if (!this.isFocusLost || this.activeCellNode === null) return;
    this.isFocusLost = false;
    // Whoever has gone elsewhere meanwhile stays there.
    if (document.activeElement === document.body) this.setFocus();
  }

  protected override appendRowHtml(...given: Parameters<EditingGrid<Row>['appendRowHtml']>): void {
    super.appendRowHtml(...given);
    const [left, right, row] = given;
    left.at(-1)?.setAttribute('aria-rowindex', String(row + firstRow));
    if (this.hasFrozenColumns()) joinParts(left.at(-1), right.at(-1), `${this.uid}row${String(row)}`);
  }

  protected override appendCellHtml(...given: Parameters<EditingGrid<Row>['appendCellHtml']>): void {
    super.appendCellHtml(...given);
    const [part, row, cell] = given;
    const drawn = part.lastElementChild;
    drawn?.setAttribute('aria-colindex', String(cell + 1));
    drawn?.setAttribute('aria-selected', String(this.isCellSelected(row, cell)));
    if (this.factsOf(row, cell).isReadOnly) drawn?.setAttribute('aria-readonly', 'true');
    if (row === this.activeRow && cell === this.activeCell) drawn?.setAttribute('tabindex', '0');
  }

  /** Says anew which of the drawn cells are selected. */
  tellSelected(): void {
    for (const cell of this._container.querySelectorAll('.slick-cell'))
      cell.setAttribute('aria-selected', String(cell.classList.contains('selected')));
  }

  /** Columns that stay have no bar to scroll by: the wheel over them moves all rows. */
  scrollByWheel(event: WheelEvent): void {
    const isOverFrozen = event.target instanceof Element && event.target.closest('.slick-pane-left') !== null;
    if (!isOverFrozen || !this.hasFrozenColumns()) return;
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? this.getOptions().rowHeight : 1;
    this._viewportScrollContainerY.scrollTop += event.deltaY * (lines ?? 1);
  }

  /** Keeps the columns up to this one in sight; -1 for none of them. @returns false when nothing changes by it */
  freeze(last: number): boolean {
    if (last === this.getFrozenColumnIdx()) return false;
    this.setOptions({ frozenColumn: last });
    return true;
  }

  /** Says how much there is; -1 for rows of which nobody knows how many they are. */
  tellSize(rows: number, isComplete: boolean): void {
    this._container.setAttribute('aria-rowcount', isComplete ? String(rows + firstRow - 1) : '-1');
    this._container.setAttribute('aria-colcount', String(this.getColumns().length));
  }

  /** Roles of what the library draws once: a row of two parts is one, and what is between grid and rows is nothing. */
  giveRoles(): void {
    giveGridRoles(this._container);
    this._focusSink.tabIndex = this._focusSink2.tabIndex = -1;
    this._container.tabIndex = 0;
    this._headerL.setAttribute('aria-rowindex', '1');
    if (this.hasFrozenColumns()) joinParts(this._headerL, this._headerR, `${this.uid}headers`);
  }

  /** The headers in their order, and how the rows are sorted by them. */
  tellHeaders(): void {
    const sorted = this.getSortColumns()[0];
    for (const [index, { id }] of this.getColumns().entries()) {
      const header = this.getHeaderColumn(index) as HTMLElement | null;
      header?.setAttribute('aria-colindex', String(index + 1));
      header?.setAttribute('tabindex', '-1');
      const direction = sorted?.sortAsc === false ? 'descending' : 'ascending';
      header?.setAttribute('aria-sort', sorted?.columnId === id ? direction : 'none');
    }
  }
}

/** The right part of a row is read as the end of the left one. */
function joinParts(left: HTMLElement | undefined, right: HTMLElement | undefined, id: string): void {
  left?.setAttribute('aria-owns', id);
  right?.setAttribute('id', id);
  right?.setAttribute('role', 'presentation');
}
