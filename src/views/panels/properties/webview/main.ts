/** The page of properties: a table of all there is, editable where the API takes changes, and a review before writing. */
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
const review = button('Review and Write…', 'save', () => post({ kind: 'review' }));
const revert = button('Revert', 'discard', () => post({ kind: 'revert' }));
const reload = button('Reload', 'refresh', () => post({ kind: 'reload' }));
const filter = element('input', {
  type: 'search',
  class: 'filter',
  placeholder: 'Filter properties',
  'aria-label': 'Filter properties',
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
  if (now === 'loading') return 'Loading…';
  if (now === 'writing') return 'Writing…';
  if (now === 'failed') return '';
  if (changed > 0) return changed === 1 ? '1 change' : `${String(changed)} changes`;
  const outcomes = rows.flatMap(({ outcome }) => outcome ?? []);
  if (outcomes.length > 0) {
    return `${String(outcomes.filter(({ ok }) => ok).length)} of ${String(outcomes.length)} written`;
  }
  return [`${String(rows.length)} properties`, readOnly].filter((part) => part !== undefined).join('. ');
}

function showError(told: PropertiesState['error']): void {
  error.hidden = told === undefined;
  if (told === undefined) return;
  const { title: what, advice, serverMessage } = told;
  error.replaceChildren(
    icon('error'),
    element('span', {}, ` ${what} ${advice}`),
    ...(serverMessage === undefined ? [] : [element('p', {}, `The service says: “${serverMessage}”`)]),
  );
}

post = connectToHost<ToPropertiesPage>(isToPropertiesPage, ({ state, kept }) => {
  show(state);
  keepForReload(kept);
});
