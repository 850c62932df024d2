/** Readers that take the bytes of an answer as they come and make something of them at the end. */
import { breathe } from '../flow/pacer.ts';
import { QuickReader } from './quickTree.ts';
import type { PageSize, SizedPage } from './rowPage.ts';
import { RowScanner, type PageHead } from './rowScanner.ts';
import { Utf8Decoder } from './utf8.ts';
import { XmlTreeBuilder, type XmlElement } from './xmlTree.ts';

interface Answer<Extra> {
  readonly root: XmlElement;
  readonly extra: Extra;
}

/** Takes bytes, and gives the document that they were, with whatever else it read on the way. */
export interface AnswerReader<Extra> {
  push(chunk: Uint8Array): void;
  end(): Answer<Extra> | Promise<Answer<Extra>>;
}

/** Reads a document quickly while it is plain, and by the parser from its beginning once it is not. */
class DocumentReader {
  private readonly decoder = new Utf8Decoder();
  private readonly quick = new QuickReader();
  private parser: XmlTreeBuilder | undefined;
  /** What the parser has not read: all, as long as it is not needed. */
  private readonly held: string[] = [];

  /** Gives the text that the bytes were. */
  push(chunk: Uint8Array): string {
    const text = this.decoder.next(chunk);
    this.held.push(text);
    if (this.parser === undefined && !this.quick.push(text)) this.parser = new XmlTreeBuilder();
    // Two for one that comes: it catches up, and holds nobody up.
    for (const next of this.parser === undefined ? [] : this.held.splice(0, 2)) this.parser?.write(next);
    return text;
  }

  async end(): Promise<XmlElement> {
    this.decoder.end();
    const root = this.parser === undefined ? this.quick.end() : undefined;
    if (root !== undefined) return root;
    this.parser ??= new XmlTreeBuilder();
    for (const next of this.held) {
      await breathe();
      this.parser.write(next);
    }
    return this.parser.end();
  }
}

/** Reads an answer into its tree. */
export class TreeReader implements AnswerReader<undefined> {
  private readonly document = new DocumentReader();

  push(chunk: Uint8Array): void {
    this.document.push(chunk);
  }

  async end(): Promise<Answer<undefined>> {
    return { root: await this.document.end(), extra: undefined };
  }
}

/** Reads an answer into its tree and keeps its text, for a person who wants to see it. */
export class TextReader implements AnswerReader<string> {
  private readonly document = new DocumentReader();
  private readonly pieces: string[] = [];

  push(chunk: Uint8Array): void {
    this.pieces.push(this.document.push(chunk));
  }

  async end(): Promise<Answer<string>> {
    return { root: await this.document.end(), extra: this.pieces.join('') };
  }
}

/** Reads the rows of a data extension. */
export class RowReader implements AnswerReader<SizedPage> {
  private readonly scanner: RowScanner;

  /** See `RowScanner`. */
  constructor(onHead: (head: PageHead) => void, expected?: PageSize) {
    this.scanner = new RowScanner(onHead, expected);
  }

  push(chunk: Uint8Array): void {
    this.scanner.push(chunk);
  }

  end(): Answer<SizedPage> {
    const { root, page } = this.scanner.end();
    return { root, extra: page };
  }
}
