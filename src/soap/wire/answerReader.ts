/** Readers that take the bytes of an answer as they come and make something of them at the end. */
import { readQuickly } from './quickTree.ts';
import type { PageSize, SizedPage } from './rowPage.ts';
import { RowScanner, type PageHead } from './rowScanner.ts';
import { Utf8Decoder } from './utf8.ts';
import { XmlTreeBuilder, type XmlElement } from './xmlTree.ts';

/** Takes bytes, and gives the document that they were, with whatever else it read on the way. */
export interface AnswerReader<Extra> {
  push(chunk: Uint8Array): void;
  end(): { readonly root: XmlElement; readonly extra: Extra };
}

/** Small documents are read at once when they are whole; what is larger is parsed while it arrives. */
class DocumentReader {
  /** The text so far; undefined once it is parsed as it arrives. */
  private held: string | undefined = '';
  private readonly tree = new XmlTreeBuilder();
  private readonly decoder = new Utf8Decoder();

  /** Gives the text that the bytes were. */
  push(chunk: Uint8Array): string {
    return this.take(this.decoder.next(chunk));
  }

  end(): { readonly root: XmlElement; readonly rest: string } {
    const rest = this.take(this.decoder.end());
    const root = this.held === undefined ? undefined : readQuickly(this.held);
    if (root !== undefined) return { root, rest };
    this.release();
    return { root: this.tree.end(), rest };
  }

  private take(text: string): string {
    if (this.held === undefined) this.tree.write(text);
    else {
      this.held += text;
      if (this.held.length > mostHeld) this.release();
    }
    return text;
  }

  private release(): void {
    if (this.held !== undefined) this.tree.write(this.held);
    this.held = undefined;
  }
}

/** Reading so many characters at once takes a few milliseconds at most. */
const mostHeld = 96_000;

/** Reads an answer into its tree. */
export class TreeReader implements AnswerReader<undefined> {
  private readonly document = new DocumentReader();

  push(chunk: Uint8Array): void {
    this.document.push(chunk);
  }

  end(): { readonly root: XmlElement; readonly extra: undefined } {
    return { root: this.document.end().root, extra: undefined };
  }
}

/** Reads an answer into its tree and keeps its text, for a person who wants to see it. */
export class TextReader implements AnswerReader<string> {
  private readonly document = new DocumentReader();
  private readonly pieces: string[] = [];

  push(chunk: Uint8Array): void {
    this.pieces.push(this.document.push(chunk));
  }

  end(): { readonly root: XmlElement; readonly extra: string } {
    const { root, rest } = this.document.end();
    return { root, extra: this.pieces.join('') + rest };
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

  end(): { readonly root: XmlElement; readonly extra: SizedPage } {
    const { root, page } = this.scanner.end();
    return { root, extra: page };
  }
}
