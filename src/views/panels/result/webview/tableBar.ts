/** The line above the rows: narrow them down, take them elsewhere. */
import { button, element } from '../../webview/dom.ts';

export interface TableBarActions {
  filter(words: string): void;
  export(): void;
}

export class TableBar {
  readonly element: HTMLElement;
  private readonly shown = element('span', { class: 'muted', role: 'status' });

  constructor(actions: TableBarActions) {
    const input = element('input', {
      type: 'search',
      placeholder: 'Filter rows',
      'aria-label': 'Filter rows by words that they contain',
    });
    input.addEventListener('input', () => actions.filter(input.value));
    this.element = element(
      'div',
      { class: 'table-bar' },
      input,
      this.shown,
      button('Export…', 'export', () => actions.export()),
    );
  }

  /** Says how many rows a filter leaves; nothing without one. */
  setCount(shown: number, all: number): void {
    const text = shown === all ? '' : `${shown.toLocaleString()} of ${all.toLocaleString()} rows`;
    if (this.shown.textContent !== text) this.shown.textContent = text;
  }
}
