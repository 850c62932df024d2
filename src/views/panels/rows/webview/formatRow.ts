/** How rows look in the grid: their numbers with what is pending, and their cells. */
import type { ShownRow } from '../../../../shared/rowsMessages.ts';
import { element, icon } from '../../webview/dom.ts';

/** Characters of a cell that are drawn; all of it is in the details below the grid. */
const drawn = 300;

const markIcons = { changed: 'edit', added: 'add', deleted: 'trash' } as const;

/** The number of a row; three dots until the row has come. */
export function formatMark({ id, mark, problem }: ShownRow, row: number): HTMLElement {
  if (id === '') return element('span', { class: 'muted' }, '…');
  const number = String(row + 1);
  if (mark === undefined) return element('span', { class: 'muted' }, number);
  const words = problem === undefined ? mark : `${mark}, failed: ${problem}`;
  const shown = icon(problem === undefined ? markIcons[mark] : 'error');
  const spoken = element('span', { class: 'visually-hidden' }, words);
  return element('span', { title: words, class: 'mark' }, shown, spoken, number);
}

/** Cells go in as text. */
export function formatCell(item: ShownRow, column: number): HTMLElement | string {
  if (item.id === '') return '';
  const value = item.cells[column] ?? null;
  const problem = item.cellProblems?.[column];
  const shown = element('span', { class: cellClass(item, column, value) }, cellText(item, value));
  if (problem !== undefined) shown.append(element('span', { class: 'visually-hidden' }, `, ${problem}`));
  return shown;
}

function cellText({ mark }: ShownRow, value: string | null): string {
  // Columns of a new row that nobody filled are left to the server.
  if (value === null) return mark === 'added' ? '' : 'null';
  return value.length > drawn ? `${value.slice(0, drawn)}…` : value;
}

function cellClass({ mark, changed, cellProblems }: ShownRow, column: number, value: string | null): string {
  const isChanged = mark === 'changed' && changed?.includes(column) === true;
  const classes = [
    value === null ? 'nil' : '',
    isChanged ? 'is-changed' : '',
    cellProblems?.[column] === undefined ? '' : 'is-invalid',
  ];
  return classes.filter((one) => one !== '').join(' ');
}
