/** The columns of the grid: the mark of each row, then those of the data extension. */
import type { Column } from 'slickgrid';
import type { RowsColumn, ShownRow } from '../../../../shared/rowsMessages.ts';
import { element, icon } from '../../webview/dom.ts';
import { cellEditor, type CellChanged } from './cellEditor.ts';
import type { ColumnWidths } from './keptView.ts';
import { formatCell, formatMark } from './formatRow.ts';

interface ColumnParts {
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
  return [marks, ...columns.map((column, index) => gridColumn(column, index, parts))];
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
    cssClass: column.kind === 'number' ? 'numeric' : '',
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
