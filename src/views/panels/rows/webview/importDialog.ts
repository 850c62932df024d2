/** Shows a CSV file before it is imported: how it is read, where its columns go, and what is wrong with its lines. */
import {
  importDelimiters,
  importEncodings,
  importModes,
  type ImportOptions,
  type ImportPlan,
  type ImportResult,
} from '../../../../shared/importMessages.ts';
import { button, element, icon } from '../../webview/dom.ts';
import { select } from './select.ts';

export interface ImportActions {
  readonly choose: (options: ImportOptions) => void;
  readonly dryRun: () => void;
  readonly write: () => void;
  readonly cancel: () => void;
}

export class ImportDialog {
  readonly element = element('dialog', { 'aria-labelledby': 'import-title' });
  private readonly actions: ImportActions;

  constructor(actions: ImportActions) {
    this.actions = actions;
    this.element.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close();
    });
  }

  show(plan: ImportPlan): void {
    const { file, busy, problem, result } = plan;
    const isIdle = busy === undefined;
    const dryRun = button('Dry Run', 'beaker', this.actions.dryRun);
    const write = button('Import', 'arrow-up', this.actions.write);
    write.classList.add('primary');
    dryRun.disabled = write.disabled = !isIdle || problem !== undefined;
    const hadFocus = document.activeElement?.getAttribute('aria-label') ?? '';
    this.element.replaceChildren(
      element('h2', { id: 'import-title' }, `Import ${file}`),
      this.form(plan),
      element(
        'div',
        { class: 'review-rows', tabindex: '0', role: 'region', 'aria-label': 'Columns' },
        this.mapping(plan),
      ),
      element('p', { class: 'muted' }, 'Empty cells clear their column, and get the default in a new row.'),
      element('p', { class: 'problem', role: 'status' }, problem ?? ''),
      element(
        'div',
        { role: 'status' },
        ...(isIdle ? [] : [busy]),
        ...(result === undefined ? [] : resultLines(result)),
      ),
      element(
        'div',
        { class: 'buttons' },
        dryRun,
        write,
        button(isIdle ? 'Close' : 'Cancel', 'close', () => (isIdle ? this.close() : this.actions.cancel())),
      ),
    );
    if (!this.element.open) this.element.showModal();
    // Everything is drawn anew; who was choosing goes on where they were.
    const again = [...this.element.querySelectorAll('select')].find(
      (one) => one.getAttribute('aria-label') === hadFocus,
    );
    again?.focus();
  }

  private close(): void {
    this.actions.cancel();
    this.element.close();
  }

  private form({ options }: ImportPlan): HTMLElement {
    const choose = (changes: Partial<ImportOptions>): void => this.actions.choose({ ...options, ...changes });
    const header = element('input', { type: 'checkbox', id: 'import-header' });
    header.checked = options.hasHeader;
    header.addEventListener('change', () => choose({ hasHeader: header.checked }));
    return element(
      'div',
      { class: 'import-form' },
      labelled(
        'Delimiter',
        select(
          importDelimiters.map(({ value, label }) => [value, label]),
          options.delimiter,
          'Delimiter',
          (delimiter) => choose({ delimiter }),
        ),
      ),
      labelled(
        'Encoding',
        select([...importEncodings], options.encoding, 'Encoding', (value) =>
          choose({ encoding: importEncodings.find((one) => one === value) ?? 'utf-8' }),
        ),
      ),
      labelled(
        'Rows',
        select(
          importModes.map(({ value, label }) => [value, label]),
          options.mode,
          'Mode',
          (value) => choose({ mode: importModes.find((one) => one.value === value)?.value ?? 'upsert' }),
        ),
      ),
      element(
        'span',
        {},
        header,
        element('label', { for: 'import-header' }, ' The first line holds the names'),
      ),
    );
  }

  private mapping({ headers, preview, columns, options }: ImportPlan): HTMLElement {
    const lines = headers.map((header, index) => {
      const target = select(
        [['', '(not imported)'], ...columns.map((name) => [name, name] as const)],
        options.mapping[index] ?? '',
        `Column for ${header}`,
        (value) =>
          this.actions.choose({
            ...options,
            mapping: options.mapping.map((old, at) => (at === index ? (value === '' ? null : value) : old)),
          }),
      );
      const examples = preview.map((record) => record[index] ?? '').join(' · ');
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, header),
        element('td', {}, target),
        element('td', { class: 'examples' }, examples),
      );
    });
    const headings = ['In the file', 'Column', 'First values'].map((text) =>
      element('th', { scope: 'col' }, text),
    );
    return element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...headings)),
      element('tbody', {}, ...lines),
    );
  }
}

function labelled(label: string, control: HTMLElement): HTMLElement {
  return element('span', {}, element('span', { 'aria-hidden': 'true' }, `${label} `), control);
}

function resultLines({
  isDryRun,
  read,
  good,
  rejected,
  examples,
  rejectedFile,
  wasCancelled,
}: ImportResult): HTMLElement[] {
  const done = isDryRun ? 'would be written' : 'written';
  const summary = `${read.toLocaleString()} rows read, ${good.toLocaleString()} ${done}, ${rejected.toLocaleString()} rejected.`;
  const lines = examples.map(({ line, message }) => element('li', {}, `Line ${String(line)}: ${message}`));
  return [
    element('p', { class: 'import-result' }, icon(rejected === 0 ? 'pass' : 'warning'), ` ${summary}`),
    ...(wasCancelled === true ? [element('p', {}, 'It was cancelled before the end of the file.')] : []),
    ...(lines.length === 0 ? [] : [element('ul', {}, ...lines)]),
    ...(rejectedFile === undefined
      ? []
      : [element('p', {}, `The rejected rows are in ${rejectedFile}: correct and import them.`)]),
  ];
}
