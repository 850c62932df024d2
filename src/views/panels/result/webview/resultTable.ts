/** The rows of a result in a grid that shows only what is in sight, however many there are. */
import {
  SlickCellRangeSelector,
  SlickCellSelectionModel,
  SlickDataView,
  SlickGrid,
  type Formatter,
} from 'slickgrid';
import type { ResultCell } from '../../../../shared/resultMessages.ts';
import { element } from '../../webview/dom.ts';
import { giveGridRoles } from '../../webview/grid.ts';
import { TableBar } from './tableBar.ts';

/** A row as the grid takes it: its number, and its cells by the number of their column. */
interface Row {
  readonly id: number;
  readonly [column: string]: ResultCell | number;
}

const rowHeight = 24;
/** Width of a column by what is in it, in pixels. */
const narrowest = 70;
const widest = 360;
const perCharacter = 8;

const nilMark = (): HTMLElement => element('span', { class: 'nil', title: 'xsi:nil: no value' }, 'nil');

/** Cells go in as text; what a line cannot show is in the cell's tooltip. */
const formatCell: Formatter<Row> = (_row, _cell, value: unknown) => {
  if (value === null) return nilMark();
  const text = typeof value === 'string' ? value : '';
  return element('span', text.length > 30 ? { title: text } : {}, text);
};

export class ResultTable {
  readonly element = element('div', { class: 'table' });
  private readonly empty = element('p', { class: 'muted empty' }, 'No rows.');
  private readonly container = element('div', { class: 'grid', 'aria-label': 'Rows' });
  private readonly data = new SlickDataView<Row>();
  private readonly nonce: string;
  private readonly copy: (text: string) => void;
  private readonly bar: TableBar;
  private grid: SlickGrid<Row> | undefined;
  private columns: readonly string[] = [];

  constructor(
    nonce: string,
    actions: { readonly copy: (text: string) => void; readonly export: () => void },
  ) {
    this.nonce = nonce;
    this.copy = actions.copy;
    this.bar = new TableBar({ filter: (words) => this.filter(words), export: actions.export });
    this.element.append(this.bar.element, this.empty, this.container);
  }

  setColumns(columns: readonly string[]): void {
    if (columns.join('\n') === this.columns.join('\n')) return;
    this.columns = columns;
    this.applyColumns();
  }

  /** Rows from the index on; an index of 0 begins anew. */
  addRows(from: number, rows: readonly (readonly ResultCell[])[]): void {
    const added = rows.map((cells, index): Row => ({
      ...Object.fromEntries(cells.entries()),
      id: from + index,
    }));
    if (from === 0) this.data.setItems(added);
    else this.data.addItems(added);
    this.empty.hidden = this.data.getItemCount() > 0;
    this.bar.element.hidden = !this.empty.hidden;
    this.bar.setCount(this.data.getLength(), this.data.getItemCount());
    this.container.hidden = !this.empty.hidden;
    if (from === 0) this.applyColumns();
  }

  shown(): void {
    this.grid?.resizeCanvas();
  }

  /** The grid measures the page's styles when it is made, so it is made only once it is on the page. */
  private createGrid(): SlickGrid<Row> {
    const grid = new SlickGrid<Row>(this.container, this.data, [], {
      nonce: this.nonce,
      rowHeight,
      enableCellNavigation: true,
      enableColumnReorder: false,
      forceFitColumns: false,
    });
    const cellRangeSelector = new SlickCellRangeSelector();
    grid.setSelectionModel(new SlickCellSelectionModel({ selectActiveCell: true, cellRangeSelector }));
    grid.onSort.subscribe((_event, sort) => {
      if ('sortCol' in sort) this.sort(sort.sortCol.field, sort.sortAsc);
    });
    this.data.onRowCountChanged.subscribe(() => grid.updateRowCount());
    this.data.onRowsChanged.subscribe((_event, { rows }) => {
      grid.invalidateRows(rows);
      grid.render();
    });
    this.container.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'c') this.copy(this.selectedText());
    });
    giveGridRoles(this.container);
    new ResizeObserver(() => grid.resizeCanvas()).observe(this.container);
    return grid;
  }

  private applyColumns(): void {
    if (this.container.hidden || this.columns.length === 0) return;
    this.grid ??= this.createGrid();
    this.grid.setColumns(
      this.columns.map((name, index) => ({
        id: String(index),
        field: String(index),
        name: element('span', { title: name }, name),
        width: this.widthOf(name, index),
        sortable: true,
        formatter: formatCell,
      })),
    );
  }

  private widthOf(name: string, index: number): number {
    const sample = this.data.getItems().slice(0, 50);
    const longest = sample.reduce(
      (most, row) => Math.max(most, textIn(row, String(index)).length),
      name.length + 3,
    );
    return Math.min(widest, Math.max(narrowest, Math.round(longest * perCharacter) + 24));
  }

  /** Leaves the rows in which each of the words is found somewhere. */
  private filter(text: string): void {
    const words = text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const columns = this.columns.map((_name, index) => String(index));
    this.data.setFilter((row: Row) => {
      const cells = columns.map((column) => textIn(row, column).toLowerCase());
      return words.every((word) => cells.some((cell) => cell.includes(word)));
    });
    this.bar.setCount(this.data.getLength(), this.data.getItemCount());
    this.grid?.invalidate();
  }

  private sort(column: string, ascending: boolean): void {
    this.data.sort((a, b) => compareTexts(textIn(a, column), textIn(b, column)), ascending);
    this.grid?.invalidate();
  }

  /** The selected cells as tab-separated values, as spreadsheets take them. */
  private selectedText(): string {
    const ranges = this.grid?.getSelectionModel()?.getSelectedRanges() ?? [];
    const [range] = ranges;
    if (range === undefined) return '';
    const lines: string[] = [];
    for (let row = range.fromRow; row <= range.toRow; row += 1) {
      const item = this.data.getItem(row);
      const fields = this.columns
        .map((_name, index) => String(index))
        .slice(range.fromCell, range.toCell + 1);
      lines.push(fields.map((field) => quoteForTsv(textIn(item, field))).join('\t'));
    }
    return lines.join('\n');
  }
}

/** The text of a cell; nil and missing ones have none. */
function textIn(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

function quoteForTsv(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Much quicker than `localeCompare`, which looks its rules up for each pair. */
const collator = new Intl.Collator();

/** Numbers by value, everything else as people sort words. */
function compareTexts(left: string, right: string): number {
  const [leftNumber, rightNumber] = [Number(left), Number(right)];
  const areNumbers = left !== '' && right !== '' && !Number.isNaN(leftNumber) && !Number.isNaN(rightNumber);
  return areNumbers ? leftNumber - rightNumber : collator.compare(left, right);
}
