/**
 * Reads a plain document into its tree as it arrives, several times faster than the parser. It knows only what the
 * service writes every day; whatever else it meets, right or wrong, it leaves to the parser.
 */
import { giveMeaning, nothingGiven, readAttributes, Scope, unusual, type Attributes } from './plainTag.ts';
import { learnShape, readShaped, type RepeatedShape } from './repeatedShape.ts';
import { unescape } from './rowPage.ts';
import type { XmlElement } from './xmlTree.ts';

interface OpenElement extends XmlElement {
  type: string | undefined;
  nil: boolean;
  children: XmlElement[];
  text: string;
}

interface OpenTag {
  readonly element: OpenElement;
  /** Where it begins; undefined once that has been read and is gone. */
  start: number | undefined;
  readonly qualifiedName: string;
  /** Above what repeats: the tag after those that it stands in. Where they are the same, prefixes mean the same. */
  readonly path: string;
  readonly scope: Scope;
}

const noChildren: XmlElement[] = [];
/** Elements of a message, such as the results of a write: what repeats there is worth knowing by its shape. */
const repeatingDepth = 3;
/** As in `XmlTreeBuilder`: what is nested deeper is for the parser to refuse. */
const maxDepth = 100;

const declaration = /^<\?xml version="1\.0"(?: encoding="(?:utf-8|UTF-8)")? ?\?>\s*/;
const blank = /^[ \t\r\n]*$/;
const strangeReference = /&(?!(?:amp|lt|gt|quot|apos|#x[9AD]|#9|#10|#13);)/;

/** What repeated last in each place of a document, by the tags around it. Shapes hold no text. */
const shapes = new Map<string, RepeatedShape>();
/** More than there are methods with results that repeat. */
const mostShapes = 32;

function keepShape(path: string, shape: RepeatedShape): void {
  if (shapes.size >= mostShapes) shapes.clear();
  shapes.set(path, shape);
}

/** Whether whole texts and tags have nothing in them that is the parser's affair. */
function isPlain(text: string): boolean {
  const isStrange = text.includes('&') && strangeReference.test(text);
  return !isStrange && !unusual.test(text) && !text.includes(']]>');
}

/** The root element of a whole document; undefined when it is not plain, or not right. */
export function readQuickly(text: string): XmlElement | undefined {
  const reader = new QuickReader();
  return reader.push(text) ? reader.end() : undefined;
}

/** So many characters are kept at most until a text or an element is whole; what is longer is no everyday answer. */
const mostUnread = 1_000_000;

export class QuickReader {
  /** What has arrived and is not read yet begins at the position. */
  private text = '';
  private position = 0;
  private isBegun = false;
  private readonly open: OpenTag[] = [];
  /** That of the elements that may follow here, once two have been alike. */
  private shape: RepeatedShape | undefined;
  /** Where that of an earlier document was tried in vain. */
  private triedAt = -1;
  /** The same few attributes come again and again. */
  private readonly attributes = new Map<string, Attributes | undefined>([['', nothingGiven]]);
  private root: OpenElement | undefined;

  /** Reads on. False when the document is not plain, or not right: the parser is to read it from its beginning. */
  push(more: string): boolean {
    this.text = this.text.slice(this.position) + more;
    this.position = 0;
    for (const tag of this.open) tag.start = undefined;
    this.triedAt = -1;
    // What stands before a tag is whole: it has no other tag in it that is not.
    const end = this.text.lastIndexOf('<');
    if (end <= 0) return this.text.length < mostUnread;
    if (!this.isBegun) this.position = declaration.exec(this.text)?.[0].length ?? 0;
    this.isBegun = true;
    return (
      isPlain(this.text.slice(0, end)) && this.read(end) && this.text.length - this.position < mostUnread
    );
  }

  /** The root element, once all has been pushed; undefined as for `push`. */
  end(): XmlElement | undefined {
    const isRead = isPlain(this.text.slice(this.position)) && this.read(Infinity);
    const isWhole = isRead && this.open.length === 0 && blank.test(this.text.slice(this.position));
    return isWhole ? this.root : undefined;
  }

  /** Reads the tags that begin before `end`, and what stands before them. */
  private read(end: number): boolean {
    for (;;) {
      if (this.shape !== undefined && !this.readAlike(this.shape, end)) return true;
      const start = this.text.indexOf('<', this.position);
      if (start === -1 || start >= end) return true;
      if (start > this.position && !this.addText(this.position, start)) return false;
      this.position = start;
      if (this.isKnown(start)) continue;
      const isEnd = this.text.charCodeAt(start + 1) === 0x2f;
      const position = isEnd ? this.endTag(start) : this.startTag(start);
      if (position === -1) return false;
      this.position = position;
    }
  }

  private addText(start: number, end: number): boolean {
    const text = this.text.slice(start, end);
    const element = this.open.at(-1)?.element;
    if (element === undefined) return blank.test(text);
    const content = unescape(text);
    element.text = element.text === '' ? content : element.text + content;
    return true;
  }

  /** The position behind the tag; -1 when it does not end what is open. */
  private endTag(start: number): number {
    const closed = this.open.pop();
    if (closed === undefined) return -1;
    const { qualifiedName: name } = closed;
    const end = start + 2 + name.length;
    if (!this.text.startsWith(name, start + 2) || this.text.charCodeAt(end) !== 0x3e) return -1;
    if (this.open.length === repeatingDepth) this.learn(closed, end + 1);
    return end + 1;
  }

  /** Expects more elements like the one that has just ended, if it is the second of its name. */
  private learn({ element, start }: OpenTag, end: number): void {
    const siblings = this.open.at(-1)?.element.children;
    if (start === undefined || siblings?.at(-2)?.name !== element.name) return;
    this.shape = learnShape(this.text.slice(start, end), element);
    const path = this.open.at(-1)?.path;
    if (this.shape !== undefined && path !== undefined) keepShape(path, this.shape);
  }

  /** Expects elements as they came in the same place of an earlier document. False when none can begin here. */
  private isKnown(start: number): boolean {
    if (this.open.length !== repeatingDepth || this.triedAt === start) return false;
    const shape = shapes.get(this.open.at(-1)?.path ?? '');
    if (shape === undefined || !this.text.startsWith(shape.parts[0] ?? '', start)) return false;
    [this.shape, this.triedAt] = [shape, start];
    return true;
  }

  /** Reads elements for as long as they have the shape. False when the next one may have it, and is not all there yet. */
  private readAlike(shape: RepeatedShape, end: number): boolean {
    const parent = this.open.at(-1)?.element;
    for (;;) {
      const next = readShaped(shape, this.text, this.position);
      if (next === 'cut off' && end !== Infinity) return false;
      if (typeof next === 'string') break;
      if (parent !== undefined) addChild(parent, next.element);
      this.position = next.end;
    }
    this.shape = undefined;
    return true;
  }

  /** The position behind the tag; -1 when it is no plain one. */
  private startTag(start: number): number {
    const end = this.text.indexOf('>', start);
    if (end === -1) return -1;
    const isEmpty = this.text.charCodeAt(end - 1) === 0x2f;
    const inside = this.text.slice(start + 1, isEmpty ? end - 1 : end);
    const space = inside.indexOf(' ');
    const qualifiedName = space === -1 ? inside : inside.slice(0, space);
    const given = space === -1 ? '' : inside.slice(space).trimEnd();
    const tag = this.tag(qualifiedName, given, start);
    if (tag === undefined || !this.add(tag.element)) return -1;
    if (!isEmpty) this.open.push(tag);
    return end + 1;
  }

  private tag(qualifiedName: string, given: string, start: number): OpenTag | undefined {
    const outer = this.open.at(-1)?.scope ?? outermost;
    const read = this.readAttributes(given);
    if (read === undefined) return undefined;
    const scope = outer.with(read.declared);
    const name = scope.resolve(qualifiedName);
    const isResolved =
      read === nothingGiven ||
      read.others.every(([attributeName]) => scope.resolve(attributeName) !== undefined);
    if (name === undefined || !isResolved) return undefined;
    const { namespace, name: local } = name;
    // Written out, not spread: this is made for each element, and a spread costs more than all the rest.
    const element: OpenElement = {
      namespace,
      name: local,
      type: undefined,
      nil: false,
      children: noChildren,
      text: '',
    };
    if (read !== nothingGiven) giveMeaning(element, read.others, scope);
    const isAround = this.open.length < repeatingDepth;
    const path = isAround ? `${this.open.at(-1)?.path ?? ''}<${qualifiedName}${given}` : '';
    return { element, qualifiedName, path, start, scope };
  }

  private readAttributes(given: string): Attributes | undefined {
    const known = this.attributes.get(given);
    if (known !== undefined) return known;
    const read = readAttributes(given);
    this.attributes.set(given, read);
    return read;
  }

  private add(element: OpenElement): boolean {
    const parent = this.open.at(-1)?.element;
    if (parent === undefined) {
      if (this.root !== undefined) return false;
      this.root = element;
    } else addChild(parent, element);
    return this.open.length < maxDepth;
  }
}

function addChild(parent: OpenElement, element: XmlElement): void {
  if (parent.children === noChildren) parent.children = [element];
  else parent.children.push(element);
}

const outermost = new Scope(new Map());
