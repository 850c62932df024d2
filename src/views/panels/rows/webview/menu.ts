/** A menu behind a button, for what is needed rarely: opened and gone through by mouse or keys. */
import { element, icon, iconButton } from '../../webview/dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon: string;
  readonly act: () => void;
}

export class Menu {
  readonly element = element('div', { class: 'menu-place' });
  private readonly button: HTMLButtonElement;
  private readonly list: HTMLElement;
  private readonly items: readonly HTMLButtonElement[];

  constructor(label: string, items: readonly MenuItem[]) {
    this.button = iconButton(label, 'ellipsis', () => (this.list.hidden ? this.open() : this.close()));
    this.button.setAttribute('aria-haspopup', 'menu');
    this.items = items.map((item) => this.item(item));
    this.list = element('div', { class: 'menu', role: 'menu', 'aria-label': label }, ...this.items);
    this.element.append(this.button, this.list);
    this.element.addEventListener('keydown', (event) => this.pressed(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget))) this.close();
    });
    this.close();
  }

  private item({ label, icon: iconName, act }: MenuItem): HTMLButtonElement {
    const created = element(
      'button',
      { type: 'button', class: 'menu-item', role: 'menuitem', tabindex: '-1' },
      icon(iconName),
      label,
    );
    created.addEventListener('click', () => {
      this.leave();
      act();
    });
    return created;
  }

  private open(): void {
    this.list.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.items[0]?.focus();
  }

  private close(): void {
    this.list.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  /** Closes, and gives the focus back to where it came from. */
  private leave(): void {
    this.button.focus();
    this.close();
  }

  private pressed(event: KeyboardEvent): void {
    const { items } = this;
    const at = items.findIndex((item) => item === document.activeElement);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (this.list.hidden ? this.open() : items[(at + 1) % items.length]?.focus()),
      ArrowUp: () => items.at(at - 1)?.focus(),
      Home: () => items[0]?.focus(),
      End: () => items.at(-1)?.focus(),
      Escape: () => this.leave(),
    };
    const move = moves[event.key];
    if (move === undefined || (this.list.hidden && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move();
  }
}
