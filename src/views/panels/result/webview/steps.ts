/** The steps of a run of several requests, each with how it went; selecting one shows its result. */
import type { ResultStep } from '../../../../shared/resultMessages.ts';
import { element, icon } from '../../webview/dom.ts';
import { looks } from './looks.ts';

export class Steps {
  readonly element = element('nav', { class: 'steps', 'aria-label': 'Requests of this run' });
  private readonly select: (index: number) => void;

  constructor(select: (index: number) => void) {
    this.select = select;
    this.element.hidden = true;
  }

  show(steps: readonly ResultStep[], selected: number): void {
    this.element.hidden = steps.length < 2;
    const focused = [...this.element.children].indexOf(document.activeElement ?? this.element);
    this.element.replaceChildren(
      ...steps.map(({ title, status }, index) => {
        const created = element(
          'button',
          { type: 'button', class: `step ${status}`, 'aria-pressed': String(index === selected) },
          icon(looks[status].icon),
          element('span', { class: 'step-title', title }, title),
          element('span', { class: 'visually-hidden' }, `, ${looks[status].label}`),
        );
        created.addEventListener('click', () => this.select(index));
        return created;
      }),
    );
    const again = this.element.children[focused];
    if (again instanceof HTMLElement) again.focus();
  }
}
