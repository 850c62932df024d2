/** The head of the result page: what was run and where, how it went, and what can be done now. */
import type { ResultState } from '../../../../shared/resultMessages.ts';
import { button, element, icon } from '../../webview/dom.ts';
import { looks } from './looks.ts';

export interface HeaderActions {
  cancel(): void;
  runAgain(): void;
}

export class ResultHeader {
  readonly element = element('header');
  private readonly title = element('h1');
  private readonly where = element('span', { class: 'where' });
  private readonly status = element('span', { class: 'status', role: 'status' });
  private readonly facts = element('dl', { class: 'facts' });
  private readonly error = element('section', { class: 'error', role: 'alert' });
  private readonly cancel: HTMLButtonElement;
  private readonly again: HTMLButtonElement;

  constructor(actions: HeaderActions) {
    this.cancel = button('Cancel', 'debug-stop', () => actions.cancel());
    this.again = button('Run Again', 'refresh', () => actions.runAgain());
    const line = element('div', { class: 'title-line' }, this.title, this.where, this.status);
    const buttons = element('div', { class: 'buttons' }, this.cancel, this.again);
    this.element.append(element('div', { class: 'head' }, line, buttons), this.facts, this.error);
  }

  show(state: ResultState): void {
    const look = looks[state.status];
    this.title.textContent = state.title;
    this.where.replaceChildren(icon('cloud'), state.where);
    this.status.className = `status ${state.status}`;
    this.status.replaceChildren(icon(look.icon), look.label);
    this.facts.replaceChildren(
      ...state.facts.map(({ label, value }) =>
        element('div', {}, element('dt', {}, label), element('dd', {}, value)),
      ),
    );
    this.cancel.hidden = state.status !== 'running';
    this.again.hidden = state.status === 'running';
    this.showError(state);
  }

  private showError({ error }: ResultState): void {
    this.error.hidden = error === undefined;
    if (error === undefined) return;
    const { title, advice, serverMessage } = error;
    this.error.replaceChildren(
      element('p', { class: 'error-title' }, icon('error'), title),
      element('p', {}, advice),
      ...(serverMessage === undefined
        ? []
        : [
            element(
              'p',
              { class: 'server-message' },
              element('span', {}, 'The service says: '),
              serverMessage,
            ),
          ]),
    );
  }
}
