/**
 * What repeats in an answer differs in its texts alone: once one element has been read, the next ones are compared with
 * it, and become elements only where somebody looks at them.
 */
import { unescape } from './rowPage.ts';
import type { XmlElement } from './xmlTree.ts';

/** An element and all that is in it, without its texts. */
export interface RepeatedShape {
  /** What stands before, between and after the texts. */
  readonly parts: readonly string[];
  readonly element: ShapedElement;
}

interface ShapedElement extends Omit<XmlElement, 'children' | 'text'> {
  readonly children: readonly ShapedElement[];
  /** Which of the texts is that of this element; -1 when it has none. */
  readonly place: number;
}

const tag = /<[^>]*>/g;

/**
 * Learns the shape of an element that has been read. Undefined when it has texts beside elements, or nothing that
 * could differ.
 * @param text the element as it is written: plain tags and texts, as `QuickReader` takes them.
 */
export function learnShape(text: string, element: XmlElement): RepeatedShape | undefined {
  const tags = text.match(tag) ?? [];
  const parts = [''];
  let index = 0;
  const next = (): string => tags[index++] ?? '';
  const shapeOf = ({ children, text: _, ...own }: XmlElement): ShapedElement => {
    const start = next();
    parts.push((parts.pop() ?? '') + start);
    if (start.endsWith('/>')) return { ...own, children: [], place: -1 };
    const shaped = children.map(shapeOf);
    const place = children.length === 0 ? parts.length - 1 : -1;
    const end = next();
    if (place === -1) parts.push((parts.pop() ?? '') + end);
    else parts.push(end);
    return { ...own, children: shaped, place };
  };
  const shape = { element: shapeOf(element), parts };
  return parts.length > 1 && textsOf(shape.parts, text, 0) !== undefined ? shape : undefined;
}

/** The element that stands at `start` when it has this shape, and the position behind it; undefined when it has not. */
export function readShaped(
  { parts, element }: RepeatedShape,
  text: string,
  start: number,
): { readonly element: XmlElement; readonly end: number } | undefined {
  const texts = textsOf(parts, text, start);
  return texts && { element: new LazyElement(element, { text, texts }), end: texts.at(-1) ?? start };
}

/** Begin and end of each text, and the end of it all; undefined when anything but texts differs. */
function textsOf(parts: readonly string[], text: string, start: number): readonly number[] | undefined {
  const texts: number[] = [];
  let position = start;
  for (const part of parts) {
    if (position > start) {
      texts.push(position);
      position = text.indexOf('<', position);
      texts.push(position);
    }
    if (position === -1 || !text.startsWith(part, position)) return undefined;
    position += part.length;
  }
  texts.push(position);
  return texts;
}

interface Source {
  readonly text: string;
  readonly texts: readonly number[];
}

class LazyElement implements XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly type: string | undefined;
  readonly nil: boolean;
  private readonly shape: ShapedElement;
  private readonly source: Source;
  private made: readonly XmlElement[] | undefined;

  constructor(shape: ShapedElement, source: Source) {
    this.namespace = shape.namespace;
    this.name = shape.name;
    this.type = shape.type;
    this.nil = shape.nil;
    this.shape = shape;
    this.source = source;
  }

  get children(): readonly XmlElement[] {
    this.made ??= this.shape.children.map((child) => new LazyElement(child, this.source));
    return this.made;
  }

  get text(): string {
    const { place } = this.shape;
    if (place === -1) return '';
    const { text, texts } = this.source;
    return unescape(text.slice(texts[place * 2], texts[place * 2 + 1]));
  }
}
