/** The page of the Live Sends view: one card for each watched send. */
import {
  isToLiveSendsPage,
  type FromLiveSendsPage,
  type SendCard,
  type ToLiveSendsPage,
  type WatchState,
} from '../../../../shared/liveSendsMessages.ts';
import { button, element, icon, iconButton } from '../../webview/dom.ts';
import { connectToHost } from '../../webview/host.ts';
import './sends.css';

/** How each state looks and is called; the state is always in words too. */
const looks: Readonly<Record<WatchState, { readonly icon: string; readonly label: string }>> = {
  waiting: { icon: 'clock', label: 'Waiting' },
  sending: { icon: 'sync codicon-modifier-spin', label: 'Sending' },
  done: { icon: 'pass', label: 'Sent' },
  ended: { icon: 'circle-slash', label: 'Ended' },
  lost: { icon: 'warning', label: 'No news' },
};

let post: (message: FromLiveSendsPage) => void = () => undefined;

const list = element('ul', { class: 'cards', 'aria-label': 'Watched sends' });
const empty = element(
  'div',
  { class: 'empty' },
  element('p', {}, 'No send is being watched.'),
  element('p', { class: 'muted' }, 'Watch one from the Sends view, or choose one here.'),
  button('Watch a Send…', 'eye', () => post({ kind: 'watch' })),
);
const announcer = element('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
document.body.append(
  element('main', {}, element('h1', { class: 'visually-hidden' }, 'Live sends'), empty, list),
  announcer,
);

/** Cards by key: a card that is there already is changed in place, so that the focus stays. */
const shown = new Map<string, { readonly root: HTMLElement; update(card: SendCard): void }>();

function createCard(card: SendCard): { readonly root: HTMLElement; update(card: SendCard): void } {
  const title = element('h2');
  const state = element('span', { class: 'state' });
  const subject = element('p', { class: 'muted subject' });
  const sent = element('span', { class: 'sent' });
  const audience = element('span', { class: 'muted' });
  const bar = element('progress', { max: '1', 'aria-label': 'Sent of the audience' });
  const figures = element('dl', { class: 'figures' });
  const problem = element('p', { class: 'problem' });
  const dismiss = iconButton(`Stop watching ${card.name}`, 'close', () =>
    post({ kind: 'dismiss', key: card.key }),
  );
  const root = element(
    'li',
    { class: 'card' },
    element('div', { class: 'card-head' }, title, state, dismiss),
    subject,
    element('p', { class: 'count' }, sent, ' ', audience),
    bar,
    problem,
    figures,
  );
  return {
    root,
    update: (next) => {
      const look = looks[next.state];
      root.dataset['state'] = next.state;
      title.textContent = next.name;
      state.replaceChildren(icon(look.icon), statusText(next, look.label));
      subject.textContent = [next.subject, next.where].filter((text) => text !== '').join(' · ');
      sent.textContent = `${next.numberSent} sent`;
      audience.textContent = next.audience;
      bar.hidden = next.progress === undefined;
      bar.value = next.progress ?? 0;
      problem.hidden = next.problem === undefined;
      problem.replaceChildren(icon('warning'), next.problem ?? '');
      figures.replaceChildren(
        ...next.figures.map(({ label, value, title: hint }) =>
          element('div', { title: hint }, element('dt', {}, label), element('dd', {}, value)),
        ),
      );
    },
  };
}

/** Our word for the state, and the service's own where it says more. */
function statusText(card: SendCard, label: string): string {
  const own = card.status.toLowerCase() === label.toLowerCase() ? '' : card.status;
  return own === '' ? label : `${label} (${own})`;
}

function show(cards: readonly SendCard[]): void {
  empty.hidden = cards.length > 0;
  const keys = new Set(cards.map(({ key }) => key));
  for (const [key, { root }] of shown) {
    if (keys.has(key)) continue;
    root.remove();
    shown.delete(key);
  }
  for (const card of cards) {
    let view = shown.get(card.key);
    if (view === undefined) {
      view = createCard(card);
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
