/** The page of a check-up: one row for each step, what it found and what to do. */
import '../../webview/language.ts';
import * as l10n from '@vscode/l10n';
import {
  isToCheckupPage,
  type CheckAction,
  type CheckRow,
  type CheckState,
  type FromCheckupPage,
  type ToCheckupPage,
} from '../../../../shared/checkupMessages.ts';
import { button, element, icon } from '../../webview/dom.ts';
import { connectToHost } from '../../webview/host.ts';
import './checkup.css';

let post: (message: FromCheckupPage) => void = () => undefined;

/** How a state looks, and its word: colour alone tells nobody. */
const looks: Readonly<Record<CheckState, { readonly icon: string; readonly word: string }>> = {
  running: { icon: 'loading codicon-modifier-spin', word: l10n.t('Being checked') },
  good: { icon: 'pass', word: l10n.t('Good') },
  notice: { icon: 'warning', word: l10n.t('To note') },
  failed: { icon: 'error', word: l10n.t('Failed') },
  skipped: { icon: 'circle-slash', word: l10n.t('Not checked') },
};

const actionLooks: Readonly<Record<CheckAction, { readonly icon: string; readonly label: string }>> = {
  credentials: { icon: 'key', label: l10n.t('Enter the Credentials Again…') },
  settings: { icon: 'settings-gear', label: l10n.t('Open the Settings') },
  log: { icon: 'output', label: l10n.t('Show Log') },
};

const where = element('p', { class: 'where muted' });
const verdict = element('p', { class: 'verdict', role: 'status', 'aria-live': 'polite' });
const list = element('ol', { class: 'checks', 'aria-label': l10n.t('Steps') });
const again = button(l10n.t('Check Again'), 'refresh', () => post({ kind: 'again' }));
document.body.append(
  element(
    'main',
    {},
    element('h1', {}, l10n.t('Connection check')),
    where,
    verdict,
    element(
      'div',
      { class: 'bar' },
      again,
      button(l10n.t('Copy Report'), 'copy', () => post({ kind: 'copy' })),
    ),
    list,
  ),
);

function rowOf({ title, state, text, advice, details, actions }: CheckRow): HTMLElement {
  const { icon: name, word } = looks[state];
  const row = element(
    'li',
    { 'data-state': state },
    icon(name),
    element('h2', {}, title),
    element('span', { class: 'word' }, word),
    element('p', { class: 'text' }, text),
  );
  if (advice !== '') row.append(element('p', { class: 'advice' }, advice));
  if (details.length > 0) row.append(detailsOf(details));
  if (actions.length > 0) row.append(element('div', { class: 'bar' }, ...actions.map(actionButton)));
  return row;
}

function detailsOf(details: readonly string[]): HTMLElement {
  const items = details.map((detail) => element('li', {}, detail));
  return element('details', {}, element('summary', {}, l10n.t('Details')), element('ul', {}, ...items));
}

function actionButton(action: CheckAction): HTMLButtonElement {
  const { icon: name, label } = actionLooks[action];
  return button(label, name, () => post({ kind: 'act', action }));
}

post = connectToHost<ToCheckupPage>(isToCheckupPage, (state) => {
  where.textContent = state.where;
  if (verdict.textContent !== state.verdict) verdict.textContent = state.verdict;
  again.disabled = state.running;
  list.setAttribute('aria-busy', String(state.running));
  list.replaceChildren(...state.rows.map(rowOf));
});
