/** The page of the rows editor. */
import '../../webview/language.ts';
import {
  isToRowsPage,
  type FromRowsPage,
  type RowsState,
  type ToRowsPage,
} from '../../../../shared/rowsMessages.ts';
import { element } from '../../webview/dom.ts';
import { connectToHost, keepForReload, keptFromBefore } from '../../webview/host.ts';
import { CellDetails } from './details.ts';
import { FilterBar } from './filterBar.ts';
import { ImportDialog } from './importDialog.ts';
import { ReviewDialog } from './reviewDialog.ts';
import './rows.css';
import { KeptView } from './keptView.ts';
import { RowsGrid } from './rowsGrid.ts';
import { RowWindow } from './rowWindow.ts';
import { Toolbar } from './toolbar.ts';

const post: (message: FromRowsPage) => void = connectToHost<ToRowsPage>(isToRowsPage, (message) => {
  (handlers[message.kind] as (message: ToRowsPage) => void)(message);
});
const view = new KeptView(keptFromBefore(), keepForReload);
let state: RowsState | undefined;
let active = { row: 0, column: -1 };

const rows = new RowWindow((from, to) => post({ kind: 'need', from, to }));
const details = new CellDetails();
const empty = element('p', { class: 'muted empty' });
const grid = new RowsGrid(rows, document.body.dataset['nonce'] ?? '', {
  sort: (column, ascending) => post({ kind: 'sort', column, ascending }),
  unsort: () => post({ kind: 'unsort' }),
  edit: (cells) => post({ kind: 'edit', cells }),
  copy: () => post({ kind: 'copy', format: 'tsv', ...grid.selection() }),
  add: () => post({ kind: 'add' }),
  remove: () => post({ kind: 'remove', rows: grid.selection().rows }),
  activeCell: (row, column) => showActive(row, column ?? -1),
  refused: ({ name, isPrimaryKey }) =>
    details.say(
      state?.isReadOnly === true
        ? (state.limits ?? '')
        : isPrimaryKey
          ? `${name} is part of the primary key, which cannot be changed. Duplicate the row with another key, and delete this one.`
          : `${name} of this row cannot be changed.`,
    ),
  scrolled: (top) => view.scrolled(top),
  resized: (widths) => view.resized(widths),
  notPlaced: (row, value) =>
    details.say(
      `“${value}” was typed into row ${String(row + 1)} before it had come; other rows are shown now.`,
    ),
});
const filter = new FilterBar({
  check: (text) => post({ kind: 'checkFilter', text }),
  build: (tree) => post({ kind: 'buildFilter', tree }),
  apply: (text) => post({ kind: 'applyFilter', text }),
});
const toolbar = new Toolbar({
  press: (kind) => post({ kind }),
  add: () => post({ kind: 'add' }),
  duplicate: () => post({ kind: 'add', copyOf: active.row }),
  remove: () => post({ kind: 'remove', rows: grid.selection().rows }),
  revert: () => post({ kind: 'revert', rows: grid.selection().rows }),
  copy: (format) => post({ kind: 'copy', format, ...grid.selection() }),
});
const importDialog = new ImportDialog({
  choose: (options) => post({ kind: 'importOptions', options }),
  dryRun: () => post({ kind: 'dryRunImport' }),
  write: () => post({ kind: 'writeImport' }),
  cancel: () => post({ kind: 'cancelImport' }),
});
const review = new ReviewDialog((write, conflicts) => post({ kind: 'answerReview', write, conflicts }));

document.body.append(
  element(
    'main',
    {},
    toolbar.element,
    filter.element,
    element('div', { class: 'grid-place' }, empty, grid.element),
    details.element,
    review.element,
    importDialog.element,
  ),
);

function showActive(row: number, column: number): void {
  active = { row, column };
  details.show(rows.getItem(row), state?.columns[column], column);
}

function showState(next: RowsState): void {
  const hasNewColumns = JSON.stringify(next.columns) !== JSON.stringify(state?.columns);
  state = next;
  toolbar.show(next);
  if (hasNewColumns) filter.setColumns(next.columns);
  filter.setApplied(next.filter);
  empty.hidden = next.shown > 0 || next.status === 'failed';
  empty.textContent = next.status === 'loading' ? 'Loading…' : 'No rows.';
  grid.element.hidden = next.columns.length === 0;
  grid.show(next, view.widths);
  const top = view.topToShow(next);
  if (top !== undefined) grid.scrollTo(top);
  view.show(next);
}

const handlers: {
  readonly [Kind in ToRowsPage['kind']]: (message: Extract<ToRowsPage, { kind: Kind }>) => void;
} = {
  state: ({ state: next }) => showState(next),
  rows: ({ version, from, rows: received }) => {
    if (rows.receive(version, from, received)) grid.received(from, received.length);
  },
  filter: ({ filter: shown }) => filter.show(shown),
  review: ({ review: shown }) => review.open(shown),
  closeReview: () => review.dismiss(),
  reveal: ({ row }) => grid.reveal(row),
  import: ({ plan }) => importDialog.show(plan),
};

post({ kind: 'open', ...(view.rows === undefined ? {} : { view: view.rows }) });
window.addEventListener('resize', () => grid.resize());
