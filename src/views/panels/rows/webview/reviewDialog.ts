/** Shows what is about to be written, row by row, and asks. Rows that others changed meanwhile ask for themselves. */
import type { ConflictChoice, Review, ReviewRow, RowCell } from '../../../../shared/rowsMessages.ts';
import { button, element, icon } from '../../webview/dom.ts';

export class ReviewDialog {
  readonly element = element('dialog', { 'aria-labelledby': 'review-title' });
  private readonly answer: (write: boolean, conflicts: Readonly<Record<string, ConflictChoice>>) => void;
  private readonly choices = new Map<string, ConflictChoice>();

  constructor(answer: (write: boolean, conflicts: Readonly<Record<string, ConflictChoice>>) => void) {
    this.answer = answer;
    this.element.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close(false);
    });
  }

  open({ summary, rows, unlisted }: Review): void {
    this.choices.clear();
    const write = button('Write', 'save', () => this.close(true));
    write.classList.add('primary');
    this.element.replaceChildren(
      element('h2', { id: 'review-title' }, summary),
      element(
        'div',
        { class: 'review-rows', tabindex: '0', role: 'region', 'aria-label': 'Changes' },
        ...rows.map((row) => this.row(row)),
      ),
      ...(unlisted === 0 ? [] : [element('p', {}, `And ${unlisted.toLocaleString()} more rows.`)]),
      element(
        'div',
        { class: 'buttons' },
        write,
        button('Cancel', 'close', () => this.close(false)),
      ),
    );
    if (!this.element.open) this.element.showModal();
    write.focus();
  }

  /** Closes without an answer: the host no longer waits for one. */
  dismiss(): void {
    this.element.close();
  }

  private close(write: boolean): void {
    this.element.close();
    this.answer(write, Object.fromEntries(this.choices));
  }

  private row(row: ReviewRow): HTMLElement {
    const { mark, key, cells, conflict } = row;
    const hasTheirs = cells.some(({ theirs }) => theirs !== undefined);
    const headings = [
      'Column',
      ...(mark === 'added' ? [] : ['Loaded']),
      ...(mark === 'deleted' ? [] : ['To be written']),
      ...(hasTheirs ? ['On the server'] : []),
    ];
    const table = element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...headings.map((text) => element('th', { scope: 'col' }, text))),
      ),
      element('tbody', {}, ...cells.map((cell) => cellLine(cell, mark, hasTheirs))),
    );
    return element(
      'section',
      { class: `review-row ${mark}` },
      element('h3', {}, icon(icons[mark]), ` ${words[mark]}: ${key}`),
      ...(conflict === undefined ? [] : [this.conflict(row, conflict)]),
      table,
    );
  }

  private conflict({ id, key }: ReviewRow, text: string): HTMLElement {
    const created = element('select', { 'aria-label': `What to do with ${key}` });
    for (const [value, label] of choiceLabels) created.append(element('option', { value }, label));
    created.addEventListener('change', () => this.choices.set(id, created.value as ConflictChoice));
    return element('p', { class: 'conflict' }, icon('warning'), ` ${text} `, created);
  }
}

const choiceLabels: readonly (readonly [ConflictChoice, string])[] = [
  ['later', 'Keep mine for later'],
  ['mine', 'Write mine'],
  ['theirs', 'Take what the server holds'],
];

const icons = { changed: 'edit', added: 'add', deleted: 'trash' } as const;
const words = { changed: 'Change', added: 'Add', deleted: 'Delete' } as const;

function cellLine(
  { column, before, after, theirs }: ReviewRow['cells'][number],
  mark: ReviewRow['mark'],
  hasTheirs: boolean,
): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, column),
    ...(mark === 'added' ? [] : [element('td', { class: 'before' }, cellText(before))]),
    ...(mark === 'deleted' ? [] : [element('td', { class: 'after' }, cellText(after))]),
    ...(hasTheirs ? [element('td', { class: 'theirs' }, cellText(theirs ?? null))] : []),
  );
}

function cellText(cell: RowCell): HTMLElement | string {
  if (cell === null || cell === '')
    return element('span', { class: 'nil' }, cell === null ? 'null' : 'empty');
  return cell.length > 500 ? `${cell.slice(0, 500)}…` : cell;
}
