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
  return parts.length > 1 && typeof textsOf(shape.parts, text, 0) === 'number' ? shape : undefined;
}

/** Why there is no element of a shape: another one stands there, or it is not all there yet. */
type NotShaped = 'differs' | 'cut off';

/** The element that stands at `start` when it has this shape, and the position behind it. */
export function readShaped(
  { parts, element }: RepeatedShape,
  text: string,
  start: number,
): { readonly element: XmlElement; readonly end: number } | NotShaped {
  const end = textsOf(parts, text, start);
  if (typeof end === 'string') return end;
  const source = { text, texts: places, first: placed, parts };
  placed += parts.length;
  return { element: new LazyElement(element, source), end };
}

/** Where texts begin, of many elements one after the other. Full, it is left to those who read in it. */
let places = new Int32Array(0);
/** So many of them are taken. */
let placed = 0;
const mostPlaces = 16_384;

/** Notes where each text begins, and where it all ends; gives the latter. */
function textsOf(parts: readonly string[], text: string, start: number): number | NotShaped {
  if (placed + parts.length > places.length) {
    places = new Int32Array(Math.max(mostPlaces, parts.length));
    placed = 0;
  }
  let position = start;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (index > 0) position = text.indexOf('<', position);
    if (position === -1) return 'cut off';
    if (!text.startsWith(part, position)) {
      return part.startsWith(text.slice(position, position + part.length)) ? 'cut off' : 'differs';
    }
    position += part.length;
    places[placed + index] = position;
  }
  return position;
}

interface Source {
  readonly text: string;
  /** A text ends where the part begins that follows it, which ends where the next text begins. */
  readonly texts: Int32Array;
  /** Where those of this element begin in `texts`. */
  readonly first: number;
  readonly parts: readonly string[];
}

class LazyElement implements XmlElement {
  private readonly shape: ShapedElement;
  private readonly source: Source;
  private made: readonly XmlElement[] | undefined;

  constructor(shape: ShapedElement, source: Source) {
    this.shape = shape;
    this.source = source;
  }

  get namespace(): string {
    return this.shape.namespace;
  }

  get name(): string {
    return this.shape.name;
  }

  get type(): string | undefined {
    return this.shape.type;
  }

  get nil(): boolean {
    return this.shape.nil;
  }

  get children(): readonly XmlElement[] {
    this.made ??= this.shape.children.map((child) => new LazyElement(child, this.source));
    return this.made;
  }

  get text(): string {
    const { place } = this.shape;
    if (place === -1) return '';
    const { text, texts, first, parts } = this.source;
    const end = (texts[first + place + 1] ?? 0) - (parts[place + 1]?.length ?? 0);
    return unescape(text.slice(texts[first + place], end));
  }
}
