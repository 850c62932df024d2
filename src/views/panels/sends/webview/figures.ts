/** Labels and values side by side. */
import type { Figure } from '../../../../shared/liveSendsMessages.ts';
import { element } from '../../webview/dom.ts';

export function showFigures(list: HTMLElement, figures: readonly Figure[]): void {
  list.replaceChildren(
    ...figures.map(({ label, value, title }) =>
      element('div', { title }, element('dt', {}, label), element('dd', {}, value)),
    ),
  );
}
