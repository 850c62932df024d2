/** The columns of the grid: the mark of each row, then those of the data extension. */
import type { Column } from 'slickgrid';
import type { RowsColumn, RowsSort, ShownRow } from '../../../../shared/rowsMessages.ts';
import { element, icon } from '../../webview/dom.ts';
import { cellEditor, type CellChanged } from './cellEditor.ts';
import type { ColumnWidths } from './keptView.ts';
import { formatCell, formatMark } from './formatRow.ts';

interface ColumnParts {
  /** Indexes of the columns, in the order in which they are shown. */
  readonly order: readonly number[];
  readonly rowAt: (place: number) => ShownRow;
  readonly widths: ColumnWidths;
  readonly changed: CellChanged;
}

/** A column's id is its index, as names of columns may be anything. */
export function gridColumns(columns: readonly RowsColumn[], parts: ColumnParts): Column<ShownRow>[] {
  const marks: Column<ShownRow> = {
    id: '#',
    field: 'id',
    name: element('span', { title: 'Row' }, '#'),
    width: 64,
    focusable: true,
    formatter: (row) => formatMark(parts.rowAt(row), row),
  };
  const shown = parts.order.flatMap((index) => {
    const column = columns[index];
    return column === undefined ? [] : [gridColumn(column, index, parts)];
  });
  return [marks, ...shown];
}

function gridColumn(
  column: RowsColumn,
  index: number,
  { rowAt, widths, changed }: ColumnParts,
): Column<ShownRow> {
  return {
    id: String(index),
    field: 'id',
    name: header(column),
    width: widths[column.name] ?? usualWidth(column),
    sortable: true,
    cssClass: `${column.kind === 'number' ? 'numeric' : ''} ${column.isPrimaryKey ? 'key' : ''}`.trim(),
    formatter: (row) => formatCell(rowAt(row), index),
    editor: cellEditor(column, index, changed),
  };
}

function header({ name, type, isPrimaryKey, isRequired }: RowsColumn): HTMLElement {
  const facts = [type, ...(isPrimaryKey ? ['primary key'] : []), isRequired ? 'required' : 'nullable'];
  return element(
    'span',
    { title: `${name}: ${facts.join(', ')}` },
    ...(isPrimaryKey ? [icon('key'), ' '] : []),
    name,
    element('span', { class: 'type' }, type),
  );
}

function usualWidth({ name, type, kind }: RowsColumn): number {
  return Math.min(280, Math.max(90, (name.length + type.length) * 8 + 48, kind === 'date' ? 180 : 0));
}

/** Columns of the key belong to what a row is, once it is there; without a key, no row can be told from others. */
export function isEditable({ mark }: ShownRow, column: RowsColumn, columns: readonly RowsColumn[]): boolean {
  if (mark === 'added') return true;
  const hasKey = columns.some(({ isPrimaryKey }) => isPrimaryKey);
  return hasKey && !column.isPrimaryKey && mark !== 'deleted';
}

/** By which column the library’s event wants rows to be sorted; by none when it says so. */
export function sortAskedFor(sort: object, columns: readonly RowsColumn[]): Partial<RowsSort> {
  const asked: unknown = 'sortCols' in sort ? sort.sortCols : [];
  const last = Array.isArray(asked)
    ? (asked.at(-1) as { columnId: string; sortAsc: boolean } | undefined)
    : undefined;
  const column = columns[Number(last?.columnId)]?.name;
  return last === undefined || column === undefined ? {} : { column, ascending: last.sortAsc };
}
