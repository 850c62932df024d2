/** The few things every page does with its document. */

type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and content; texts go in as text, never as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...content);
  return created;
}

/** A codicon, which is decoration: what it means is said in text beside it. */
export function icon(name: string): HTMLElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** A button with an icon and a text; `title` when the text says less than a person may want to know. */
export function button(label: string, iconName: string, onClick: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button', class: 'action' }, icon(iconName), label);
  created.addEventListener('click', onClick);
  return created;
}

/** A button that stays pressed until it is pressed again. */
export function toggleButton(
  label: string,
  iconName: string,
  onToggle: (isOn: boolean) => void,
): HTMLButtonElement {
  const created = button(label, iconName, () => {
    const isOn = created.getAttribute('aria-pressed') !== 'true';
    created.setAttribute('aria-pressed', String(isOn));
    onToggle(isOn);
  });
  created.setAttribute('aria-pressed', 'false');
  return created;
}

/** A button that shows its icon alone. */
export function iconButton(label: string, iconName: string, onClick: () => void): HTMLButtonElement {
  const created = element(
    'button',
    { type: 'button', class: 'icon-action', 'aria-label': label, title: label },
    icon(iconName),
  );
  created.addEventListener('click', onClick);
  return created;
}
