/** The filter: a line of text that people know from SQL, a builder for those who do not, and the API's filter it makes. */
import type { FilterNode } from '../../../../shared/rowFilter.ts';
import type { RowsColumn, RowsFilter } from '../../../../shared/rowsMessages.ts';
import { button, element, toggleButton } from '../../webview/dom.ts';
import { FilterBuilder } from './filterBuilder.ts';

export interface FilterActions {
  readonly check: (text: string) => void;
  readonly build: (tree: FilterNode | null) => void;
  readonly apply: (text: string) => void;
}

export class FilterBar {
  readonly element = element('section', { class: 'filter', 'aria-label': 'Filter' });
  private readonly input = element('input', {
    type: 'text',
    'aria-label': 'Filter of the rows',
    'aria-describedby': 'filter-problem',
    placeholder: "Filter, e.g. Country = 'DE' AND Age > 30",
    spellcheck: 'false',
  });
  private readonly problem = element('p', { id: 'filter-problem', class: 'problem', role: 'status' });
  private readonly soap = element('pre', { tabindex: '0', 'aria-label': 'Filter of the API' });
  private readonly builder: FilterBuilder;
  private readonly actions: FilterActions;
  private applied = JSON.stringify(['', undefined]);

  constructor(actions: FilterActions) {
    this.actions = actions;
    this.builder = new FilterBuilder((tree) => actions.build(tree));
    this.soap.hidden = this.builder.element.hidden = this.problem.hidden = true;
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.apply();
      if (event.key === 'Escape') this.clear();
    });
    this.input.addEventListener('input', () => actions.check(this.input.value));
    const line = element(
      'div',
      { class: 'filter-line' },
      this.input,
      button('Apply', 'filter', () => this.apply()),
      toggleButton('Builder', 'list-tree', (isOn) => (this.builder.element.hidden = !isOn)),
      toggleButton('SOAP', 'code', (isOn) => (this.soap.hidden = !isOn)),
    );
    this.element.append(line, this.problem, this.builder.element, this.soap);
  }

  setColumns(columns: readonly RowsColumn[]): void {
    this.builder.setColumns(columns);
  }

  /** The filter that the rows are loaded by now. */
  setApplied(filter: RowsFilter): void {
    const applied = JSON.stringify([filter.text, filter.problem]);
    if (applied === this.applied) return;
    this.applied = applied;
    this.show(filter);
    this.builder.setTree(filter.tree);
  }

  /** What the host says of a filter that is being written or built. */
  show({ text, soap, problem, tree }: RowsFilter): void {
    const isTyping = document.activeElement === this.input;
    if (!isTyping) this.input.value = text;
    else if (problem === undefined) this.builder.setTree(tree);
    this.problem.textContent = problem?.message ?? '';
    this.problem.hidden = problem === undefined;
    this.input.setAttribute('aria-invalid', String(problem !== undefined));
    this.soap.textContent = soap === '' ? 'No filter: all rows.' : soap;
  }

  private apply(): void {
    this.actions.apply(this.input.value);
  }

  private clear(): void {
    this.input.value = '';
    this.apply();
  }
}
