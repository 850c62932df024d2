/** What keys do in the grid of rows, and what is pasted into it: as in a spreadsheet. */
import type { EditedCell, RowCell, ShownRow } from '../../../../shared/rowsMessages.ts';
import type { PlacedEditor } from './cellEditor.ts';
import type { GridActions } from './gridActions.ts';
import type { Selection } from './selection.ts';
import type { SpokenGrid } from './spokenGrid.ts';
import { readTsv } from './tsv.ts';

interface Parts {
  readonly grid: SpokenGrid<ShownRow>;
  readonly actions: Pick<GridActions, 'edit' | 'copy' | 'add' | 'remove'>;
  readonly rowAt: (place: number) => ShownRow;
  readonly selection: () => Selection;
  /** Name of the column of a cell of the grid; undefined for that of the marks. */
  readonly columnAt: (cell: number) => string | undefined;
  readonly editor: () => PlacedEditor | undefined;
}

export class GridKeys {
  private readonly parts: Parts;

  constructor(element: HTMLElement, parts: Parts) {
    this.parts = parts;
    element.addEventListener('keydown', (event) => this.pressed(event), true);
    element.addEventListener('paste', (event) => this.pasted(event));
  }

  private pressed(event: KeyboardEvent): void {
    const { target } = event;
    const act = isHeader(target) ? this.headerAct(event.key, target) : this.cellAct(event);
    if (act === undefined) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  }

  private cellAct(event: KeyboardEvent): (() => void) | undefined {
    const { grid } = this.parts;
    const active = grid.getActiveCell();
    if (active === null || grid.getCellEditor() !== null) return undefined;
    const isCommand = event.ctrlKey || event.metaKey;
    // Tab goes on to what is behind the rows; there may be a million of them.
    if (event.key === 'Tab') event.stopPropagation();
    // The library moves the active cell; the browser would scroll besides.
    if (/^(?:Home|End|Page|Arrow)/.test(event.key)) event.preventDefault();
    if (isCharacter(event)) return () => this.beginTyping(event.key);
    if (active.row === 0 && event.key === 'ArrowUp' && !event.shiftKey)
      return () => grid.getHeaderColumn(active.cell).focus();
    // With Caps Lock on, letters come in capitals.
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    return this.keys[`${isCommand ? 'Ctrl+' : ''}${key}`];
  }

  /** Above the first row are the headers, by which rows are sorted. */
  private headerAct(key: string, header: HTMLElement): (() => void) | undefined {
    const { grid } = this.parts;
    const cell = Number(header.getAttribute('aria-colindex')) - 1;
    const last = grid.getColumns().length - 1;
    const go = (to: number): void => {
      grid.scrollColumnIntoView(to);
      grid.getHeaderColumn(to).focus();
    };
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(Math.max(0, cell - 1)),
      ArrowRight: () => go(Math.min(last, cell + 1)),
      ArrowDown: () => {
        grid.setActiveCell(grid.getActiveCell()?.row ?? 0, cell);
        grid.focus();
      },
      Enter: () => header.click(),
      ' ': () => header.click(),
    };
    return moves[key];
  }

  private readonly keys: Readonly<Record<string, () => void>> = {
    'Ctrl+c': () => this.parts.actions.copy(),
    F2: () => this.parts.grid.editActiveCell(),
    Delete: () => this.fillSelection(null),
    Insert: () => this.parts.actions.add(),
    'Ctrl+Delete': () => this.parts.actions.remove(),
  };

  /** Typing begins a new content, as in a spreadsheet. */
  private beginTyping(key: string): void {
    this.parts.grid.editActiveCell();
    this.parts.editor()?.begin(key);
  }

  private fillSelection(value: RowCell): void {
    const { actions, rowAt, selection } = this.parts;
    const { rows, columns } = selection();
    actions.edit(rows.flatMap((row) => columns.map((column) => ({ id: rowAt(row).id, row, column, value }))));
  }

  /** Cells of a spreadsheet go into the cells from the active one on. */
  private pasted(event: ClipboardEvent): void {
    const { grid, actions, rowAt, columnAt } = this.parts;
    const active = grid.getActiveCell();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (active === null || grid.getCellEditor() !== null || text === '') return;
    event.preventDefault();
    const cells = readTsv(text).flatMap((line, down) =>
      line.flatMap((value, across): EditedCell[] => {
        const row = active.row + down;
        const column = columnAt(active.cell + across);
        const { id } = rowAt(row);
        return column === undefined || id === '' ? [] : [{ id, row, column, value }];
      }),
    );
    actions.edit(cells);
  }
}

function isCharacter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

function isHeader(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches('.slick-header-column');
}
