/** Reads XML into a plain tree, in pieces as they arrive, strictly: what is not well-formed is an error. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { MarketingCloudError } from '../errors.ts';
import { xsi } from './namespaces.ts';

/** An element. Text is the concatenation of its direct text and CDATA, exactly as an XML parser has to report it. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Local part of `xsi:type`. */
  readonly type: string | undefined;
  /** True for `xsi:nil="true"`. */
  readonly nil: boolean;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  type: string | undefined;
  nil: boolean;
  children: XmlElement[];
  text: string;
}

/** What all leaves have, since most elements are leaves. */
const noChildren: XmlElement[] = [];

/** The only attributes that mean something in an answer are `xsi:type` and `xsi:nil`. */
function readAttribute(tag: SaxesTagNS, name: string, element: OpenElement): void {
  const attribute = tag.attributes[name];
  if (attribute?.uri !== xsi) return;
  const { local, value } = attribute;
  if (local === 'type') element.type = value.slice(value.indexOf(':') + 1).trim();
  else if (local === 'nil') element.nil = value === 'true' || value === '1';
}

/** Deeper than any message of the API by far; what is nested deeper is an attack on the reader. */
const maxDepth = 100;

/**
 * Builds the tree of one document. Feed it with `write`, end with `end`.
 * Both throw MarketingCloudError `malformed-answer` with line and column.
 */
export class XmlTreeBuilder {
  private readonly parser: SaxesParser<{ xmlns: true }>;
  private readonly open: OpenElement[] = [];
  private root: OpenElement | undefined;

  /** @param resolvePrefix finds prefixes that a fragment uses and the document around it declares. */
  constructor(resolvePrefix?: (prefix: string) => string | undefined) {
    this.parser = new SaxesParser(
      resolvePrefix === undefined ? { xmlns: true } : { xmlns: true, resolvePrefix },
    );
    this.parser.on('error', (error) => {
      throw new MarketingCloudError(
        'malformed-answer',
        `The answer is not well-formed XML: ${error.message}`,
      );
    });
    this.parser.on('doctype', () => {
      throw new MarketingCloudError(
        'malformed-answer',
        'The answer has a document type declaration, which SOAP forbids.',
      );
    });
    this.parser.on('opentag', (tag) => this.openTag(tag));
    this.parser.on('text', (text) => this.addText(text));
    this.parser.on('cdata', (text) => this.addText(text));
    this.parser.on('closetag', () => void this.open.pop());
  }

  write(text: string): void {
    this.parser.write(text);
  }

  /** The elements that are open now, outermost first: what is known before the document ends. */
  get path(): readonly XmlElement[] {
    return this.open;
  }

  /** The URI that a prefix stands for where reading stands now; `''` asks for the default namespace. */
  resolve(prefix: string): string | undefined {
    return this.parser.resolve(prefix);
  }

  end(): XmlElement {
    this.parser.close();
    if (this.root === undefined) {
      throw new MarketingCloudError('malformed-answer', 'The answer is empty.');
    }
    return this.root;
  }

  private openTag(tag: SaxesTagNS): void {
    const parent = this.open.at(-1);
    const element: OpenElement = {
      namespace: tag.uri,
      name: tag.local,
      type: undefined,
      nil: false,
      children: noChildren,
      text: '',
    };
    for (const name in tag.attributes) readAttribute(tag, name, element);
    if (parent === undefined) this.root ??= element;
    else if (parent.children === noChildren) parent.children = [element];
    else parent.children.push(element);
    this.open.push(element);
    if (this.open.length > maxDepth) {
      throw new MarketingCloudError(
        'malformed-answer',
        `The answer is nested more than ${String(maxDepth)} levels deep.`,
      );
    }
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (element !== undefined) element.text += text;
  }
}

/** Parses a whole document, or a fragment of one, at once. */
export function parseXmlTree(
  text: string,
  resolvePrefix?: (prefix: string) => string | undefined,
): XmlElement {
  const builder = new XmlTreeBuilder(resolvePrefix);
  builder.write(text);
  return builder.end();
}

/** The first child with this local name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** All children with this local name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}

/** The text of the first child with this local name; undefined when there is none. */
export function childText(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.text;
}
