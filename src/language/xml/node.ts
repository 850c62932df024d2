/** XML as a person is writing it: a tree with the place of everything, and a list of what is wrong. */

/** Half-open range of offsets into the document's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The same range of a text that has moved by so many characters. */
export function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** True for two ranges that have a place in common, be it where one ends and the other begins. */
export function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && a.end >= b.start;
}

export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  /** Raw text between the quotes; references are not resolved. */
  readonly value: string;
  readonly nameRange: TextRange;
  readonly valueRange: TextRange;
}

export interface XmlElementNode {
  readonly kind: 'element';
  /** As written, with its prefix. */
  readonly name: string;
  /** The same object as long as nothing in the element changes, wherever it stands, from version to version of a text. */
  readonly identity: object;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** The element around it; absent at the top. */
  readonly parent?: XmlElementNode | undefined;
  /** From the `<` of the start tag to behind the `>` of the end tag. */
  readonly range: TextRange;
  /** Of the name in the start tag. */
  readonly nameRange: TextRange;
  /** From behind the start tag to the end tag; empty for `<a/>`. */
  readonly contentRange: TextRange;
  /** Of the name in the end tag; absent for `<a/>` and for an element that is not closed. */
  readonly closeNameRange?: TextRange | undefined;
}

/** Character data, CDATA, a comment or a processing instruction, as written. */
export interface XmlTextNode {
  readonly kind: 'text' | 'cdata' | 'comment' | 'instruction';
  readonly text: string;
  readonly range: TextRange;
}

export type XmlNode = XmlElementNode | XmlTextNode;

/** What is wrong, in words for a person, and where. */
export interface XmlProblem {
  readonly message: string;
  readonly range: TextRange;
}

/** The part of a name behind its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The child elements of an element. */
export function childElements(element: XmlElementNode): readonly XmlElementNode[] {
  return element.children.filter((node): node is XmlElementNode => node.kind === 'element');
}
