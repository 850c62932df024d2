/** Readers that take the bytes of an answer as they come and make something of them at the end. */
import type { RowPage } from './rowPage.ts';
import { RowScanner, type PageHead } from './rowScanner.ts';
import { Utf8Decoder } from './utf8.ts';
import { XmlTreeBuilder, type XmlElement } from './xmlTree.ts';

/** Takes bytes, and gives the document that they were, with whatever else it read on the way. */
export interface AnswerReader<Extra> {
  push(chunk: Uint8Array): void;
  end(): { readonly root: XmlElement; readonly extra: Extra };
}

/** Reads an answer into its tree. */
export class TreeReader implements AnswerReader<undefined> {
  private readonly tree = new XmlTreeBuilder();
  private readonly decoder = new Utf8Decoder();

  push(chunk: Uint8Array): void {
    this.tree.write(this.decoder.next(chunk));
  }

  end(): { readonly root: XmlElement; readonly extra: undefined } {
    this.tree.write(this.decoder.end());
    return { root: this.tree.end(), extra: undefined };
  }
}

/** Reads an answer into its tree and keeps its text, for a person who wants to see it. */
export class TextReader implements AnswerReader<string> {
  private readonly tree = new XmlTreeBuilder();
  private readonly decoder = new Utf8Decoder();
  private readonly pieces: string[] = [];

  push(chunk: Uint8Array): void {
    this.take(this.decoder.next(chunk));
  }

  end(): { readonly root: XmlElement; readonly extra: string } {
    this.take(this.decoder.end());
    return { root: this.tree.end(), extra: this.pieces.join('') };
  }

  private take(text: string): void {
    this.pieces.push(text);
    this.tree.write(text);
  }
}

/** Reads the rows of a data extension. */
export class RowReader implements AnswerReader<RowPage> {
  private readonly scanner: RowScanner;

  constructor(onHead: (head: PageHead) => void) {
    this.scanner = new RowScanner(onHead);
  }

  push(chunk: Uint8Array): void {
    this.scanner.push(chunk);
  }

  end(): { readonly root: XmlElement; readonly extra: RowPage } {
    const { root, page } = this.scanner.end();
    return { root, extra: page };
  }
}
