/** One card: made once, then changed in place with every look at its send. */
import * as l10n from '@vscode/l10n';
import type { CardAction, SendCard, WatchState } from '../../../../shared/liveSendsMessages.ts';
import { button, element, icon, iconButton } from '../../webview/dom.ts';
import { ChartView } from './chartView.ts';
import { showFigures } from './figures.ts';
import { TrackingView } from './trackingView.ts';

/** How each state looks and is called; the state is always in words too. */
const looks: Readonly<Record<WatchState, { readonly icon: string; readonly label: string }>> = {
  waiting: { icon: 'clock', label: l10n.t('Waiting') },
  sending: { icon: 'sync codicon-modifier-spin', label: l10n.t('Sending') },
  paused: { icon: 'debug-pause', label: l10n.t('Paused') },
  stalled: { icon: 'warning', label: l10n.t('Stalled') },
  done: { icon: 'pass', label: l10n.t('Sent') },
  canceled: { icon: 'circle-slash', label: l10n.t('Stopped') },
  failed: { icon: 'error', label: l10n.t('Failed') },
  lost: { icon: 'debug-disconnect', label: l10n.t('No news') },
  left: { icon: 'eye-closed', label: l10n.t('No longer watched') },
};

/** What the buttons of a card say; to dismiss it has a button of its own. */
const buttons: readonly (readonly [action: CardAction, label: string, icon: string])[] = [
  ['ask-again', l10n.t('Ask Again'), 'refresh'],
  ['tracking', l10n.t('Tracking'), 'graph'],
  ['export-numbers', l10n.t('Export Numbers…'), 'export'],
];

export class CardView {
  readonly root: HTMLElement;
  private readonly title = element('h2');
  private readonly state = element('span', { class: 'state' });
  private readonly subject = element('p', { class: 'muted subject' });
  private readonly sent = element('span', { class: 'sent' });
  private readonly audience = element('span', { class: 'muted' });
  private readonly bar = element('progress', { max: '1', 'aria-label': l10n.t('Sent of the audience') });
  private readonly problem = element('p', { class: 'problem' });
  private readonly figures = element('dl', { class: 'figures' });
  private readonly chart = new ChartView();
  private readonly tracking: TrackingView;
  private readonly dismiss: HTMLButtonElement;
  private readonly buttons: readonly (readonly [CardAction, HTMLButtonElement])[];

  constructor(act: (action: CardAction) => void) {
    this.dismiss = iconButton(l10n.t('Stop watching'), 'close', () => act('dismiss'));
    this.buttons = buttons.map(([action, label, name]) => [action, button(label, name, () => act(action))]);
    this.tracking = new TrackingView(() => act('export-tracking'));
    this.root = element(
      'li',
      { class: 'card' },
      element('div', { class: 'card-head' }, this.title, this.state, this.dismiss),
      this.subject,
      element(
        'div',
        { class: 'columns' },
        element(
          'div',
          {},
          element('p', { class: 'count' }, this.sent, ' ', this.audience),
          ...[this.bar, this.problem, this.figures],
        ),
        this.chart.root,
      ),
      element('div', { class: 'actions' }, ...this.buttons.map(([, each]) => each)),
      this.tracking.root,
    );
  }

  update(card: SendCard): void {
    const look = looks[card.state];
    this.root.dataset['state'] = card.state;
    this.title.textContent = card.name;
    this.title.title = card.name;
    this.state.replaceChildren(icon(look.icon), statusText(card.status, look.label));
    this.subject.textContent = [card.subject, card.where].filter((text) => text !== '').join(' · ');
    this.sent.textContent = l10n.t('{0} sent', card.numberSent);
    this.audience.textContent = card.audience;
    this.bar.hidden = card.progress === undefined;
    this.bar.value = card.progress ?? 0;
    this.problem.hidden = card.problem === undefined;
    this.problem.replaceChildren(icon('warning'), element('span', {}, card.problem ?? ''));
    showFigures(this.figures, card.figures);
    this.chart.update(card.chart);
    this.tracking.update(card.tracking);
    const label = l10n.t('Stop watching {0}', card.name);
    this.dismiss.ariaLabel = label;
    this.dismiss.title = label;
    for (const [action, each] of this.buttons) each.hidden = !card.actions.includes(action);
  }

  remove(): void {
    this.chart.dispose();
    this.root.remove();
  }
}

/** Our word for the state, and the service's own where it says more. */
function statusText(status: string, label: string): string {
  const says = status.toLowerCase() === label.toLowerCase() ? '' : status;
  return says === '' ? label : `${label} (${says})`;
}
