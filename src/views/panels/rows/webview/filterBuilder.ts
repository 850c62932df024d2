/** Builds a filter by choosing: conditions joined by AND or OR, in groups within groups. */
import {
  filterOperators,
  type FilterCondition,
  type FilterGroup,
  type FilterNode,
} from '../../../../shared/rowFilter.ts';
import type { RowsColumn } from '../../../../shared/rowsMessages.ts';
import { button, element, iconButton } from '../../webview/dom.ts';
import { select } from './select.ts';

export class FilterBuilder {
  readonly element = element('div', { class: 'builder', role: 'group', 'aria-label': 'Filter builder' });
  private columns: readonly RowsColumn[] = [];
  private root: FilterGroup = { logic: 'AND', items: [] };
  private readonly changed: (tree: FilterNode | null) => void;

  constructor(changed: (tree: FilterNode | null) => void) {
    this.changed = changed;
  }

  setColumns(columns: readonly RowsColumn[]): void {
    this.columns = columns;
    this.draw();
  }

  setTree(tree: FilterNode | undefined): void {
    this.root =
      tree === undefined
        ? { logic: 'AND', items: [] }
        : 'logic' in tree
          ? tree
          : { logic: 'AND', items: [tree] };
    this.draw();
  }

  private draw(): void {
    const focused = this.controls().findIndex((control) => control === document.activeElement);
    this.element.replaceChildren(this.group(this.root, (group) => this.setRoot(group)));
    // Everything is drawn anew; who was choosing goes on where they were.
    if (focused !== -1) this.controls()[focused]?.focus();
  }

  private controls(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('select, input, button')];
  }

  private setRoot(group: FilterGroup): void {
    this.root = group;
    this.draw();
    const [only] = group.items;
    if (only === undefined) this.changed(null);
    else this.changed(group.items.length === 1 ? only : group);
  }

  private group(group: FilterGroup, set: (group: FilterGroup) => void, remove?: () => void): HTMLElement {
    const setItem = (index: number, item: FilterNode | undefined): void =>
      set({ ...group, items: group.items.flatMap((old, at) => (at === index ? (item ?? []) : old)) });
    const logic = select(['AND', 'OR'], group.logic, 'How conditions are joined', (value) =>
      set({ ...group, logic: value === 'OR' ? 'OR' : 'AND' }),
    );
    const items = group.items.map((item, index) =>
      'logic' in item
        ? this.group(
            item,
            (changed) => setItem(index, changed),
            () => setItem(index, undefined),
          )
        : this.condition(item, (changed) => setItem(index, changed)),
    );
    const add = (item: FilterNode): void => set({ ...group, items: [...group.items, item] });
    const tools = element(
      'div',
      { class: 'builder-line' },
      logic,
      button('Condition', 'add', () => add(this.firstCondition())),
      button('Group', 'add', () =>
        add({ logic: group.logic === 'AND' ? 'OR' : 'AND', items: [this.firstCondition()] }),
      ),
      ...(remove === undefined ? [] : [iconButton('Remove Group', 'trash', remove)]),
    );
    return element('div', { class: 'builder-group' }, tools, ...items);
  }

  private firstCondition(): FilterCondition {
    return { column: this.columns[0]?.name ?? '', operator: 'equals', values: [''] };
  }

  private condition(
    condition: FilterCondition,
    set: (condition: FilterCondition | undefined) => void,
  ): HTMLElement {
    const names = this.columns.map(({ name }) => name);
    const kind = this.columns.find(({ name }) => name === condition.column)?.kind;
    const offered = filterOperators.filter(({ datesOnly }) => datesOnly !== true || kind === 'date');
    const column = select(names, condition.column, 'Column', (value) => set({ ...condition, column: value }));
    const operator = select(
      offered.map(({ name, label }) => [name, label] as const),
      condition.operator,
      'Operator',
      (value) => set({ ...condition, operator: value, values: valuesFor(value, condition.values) }),
    );
    return element(
      'div',
      { class: 'builder-line' },
      column,
      operator,
      ...valueInputs(condition, (values) => set({ ...condition, values })),
      iconButton('Remove Condition', 'trash', () => set(undefined)),
    );
  }
}

/** As many values as the operator takes, those that there were first. */
function valuesFor(operator: string, before: readonly string[]): string[] {
  const count = filterOperators.find(({ name }) => name === operator)?.values ?? 1;
  if (count === 'some') return before.length === 0 ? [''] : [...before];
  return Array.from({ length: count }, (_value, index) => before[index] ?? '');
}

function valueInputs(
  { operator, values }: FilterCondition,
  set: (values: readonly string[]) => void,
): HTMLElement[] {
  const count = filterOperators.find(({ name }) => name === operator)?.values;
  const input = (value: string, label: string, changed: (value: string) => void): HTMLElement => {
    const created = element('input', { type: 'text', value, 'aria-label': label });
    created.addEventListener('change', () => changed(created.value));
    return created;
  };
  if (count === 'some') {
    return [input(values.join(', '), 'Values, with commas between', (text) => set(text.split(/\s*,\s*/)))];
  }
  return values.map((value, index) =>
    input(value, values.length === 1 ? 'Value' : `Value ${String(index + 1)}`, (text) =>
      set(values.map((old, at) => (at === index ? text : old))),
    ),
  );
}
