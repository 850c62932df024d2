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

  /** @param count how many there are; of very many, not all are listed. */
  show(steps: readonly ResultStep[], selected: number, count: number): void {
    this.element.hidden = count < 2;
    const focused = this.placeOf(document.activeElement);
    const isMoved = this.placeOf(this.element.querySelector('[aria-pressed="true"]')) !== String(selected);
    this.element.replaceChildren(
      ...steps.map(({ index, title, status }) => {
        const created = element(
          'button',
          {
            type: 'button',
            class: `step ${status}`,
            'aria-pressed': String(index === selected),
            'data-index': String(index),
          },
          icon(looks[status].icon),
          element('span', { class: 'step-title', title }, title),
          element('span', { class: 'visually-hidden' }, `, ${looks[status].label}`),
        );
        created.addEventListener('click', () => this.select(index));
        return created;
      }),
      ...(steps.length < count ? [this.note(steps.length, count)] : []),
    );
    if (focused !== undefined) this.button(focused)?.focus({ preventScroll: true });
    // Only then: whoever reads on below is not drawn back up by every step that ends.
    if (isMoved) this.button(String(selected))?.scrollIntoView({ block: 'nearest' });
  }

  private button(place: string): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`[data-index="${place}"]`);
  }

  /** Place in the run of a step's button: where it stands among the others changes while they are not all listed. */
  private placeOf(button: Element | null): string | undefined {
    return button !== null && this.element.contains(button)
      ? (button.getAttribute('data-index') ?? undefined)
      : undefined;
  }

  private note(listed: number, count: number): HTMLElement {
    const words = `${listed.toLocaleString()} of ${count.toLocaleString()} requests are listed: those that failed first, and the latest.`;
    return element('p', { class: 'steps-note' }, words);
  }
}
