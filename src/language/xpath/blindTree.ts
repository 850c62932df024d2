/** The nodes that an XPath is evaluated on: no more of a document than the engine looks at, and without namespaces. */

/** Codes of the DOM. */
const codes = { element: 1, attribute: 2, text: 3, document: 9 } as const;

/** What elements and documents have in common. */
abstract class Parent {
  abstract readonly nodeType: number;
  readonly childNodes: BlindChild[] = [];

  get firstChild(): BlindChild | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): BlindChild | null {
    return this.childNodes.at(-1) ?? null;
  }

  /** Adds a child behind the others. */
  append(child: BlindChild): void {
    const last = this.childNodes.at(-1);
    if (last !== undefined) last.nextSibling = child;
    child.previousSibling = last ?? null;
    child.parentNode = this;
    this.childNodes.push(child);
  }

  replaceChildren(children: readonly BlindChild[]): void {
    this.childNodes.length = 0;
    for (const child of children) {
      child.nextSibling = null;
      this.append(child);
    }
  }
}

export class BlindDocument extends Parent {
  readonly nodeType = codes.document;
  readonly textContent = '';
  readonly parentNode = null;
  readonly nextSibling = null;
  readonly previousSibling = null;
}

const none: readonly BlindAttribute[] = [];

export class BlindElement extends Parent {
  readonly nodeType = codes.element;
  readonly namespaceURI = null;
  readonly prefix = null;
  readonly localName: string;
  #attributes: BlindAttribute[] | undefined;
  parentNode: Parent | null = null;
  nextSibling: BlindChild | null = null;
  previousSibling: BlindChild | null = null;

  constructor(localName: string) {
    super();
    this.localName = localName;
  }

  get nodeName(): string {
    return this.localName;
  }

  /** Most elements have none, and there are many elements. */
  get attributes(): readonly BlindAttribute[] {
    return this.#attributes ?? none;
  }

  setAttribute(name: string, value: string): void {
    (this.#attributes ??= []).push(new BlindAttribute(name, value, this));
  }

  getAttributeNS(_namespace: string | null, name: string): string | null {
    return this.attributes.find(({ localName }) => localName === name)?.value ?? null;
  }

  /** All text inside. */
  get textContent(): string {
    return this.childNodes
      .map((node) => (node.nodeType === codes.text ? node.data : node.textContent))
      .join('');
  }
}

export class BlindText {
  readonly nodeType = codes.text;
  readonly nodeName = '#text';
  readonly data: string;
  parentNode: Parent | null = null;
  nextSibling: BlindChild | null = null;
  previousSibling: BlindChild | null = null;

  constructor(data: string) {
    this.data = data;
  }

  get textContent(): string {
    return this.data;
  }
}

export class BlindAttribute {
  readonly nodeType = codes.attribute;
  readonly namespaceURI = null;
  readonly prefix = null;
  readonly localName: string;
  readonly value: string;
  readonly ownerElement: BlindElement;

  constructor(localName: string, value: string, ownerElement: BlindElement) {
    this.localName = localName;
    this.value = value;
    this.ownerElement = ownerElement;
  }

  get nodeName(): string {
    return this.localName;
  }

  get textContent(): string {
    return this.value;
  }
}

export type BlindChild = BlindElement | BlindText;
