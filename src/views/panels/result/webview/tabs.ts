/** Tabs as the accessibility guide for them asks: arrow keys move, one panel is shown. */
import { element } from '../../webview/dom.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: HTMLElement;
  /** Called each time the tab comes to the front. */
  readonly shown: () => void;
}

export class Tabs {
  readonly element = element('div', { class: 'tabs' });
  private readonly tabs: readonly Tab[];
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private selected = '';

  constructor(tabs: readonly Tab[]) {
    this.tabs = tabs;
    const list = element('div', { class: 'tab-list', role: 'tablist', 'aria-label': 'Result' });
    const panels = element('div', { class: 'tab-panels' });
    for (const tab of tabs) {
      list.append(this.createButton(tab));
      tab.content.id = `panel-${tab.id}`;
      tab.content.setAttribute('role', 'tabpanel');
      tab.content.setAttribute('aria-labelledby', `tab-${tab.id}`);
      panels.append(tab.content);
    }
    list.addEventListener('keydown', (event) => this.move(event));
    this.element.append(list, panels);
    this.select(tabs[0]?.id ?? '');
  }

  setLabel(id: string, label: string): void {
    const found = this.buttons.get(id);
    if (found !== undefined && found.textContent !== label) found.textContent = label;
  }

  select(id: string): void {
    if (id === this.selected) return;
    this.selected = id;
    for (const tab of this.tabs) {
      const isSelected = tab.id === id;
      const button = this.buttons.get(tab.id);
      button?.setAttribute('aria-selected', String(isSelected));
      button?.setAttribute('tabindex', isSelected ? '0' : '-1');
      tab.content.hidden = !isSelected;
      if (isSelected) tab.shown();
    }
  }

  private createButton(tab: Tab): HTMLButtonElement {
    const created = element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${tab.id}`, 'aria-controls': `panel-${tab.id}` },
      tab.label,
    );
    created.addEventListener('click', () => this.select(tab.id));
    this.buttons.set(tab.id, created);
    return created;
  }

  private move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const index = this.tabs.findIndex(({ id }) => id === this.selected);
    const next = this.tabs[(index + step + this.tabs.length) % this.tabs.length];
    if (next === undefined) return;
    this.select(next.id);
    this.buttons.get(next.id)?.focus();
  }
}
