/** The head of the rows editor: what is shown of which org, how far loading is, what is pending, and what can be done. */
import type { RowsButton, RowsState } from '../../../../shared/rowsMessages.ts';
import { button, element, icon, iconButton } from '../../webview/dom.ts';
import { Menu } from './menu.ts';

export interface ToolbarActions {
  readonly press: (what: RowsButton) => void;
  readonly add: () => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  readonly revert: () => void;
  readonly copy: (format: 'json' | 'soap') => void;
}

export class Toolbar {
  readonly element = element('header');
  private readonly title = element('h1');
  private readonly where = element('span', { class: 'where' });
  private readonly count = element('span', { class: 'count', role: 'status' });
  private readonly pending = element('span', { class: 'pending' });
  private readonly error = element('div', { class: 'error', role: 'alert' });
  private readonly note = element('p', { class: 'note', role: 'status' });
  private readonly loadAll: HTMLButtonElement;
  private readonly stop: HTMLButtonElement;
  private readonly write: HTMLButtonElement;
  private readonly discard: HTMLButtonElement;
  private readonly problem: HTMLButtonElement;
  private readonly rowButtons: readonly HTMLButtonElement[];
  private readonly more: Menu;
  private readonly press: ToolbarActions['press'];

  constructor(actions: ToolbarActions) {
    const { press } = actions;
    this.press = press;
    this.loadAll = button('Load All', 'cloud-download', () => press('loadAll'));
    this.stop = button('Stop', 'debug-stop', () => press('stop'));
    this.write = button('Review and Write…', 'save', () => press('save'));
    this.discard = button('Discard', 'discard', () => press('discard'));
    this.problem = button('Next Problem', 'arrow-down', () => press('nextProblem'));
    this.write.classList.add('primary');
    const add = button('Add Row', 'add', actions.add);
    const remove = iconButton('Delete Rows', 'trash', actions.remove);
    this.more = new Menu('More Actions', [
      { label: 'Duplicate Row', icon: 'files', act: actions.duplicate, writes: true },
      { label: 'Revert Rows', icon: 'history', act: actions.revert, writes: true },
      { label: 'Import CSV…', icon: 'arrow-up', act: () => press('import'), writes: true },
      { label: 'Export…', icon: 'arrow-down', act: () => press('export') },
      { label: 'Copy as JSON', icon: 'json', act: () => actions.copy('json') },
      { label: 'Copy as SOAP', icon: 'code', act: () => actions.copy('soap') },
      { label: 'New Request', icon: 'new-file', act: () => press('openRequest') },
    ]);
    this.rowButtons = [add, remove];
    const line = element(
      'div',
      { class: 'title-line' },
      this.title,
      this.where,
      this.count,
      this.loadAll,
      this.stop,
      element(
        'div',
        { class: 'buttons tools', role: 'group', 'aria-label': 'Rows' },
        add,
        remove,
        iconButton('Reload', 'refresh', () => press('reload')),
        this.more.element,
      ),
    );
    const writing = element(
      'div',
      { class: 'buttons writing' },
      this.pending,
      this.problem,
      this.discard,
      this.write,
    );
    this.element.append(line, writing, this.note, this.error);
  }

  show(state: RowsState): void {
    this.title.textContent = state.title;
    this.where.replaceChildren(icon('cloud'), state.where);
    this.count.textContent = state.busy ?? countText(state);
    this.loadAll.hidden = state.status !== 'paused';
    this.stop.hidden = !state.canStop;
    const mayWrite = state.columns.length > 0 && !state.isReadOnly;
    for (const one of this.rowButtons) one.disabled = !mayWrite;
    this.more.allowWriting(mayWrite);
    this.showPending(state);
    this.showLimits(state);
    this.showError(state);
  }

  /** The same words are not written anew: a screen reader would say them again. */
  private showLimits({ limits = '', isReadOnly }: RowsState): void {
    this.note.hidden = limits === '';
    if (this.note.textContent === limits) return;
    this.note.replaceChildren(icon(isReadOnly ? 'lock' : 'info'), element('span', {}, limits));
  }

  private showPending({ changes, busy }: RowsState): void {
    const { changed, added, deleted, invalid, failed } = changes;
    const parts = [
      [changed, 'changed'],
      [added, 'new'],
      [deleted, 'deleted'],
      [invalid, 'not valid'],
      [failed, 'failed'],
    ] as const;
    const shown = parts
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count.toLocaleString()} ${word}`);
    this.pending.textContent = shown.join(', ');
    const isEmpty = changed + added + deleted === 0;
    const line = this.write.parentElement;
    if (line !== null) line.hidden = isEmpty;
    this.problem.hidden = invalid + failed === 0;
    this.write.disabled = busy !== undefined;
    this.discard.disabled = busy !== undefined;
  }

  private showError({ error }: RowsState): void {
    this.error.hidden = error === undefined;
    if (error === undefined) return;
    const { title, advice, serverMessage } = error;
    this.error.replaceChildren(
      element('p', { class: 'error-title' }, icon('error'), title),
      element('p', {}, advice),
      ...(serverMessage === undefined
        ? []
        : [element('p', { class: 'server-message' }, `The service says: ${serverMessage}`)]),
      button('Retry', 'refresh', () => this.press('reload')),
    );
  }
}

function countText({ loaded, status, sort }: RowsState): string {
  const rows = `${loaded.toLocaleString()} ${loaded === 1 ? 'row' : 'rows'}`;
  const partly = sort === undefined ? '' : ', sorted among themselves';
  switch (status) {
    case 'complete':
      return rows;
    case 'loading':
      return `${rows} so far, loading…`;
    case 'paused':
      return `${rows} so far${partly}; more as you scroll`;
    case 'stopped':
      return `${rows} so far, stopped`;
    case 'failed':
      return loaded === 0 ? '' : `${rows} until it failed`;
  }
}
