/** A menu behind a button, for what is needed rarely: opened and gone through by mouse or keys. */
import { element, icon, iconButton } from '../../webview/dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon: string;
  readonly act: () => void;
  /** Not to be had where nothing can be written. */
  readonly writes?: boolean;
}

export class Menu {
  readonly element = element('div', { class: 'menu-place' });
  private readonly button: HTMLButtonElement;
  private readonly list: HTMLElement;
  private readonly items: readonly HTMLButtonElement[];
  private readonly writing: readonly HTMLButtonElement[];

  constructor(label: string, items: readonly MenuItem[]) {
    this.button = iconButton(label, 'ellipsis', () => (this.list.hidden ? this.open() : this.close()));
    this.button.setAttribute('aria-haspopup', 'menu');
    this.items = items.map((item) => this.item(item));
    this.writing = this.items.filter((_item, index) => items[index]?.writes === true);
    this.list = element('div', { class: 'menu', role: 'menu', 'aria-label': label }, ...this.items);
    this.element.append(this.button, this.list);
    this.element.addEventListener('keydown', (event) => this.pressed(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget))) this.close();
    });
    this.close();
  }

  /** Offers what writes, or not. */
  allowWriting(isAllowed: boolean): void {
    for (const item of this.writing) item.disabled = !isAllowed;
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

  /** @param at which of those that can be chosen has the focus; -1 for the last */
  private open(at = 0): void {
    this.list.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.enabled().at(at)?.focus();
  }

  private enabled(): readonly HTMLButtonElement[] {
    return this.items.filter(({ disabled }) => !disabled);
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
    const items = this.enabled();
    const isClosed = this.list.hidden;
    const at = items.findIndex((item) => item === document.activeElement);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (isClosed ? this.open() : items[(at + 1) % items.length]?.focus()),
      // From the button as well, the one above the first is the last.
      ArrowUp: () => (isClosed ? this.open(-1) : items.at(Math.max(at, 0) - 1)?.focus()),
      Home: () => items[0]?.focus(),
      End: () => items.at(-1)?.focus(),
      Escape: () => this.leave(),
    };
    const move = moves[event.key];
    if (move === undefined || (isClosed && !event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    move();
  }
}
