/** The page of properties: a table of all there is, editable where the API takes changes, and a review before writing. */
import '../../webview/language.ts';
import * as l10n from '@vscode/l10n';
import {
  isToPropertiesPage,
  type FromPropertiesPage,
  type PropertiesState,
  type ToPropertiesPage,
} from '../../../../shared/propertiesMessages.ts';
import { button, element, icon } from '../../webview/dom.ts';
import { connectToHost, keepForReload } from '../../webview/host.ts';
import { PropertyTable } from './propertyTable.ts';
import './properties.css';
import { ReviewDialog } from './reviewDialog.ts';

let post: (message: FromPropertiesPage) => void = () => undefined;

const title = element('h1');
const where = element('p', { class: 'muted' });
const status = element('p', { role: 'status', class: 'muted' });
const error = element('div', { role: 'alert', class: 'error', hidden: '' });
const review = button(l10n.t('Review and Write…'), 'save', () => post({ kind: 'review' }));
const revert = button(l10n.t('Revert'), 'discard', () => post({ kind: 'revert' }));
const reload = button(l10n.t('Reload'), 'refresh', () => post({ kind: 'reload' }));
const filter = element('input', {
  type: 'search',
  class: 'filter',
  placeholder: l10n.t('Filter properties'),
  'aria-label': l10n.t('Filter properties'),
});
const table = new PropertyTable({
  edit: (path, value) => post({ kind: 'edit', path, value }),
  copy: (text) => post({ kind: 'copy', text }),
});
const dialog = new ReviewDialog({
  write: () => post({ kind: 'write' }),
  cancel: () => post({ kind: 'cancelReview' }),
});
filter.addEventListener('input', () => table.filterBy(filter.value));

document.body.append(
  element(
    'main',
    {},
    title,
    where,
    element('div', { class: 'bar' }, filter, review, revert, reload, status),
    error,
    table.element,
  ),
  dialog.element,
);

function show(state: PropertiesState): void {
  title.textContent = state.title;
  where.textContent = `${state.kind} (${state.objectType}) · ${state.where}`;
  where.classList.toggle('production', state.isProduction);
  const changed = state.rows.filter(({ edited }) => edited !== undefined);
  const isBusy = state.status === 'loading' || state.status === 'writing';
  review.disabled = isBusy || changed.length === 0 || changed.some(({ problem }) => problem !== undefined);
  revert.disabled = isBusy || changed.length === 0;
  reload.disabled = isBusy;
  review.hidden = revert.hidden = state.readOnly !== undefined;
  status.textContent = statusText(state, changed.length);
  showError(state.error);
  table.show(state.rows, isBusy);
  dialog.show(state);
}

function statusText({ status: now, rows, readOnly }: PropertiesState, changed: number): string {
  if (now === 'loading') return l10n.t('Loading…');
  if (now === 'writing') return l10n.t('Writing…');
  if (now === 'failed') return '';
  if (changed > 0) return changed === 1 ? l10n.t('1 change') : l10n.t('{0} changes', changed);
  const outcomes = rows.flatMap(({ outcome }) => outcome ?? []);
  if (outcomes.length > 0) {
    return l10n.t('{0} of {1} written', outcomes.filter(({ ok }) => ok).length, outcomes.length);
  }
  return [l10n.t('{0} properties', rows.length), readOnly].filter((part) => part !== undefined).join('. ');
}

function showError(told: PropertiesState['error']): void {
  error.hidden = told === undefined;
  if (told === undefined) return;
  const { title: what, advice, serverMessage } = told;
  error.replaceChildren(
    icon('error'),
    element('span', {}, ` ${what} ${advice}`),
    ...(serverMessage === undefined
      ? []
      : [element('p', {}, l10n.t('The service says: “{0}”', serverMessage))]),
  );
}

post = connectToHost<ToPropertiesPage>(isToPropertiesPage, ({ state, kept }) => {
  show(state);
  keepForReload(kept);
});
