/** The answer's message as a tree to be opened element by element; each is drawn when it is opened. */
import { element } from '../../webview/dom.ts';

/** Children drawn at once; more come when they are asked for. */
const atOnce = 200;

export class ObjectTree {
  readonly element = element('div', { class: 'objects' });
  private text = '';
  private drawn = '';

  setText(text: string, isCut: boolean): void {
    this.text = isCut ? '' : text;
    if (!this.element.hidden) this.shown();
  }

  shown(): void {
    if (this.drawn === this.text && this.element.childElementCount > 0) return;
    this.drawn = this.text;
    const message = messageIn(this.text);
    this.element.replaceChildren(
      message === undefined
        ? element('p', { class: 'muted empty' }, 'Nothing to show as a tree: see the response as text.')
        : branch(message, true),
    );
  }
}

/** What the body of the envelope holds. */
function messageIn(text: string): Element | undefined {
  if (text === '') return undefined;
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  const body = [...root.children].find(({ localName }) => localName === 'Body');
  return body?.firstElementChild ?? undefined;
}

function branch(node: Element, open: boolean): HTMLElement {
  const name = element('span', { class: 'object-name' }, node.localName);
  const type = node.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type');
  const note = type === null ? [] : [element('span', { class: 'muted' }, ` ${type.replace(/^.*:/, '')}`)];
  if (node.childElementCount === 0) {
    return element(
      'div',
      { class: 'leaf' },
      name,
      ...note,
      ' ',
      element('span', { class: 'object-value' }, valueOf(node)),
    );
  }
  const content = element('div', { class: 'children' });
  const details = element('details', {}, element('summary', {}, name, ...note, summaryOf(node)), content);
  details.addEventListener('toggle', () => {
    if (details.open && content.childElementCount === 0) draw(content, [...node.children], 0);
  });
  details.open = open;
  return details;
}

function draw(content: HTMLElement, children: readonly Element[], from: number): void {
  for (const child of children.slice(from, from + atOnce)) content.append(branch(child, false));
  const rest = children.length - from - atOnce;
  if (rest <= 0) return;
  const more = element(
    'button',
    { type: 'button', class: 'action' },
    `Show more (${rest.toLocaleString()} left)`,
  );
  more.addEventListener('click', () => {
    more.remove();
    draw(content, children, from + atOnce);
  });
  content.append(more);
}

function valueOf(node: Element): string {
  const isNil = node.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'nil') === 'true';
  return isNil ? 'nil' : node.textContent;
}

/** What tells one object from the next without opening it. */
function summaryOf(node: Element): string {
  const names = ['Name', 'CustomerKey', 'SubscriberKey', 'ID', 'StatusMessage'];
  const found = names.map(
    (name) => [...node.children].find(({ localName }) => localName === name)?.textContent,
  );
  const text = found.find((value) => value !== undefined && value !== '');
  return text === undefined ? '' : ` ${text.slice(0, 80)}`;
}
