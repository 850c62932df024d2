/** The answers' messages as trees to be opened element by element; each is asked for, read and drawn when it is opened. */
import { element } from '../../webview/dom.ts';

/** Children drawn at once; more come when they are asked for. */
const atOnce = 200;

/** Which answers there are, and of which run: those of another run begin anew. */
export interface Answers {
  readonly session: number;
  readonly count: number;
}

export class ObjectTree {
  readonly element = element('div', { class: 'objects' });
  private readonly ask: (index: number) => void;
  private answers: Answers = { session: -1, count: 0 };
  private drawn: Answers = { session: -1, count: 0 };
  /** Where each answer that was asked for is to be drawn. */
  private readonly places = new Map<number, HTMLElement>();

  /** @param ask for the text of an answer. */
  constructor(ask: (index: number) => void) {
    this.ask = ask;
  }

  setAnswers(answers: Answers): void {
    this.answers = answers;
    if (!this.element.hidden) this.shown();
  }

  shown(): void {
    const { answers, drawn } = this;
    const isSame = answers.session === drawn.session && answers.count === drawn.count;
    if (isSame && this.element.childElementCount > 0) return;
    // One answer stands by itself; as soon as there are several, each is a branch.
    const goesOn = answers.session === drawn.session && drawn.count > 1 && answers.count > drawn.count;
    if (!goesOn) this.begin();
    this.drawn = answers;
    if (answers.count === 0) this.element.append(nothing());
    else if (answers.count === 1) this.open(0, this.element);
    else this.addBranches(goesOn ? drawn.count : 0);
  }

  /** The text of an answer that was asked for. */
  show(session: number, index: number, text: string): void {
    const place = this.places.get(index);
    if (session !== this.drawn.session || place === undefined) return;
    this.places.delete(index);
    const message = messageIn(text);
    place.replaceChildren(message === undefined ? nothing() : branch(message, true));
  }

  private begin(): void {
    this.places.clear();
    this.element.replaceChildren();
  }

  private open(index: number, place: HTMLElement): void {
    this.places.set(index, place);
    this.ask(index);
  }

  private addBranches(from: number): void {
    for (let index = from; index < this.answers.count; index += 1) {
      const content = element('div', { class: 'children' });
      const title = element('span', { class: 'object-name' }, `Answer ${(index + 1).toLocaleString()}`);
      const details = element('details', {}, element('summary', {}, title), content);
      details.addEventListener('toggle', () => {
        if (details.open && content.childElementCount === 0) this.open(index, content);
      });
      this.element.append(details);
    }
  }
}

function nothing(): HTMLElement {
  return element('p', { class: 'muted empty' }, 'Nothing to show as a tree: see the response as text.');
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
