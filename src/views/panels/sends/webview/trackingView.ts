/** What became of a send's messages: figures, and the links that were clicked most. */
import * as l10n from '@vscode/l10n';
import type { TrackingPart } from '../../../../shared/liveSendsMessages.ts';
import { button, element } from '../../webview/dom.ts';
import { showFigures } from './figures.ts';

export class TrackingView {
  readonly root: HTMLElement;
  private readonly figures = element('dl', { class: 'figures' });
  private readonly rows = element('tbody');
  private readonly links: HTMLTableElement;
  private readonly note = element('p', { class: 'muted' });
  private readonly problem = element('p', { class: 'problem' });
  private readonly exporting: HTMLButtonElement;

  constructor(exportTracking: () => void) {
    this.links = element(
      'table',
      { class: 'links' },
      element('caption', {}, l10n.t('Top links')),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...[l10n.t('Link'), l10n.t('Clicks'), l10n.t('Unique')].map((name) =>
            element('th', { scope: 'col' }, name),
          ),
        ),
      ),
      this.rows,
    );
    this.exporting = button(l10n.t('Export Tracking…'), 'export', exportTracking);
    this.root = element(
      'section',
      { class: 'tracking', 'aria-label': l10n.t('Tracking') },
      element('h3', {}, l10n.t('Tracking')),
      ...[this.note, this.problem, this.figures, this.links, this.exporting],
    );
  }

  update(tracking: TrackingPart | undefined): void {
    this.root.hidden = tracking === undefined;
    if (tracking === undefined) return;
    const { figures, links, note, problem } = tracking;
    this.note.textContent = note;
    this.problem.hidden = problem === undefined;
    this.problem.textContent = problem ?? '';
    showFigures(this.figures, figures);
    this.links.hidden = links.length === 0;
    this.rows.replaceChildren(
      ...links.map(({ link, clicks, unique }) =>
        element(
          'tr',
          {},
          element('td', { title: link }, link),
          element('td', { class: 'number' }, clicks),
          element('td', { class: 'number' }, unique),
        ),
      ),
    );
    this.exporting.hidden = figures.length === 0;
  }
}
