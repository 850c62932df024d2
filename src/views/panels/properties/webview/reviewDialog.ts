/** What is about to be written, beside what was there; what others changed meanwhile is said. */
import type { PropertiesState, PropertyChange } from '../../../../shared/propertiesMessages.ts';
import { button, element, icon } from '../../webview/dom.ts';

interface Answers {
  write(): void;
  cancel(): void;
}

export class ReviewDialog {
  readonly element = element('dialog', { 'aria-labelledby': 'review-title' });
  private readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = answers;
    this.element.addEventListener('cancel', (event) => {
      event.preventDefault();
      answers.cancel();
    });
  }

  show({ review, where, title }: PropertiesState): void {
    if (review === undefined) {
      this.element.close();
      return;
    }
    if (this.element.open) return;
    const write = button('Write', 'save', () => this.answers.write());
    write.classList.add('primary');
    const count = review.length === 1 ? '1 property' : `${String(review.length)} properties`;
    const hasTheirs = review.some(({ theirs }) => theirs !== undefined);
    this.element.replaceChildren(
      element('h2', { id: 'review-title' }, `Write ${count} of ${title} in ${where}?`),
      ...(hasTheirs
        ? [element('p', { class: 'conflict' }, icon('warning'), ' Somebody else changed this meanwhile.')]
        : []),
      changesTable(review, hasTheirs),
      element(
        'div',
        { class: 'buttons' },
        write,
        button('Cancel', 'close', () => this.answers.cancel()),
      ),
    );
    this.element.showModal();
    write.focus();
  }
}

function changesTable(review: readonly PropertyChange[], hasTheirs: boolean): HTMLTableElement {
  const headings = ['Property', 'Loaded', 'To be written', ...(hasTheirs ? ['On the server'] : [])];
  return element(
    'table',
    { class: 'changes' },
    element('thead', {}, element('tr', {}, ...headings.map((text) => element('th', { scope: 'col' }, text)))),
    element(
      'tbody',
      {},
      ...review.map(({ path, before, after, theirs }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, path),
          element('td', { class: 'before' }, textOf(before)),
          element('td', { class: 'after' }, textOf(after)),
          ...(hasTheirs ? [element('td', {}, theirs === undefined ? '' : textOf(theirs))] : []),
        ),
      ),
    ),
  );
}

function textOf(value: string | null): HTMLElement | string {
  if (value === null) return element('span', { class: 'nil' }, 'not set');
  return value === '' ? element('span', { class: 'nil' }, 'empty') : value;
}
