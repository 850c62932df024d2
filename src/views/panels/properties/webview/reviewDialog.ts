/** What is about to be written, beside what was there; what others changed meanwhile is said. */
import * as l10n from '@vscode/l10n';
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
    const write = button(l10n.t('Write'), 'save', () => this.answers.write());
    write.classList.add('primary');
    const question =
      review.length === 1
        ? l10n.t('Write 1 property of {0} in {1}?', title, where)
        : l10n.t('Write {0} properties of {1} in {2}?', review.length, title, where);
    const hasTheirs = review.some(({ theirs }) => theirs !== undefined);
    this.element.replaceChildren(
      element('h2', { id: 'review-title' }, question),
      ...(hasTheirs
        ? [
            element(
              'p',
              { class: 'conflict' },
              icon('warning'),
              ` ${l10n.t('Somebody else changed this meanwhile.')}`,
            ),
          ]
        : []),
      changesTable(review, hasTheirs),
      element(
        'div',
        { class: 'buttons' },
        write,
        button(l10n.t('Cancel'), 'close', () => this.answers.cancel()),
      ),
    );
    this.element.showModal();
    write.focus();
  }
}

function changesTable(review: readonly PropertyChange[], hasTheirs: boolean): HTMLTableElement {
  const headings = [
    l10n.t('Property'),
    l10n.t('Loaded'),
    l10n.t('To be written'),
    ...(hasTheirs ? [l10n.t('On the server')] : []),
  ];
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
  if (value === null) return element('span', { class: 'nil' }, l10n.t('not set'));
  return value === '' ? element('span', { class: 'nil' }, 'empty') : value;
}
