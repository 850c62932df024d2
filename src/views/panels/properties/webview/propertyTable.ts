/** The properties as a table. A field that is being typed in is left alone when the state comes anew. */
import * as l10n from '@vscode/l10n';
import type { PropertyRow } from '../../../../shared/propertiesMessages.ts';
import { element, iconButton } from '../../webview/dom.ts';
import { propertyField } from './propertyField.ts';

interface Actions {
  readonly edit: (path: string, value: string) => void;
  readonly copy: (text: string) => void;
}

interface Line {
  readonly element: HTMLTableRowElement;
  show(row: PropertyRow, isBusy: boolean): void;
  /** Whether its name or its value has a text in it. @param wanted in small letters */
  readonly has: (wanted: string) => boolean;
}

export class PropertyTable {
  private readonly actions: Actions;
  private readonly body = element('tbody');
  private readonly lines = new Map<string, Line>();
  private wanted = '';
  readonly element = element(
    'table',
    { class: 'properties' },
    element('caption', { class: 'visually-hidden' }, l10n.t('Properties')),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...[l10n.t('Property'), l10n.t('Value'), l10n.t('Type')].map((text) =>
          element('th', { scope: 'col' }, text),
        ),
      ),
    ),
    this.body,
  );

  constructor(actions: Actions) {
    this.actions = actions;
  }

  show(rows: readonly PropertyRow[], isBusy: boolean): void {
    const paths = rows.map(({ path }) => path);
    if (paths.join() !== [...this.lines.keys()].join()) this.build(rows);
    for (const row of rows) this.lines.get(row.path)?.show(row, isBusy);
    this.filterBy(this.wanted);
  }

  /** Shows those whose name or value has the text in it. */
  filterBy(text: string): void {
    this.wanted = text;
    const wanted = text.trim().toLowerCase();
    for (const line of this.lines.values()) line.element.hidden = !line.has(wanted);
  }

  private build(rows: readonly PropertyRow[]): void {
    this.lines.clear();
    for (const row of rows) this.lines.set(row.path, propertyLine(row, this.actions));
    this.body.replaceChildren(...[...this.lines.values()].map((line) => line.element));
  }
}

function propertyLine(first: PropertyRow, { edit, copy }: Actions): Line {
  const { path, type, input } = first;
  let current = first;
  const field = input === undefined ? undefined : propertyField(first, (value) => edit(path, value));
  const text = element('span', { class: 'value' });
  const note = element('span', { class: 'note' });
  const line = element(
    'tr',
    {},
    element('th', { scope: 'row' }, path),
    element(
      'td',
      {},
      element(
        'div',
        { class: 'cell' },
        field?.element ?? text,
        note,
        iconButton(l10n.t('Copy {0}', path), 'copy', () => copy(current.edited ?? current.value ?? '')),
      ),
    ),
    element('td', { class: 'muted' }, type),
  );
  return {
    element: line,
    has: (wanted) =>
      [path, current.edited ?? current.value ?? '', current.shown ?? ''].some((words) =>
        words.toLowerCase().includes(wanted),
      ),
    show: (row, isBusy) => {
      current = row;
      line.classList.toggle('edited', row.edited !== undefined);
      field?.show(row, isBusy);
      text.textContent = row.shown ?? row.value ?? '';
      text.classList.toggle('nil', row.value === null);
      if (row.value === null) text.textContent = l10n.t('not set');
      note.textContent = row.problem ?? row.outcome?.text ?? '';
      note.classList.toggle('bad', row.problem !== undefined || row.outcome?.ok === false);
    },
  };
}
