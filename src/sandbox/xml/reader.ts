/**
 * The sandbox's own strict XML reader: a document with namespaces is well-formed or it is refused with the place.
 * It shares nothing with the client's reader, so that one cannot hide the other's mistakes.
 */
import type { XmlAttribute, XmlElement } from './element.ts';
import { findIllegalCharacter, XmlError, XmlScanner } from './scanner.ts';

/** What is not well-formed, and where; lines and columns count from 1. */
export interface XmlProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A document that was read. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** Line and column of an element's start tag, counted from 1. */
  locate(element: XmlElement): { line: number; column: number };
}

/** Nesting beyond this is refused: no message of the API comes near it. */
const deepest = 100;

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** Reads a whole document. Document type declarations are refused: they serve attacks, not SOAP. Never throws. */
export function readXml(source: string): XmlDocument | { readonly problem: XmlProblem } {
  const text = source.replace(/\r\n?/g, '\n');
  const locate = (at: number): { line: number; column: number } => {
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  try {
    const root = new Reader(text).document();
    return { root, locate: (element) => locate(element.at) };
  } catch (error) {
    if (error instanceof XmlError) return { problem: { message: error.message, ...locate(error.at) } };
    throw error;
  }
}

/** True when reading failed. */
export function isProblem(
  result: XmlDocument | { readonly problem: XmlProblem },
): result is { readonly problem: XmlProblem } {
  return 'problem' in result;
}

interface RawAttribute {
  readonly qualified: string;
  readonly value: string;
  readonly at: number;
}

class Reader {
  private readonly scanner: XmlScanner;

  constructor(text: string) {
    this.scanner = new XmlScanner(text);
  }

  document(): XmlElement {
    const { scanner } = this;
    const illegal = findIllegalCharacter(scanner.text);
    if (illegal !== -1) scanner.fail('This character is not allowed in XML.', illegal);
    if (/^<\?xml[ \t\n]/.test(scanner.text)) this.declaration();
    this.misc();
    if (!scanner.sees('<')) scanner.fail('The root element is missing.');
    const root = this.element(new Map([['xml', xmlNamespace]]), 1);
    this.misc();
    if (!scanner.atEnd) scanner.fail('Nothing but comments may follow the root element.');
    return root;
  }

  private declaration(): void {
    const { scanner } = this;
    const inside = scanner.until('?>', 'XML declaration');
    const pattern =
      /^<\?xml\s+version\s*=\s*(?:"1\.\d"|'1\.\d')(?:\s+encoding\s*=\s*(?:"([\w.-]+)"|'([\w.-]+)'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/;
    const match = pattern.exec(inside);
    if (match === null) return scanner.fail('The XML declaration is not well-formed.', 0);
    const encoding = match[1] ?? match[2] ?? 'utf-8';
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding))
      scanner.fail(`The encoding "${encoding}" is not supported.`, 0);
  }

  /** Comments, processing instructions and white space around the root element. */
  private misc(): void {
    const { scanner } = this;
    for (;;) {
      scanner.skipSpace();
      if (scanner.sees('<!DOCTYPE')) scanner.fail('A document type declaration is not allowed.');
      if (!this.commentOrInstruction()) return;
    }
  }

  private commentOrInstruction(): boolean {
    const { scanner } = this;
    const start = scanner.at;
    if (scanner.accept('<!--')) {
      scanner.until('--', 'comment');
      if (!scanner.accept('>')) scanner.fail('"--" must not stand inside a comment.', scanner.at - 2);
      return true;
    }
    if (!scanner.accept('<?')) return false;
    if (scanner.name().toLowerCase() === 'xml') scanner.fail('The XML declaration must come first.', start);
    scanner.until('?>', 'processing instruction');
    return true;
  }

  private element(outer: ReadonlyMap<string, string>, depth: number): XmlElement {
    const { scanner } = this;
    const at = scanner.at;
    if (depth > deepest) scanner.fail(`The elements are nested more than ${String(deepest)} deep.`);
    scanner.expect('<');
    const qualified = scanner.name();
    const raw = this.rawAttributes();
    const prefixes = declaredPrefixes(scanner, raw, outer);
    const { namespace, name } = this.resolve(qualified, prefixes, at + 1);
    const attributes = this.attributes(raw, prefixes);
    const empty = scanner.accept('/>');
    if (!empty) scanner.expect('>');
    const content = empty ? { children: [], text: '' } : this.content(qualified, prefixes, depth);
    return { namespace, name, attributes, ...content, at, prefixes };
  }

  private rawAttributes(): RawAttribute[] {
    const { scanner } = this;
    const raw: RawAttribute[] = [];
    for (;;) {
      const spaced = scanner.skipSpace();
      if (scanner.sees('>') || scanner.sees('/>')) return raw;
      if (!spaced) scanner.fail('White space is expected before an attribute.');
      const at = scanner.at;
      const qualified = scanner.name();
      scanner.skipSpace();
      scanner.expect('=');
      scanner.skipSpace();
      if (raw.some((other) => other.qualified === qualified)) {
        scanner.fail(`The attribute "${qualified}" is there twice.`, at);
      }
      raw.push({ qualified, value: scanner.quoted(), at });
    }
  }

  private attributes(raw: readonly RawAttribute[], prefixes: ReadonlyMap<string, string>): XmlAttribute[] {
    const attributes: XmlAttribute[] = [];
    for (const { qualified, value, at } of raw) {
      if (qualified === 'xmlns' || qualified.startsWith('xmlns:')) continue;
      // An attribute without a prefix is in no namespace; the default namespace is for elements.
      const { namespace, name } = qualified.includes(':')
        ? this.resolve(qualified, prefixes, at)
        : { namespace: '', name: qualified };
      if (attributes.some((other) => other.name === name && other.namespace === namespace)) {
        this.scanner.fail(`The attribute "${qualified}" is there twice.`, at);
      }
      attributes.push({ namespace, name, value });
    }
    return attributes;
  }

  private content(
    qualified: string,
    prefixes: ReadonlyMap<string, string>,
    depth: number,
  ): Pick<XmlElement, 'children' | 'text'> {
    const { scanner } = this;
    const children: XmlElement[] = [];
    let text = '';
    for (;;) {
      text += this.characters(qualified);
      if (scanner.accept('</')) {
        const end = scanner.name();
        if (end !== qualified) scanner.fail(`"</${end}>" does not close "<${qualified}>".`);
        scanner.skipSpace();
        scanner.expect('>');
        return { children, text };
      }
      if (scanner.accept('<![CDATA[')) text += scanner.until(']]>', 'CDATA section');
      else if (!this.commentOrInstruction()) children.push(this.element(prefixes, depth + 1));
    }
  }

  /** Character data up to the next markup. */
  private characters(qualified: string): string {
    const { scanner } = this;
    const start = scanner.at;
    const stop = scanner.text.indexOf('<', start);
    if (stop === -1)
      scanner.fail(`The document ends before "<${qualified}>" is closed.`, scanner.text.length);
    const raw = scanner.text.slice(start, stop);
    const cdataEnd = raw.indexOf(']]>');
    if (cdataEnd !== -1) scanner.fail('"]]>" must not stand in character data.', start + cdataEnd);
    scanner.at = stop;
    return scanner.replaceReferences(raw, start);
  }

  private resolve(
    qualified: string,
    prefixes: ReadonlyMap<string, string>,
    at: number,
  ): { namespace: string; name: string } {
    const colon = qualified.indexOf(':');
    const prefix = colon === -1 ? '' : qualified.slice(0, colon);
    const namespace = prefixes.get(prefix);
    if (namespace === undefined && prefix !== '') {
      this.scanner.fail(`The prefix "${prefix}" is not declared.`, at);
    }
    return { namespace: namespace ?? '', name: qualified.slice(colon + 1) };
  }
}

/** The prefixes in scope inside an element with these attributes. */
function declaredPrefixes(
  scanner: XmlScanner,
  raw: readonly RawAttribute[],
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declarations = raw.filter(({ qualified }) => qualified === 'xmlns' || qualified.startsWith('xmlns:'));
  if (declarations.length === 0) return outer;
  const prefixes = new Map(outer);
  for (const { qualified, value, at } of declarations) {
    const prefix = qualified.slice('xmlns:'.length);
    if (prefix !== '' && value === '') scanner.fail(`The prefix "${prefix}" is bound to no namespace.`, at);
    const reserved = prefix === 'xmlns' || value === xmlnsNamespace;
    if (reserved || (prefix === 'xml') !== (value === xmlNamespace)) {
      scanner.fail('The prefixes "xml" and "xmlns" and their namespaces are reserved.', at);
    }
    prefixes.set(prefix, value);
  }
  return prefixes;
}
