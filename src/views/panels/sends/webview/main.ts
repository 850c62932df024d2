/** The page of the Live Sends view: one card for each watched send. */
import '../../webview/language.ts';
import * as l10n from '@vscode/l10n';
import {
  isToLiveSendsPage,
  type FromLiveSendsPage,
  type SendCard,
  type ToLiveSendsPage,
} from '../../../../shared/liveSendsMessages.ts';
import { button, element } from '../../webview/dom.ts';
import { connectToHost } from '../../webview/host.ts';
import { CardView } from './cardView.ts';
import './sends.css';

let post: (message: FromLiveSendsPage) => void = () => undefined;

const list = element('ul', { class: 'cards', 'aria-label': l10n.t('Watched sends') });
const empty = element(
  'div',
  { class: 'empty' },
  element('p', {}, l10n.t('No send is being watched.')),
  element('p', { class: 'muted' }, l10n.t('Watch one from the Sends view, or choose one here.')),
  button(l10n.t('Watch a Send…'), 'eye', () => post({ kind: 'watch' })),
);
const announcer = element('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
document.body.append(
  element('main', {}, element('h1', { class: 'visually-hidden' }, l10n.t('Live sends')), empty, list),
  announcer,
);

/** Cards by key: a card that is there already is changed in place, so that the focus stays. */
const shown = new Map<string, CardView>();

function show(cards: readonly SendCard[]): void {
  empty.hidden = cards.length > 0;
  list.hidden = cards.length === 0;
  const keys = new Set(cards.map(({ key }) => key));
  for (const [key, view] of shown) {
    if (keys.has(key)) continue;
    view.remove();
    shown.delete(key);
  }
  for (const card of cards) {
    let view = shown.get(card.key);
    if (view === undefined) {
      view = new CardView((action) => post({ kind: 'act', action, key: card.key }));
      shown.set(card.key, view);
      list.append(view.root);
    }
    view.update(card);
  }
}

post = connectToHost<ToLiveSendsPage>(isToLiveSendsPage, (message) => {
  show(message.cards);
  if (message.announcement !== '') announcer.textContent = message.announcement;
});
