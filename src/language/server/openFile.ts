/** An open scratch file in one of its versions, with what has been understood of it. */
import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ScratchFile } from '../scratch/model.ts';
import { parseScratch } from '../scratch/parse.ts';
import type { TextRange } from '../xml/node.ts';

/** In characters. A larger file is opened, saved and run, but not looked at with every key that is typed. */
export const mostCharacters = 10_000_000;

export class OpenFile {
  readonly uri: string;
  readonly version: number;
  private readonly document: TextDocument;
  private parsed: ScratchFile | undefined;

  private previous: OpenFile | undefined;

  /** @param previous an earlier version, from which reading this one is faster. */
  constructor(document: TextDocument, previous?: OpenFile) {
    this.document = document;
    this.previous = previous;
    this.uri = document.uri;
    this.version = document.version;
  }

  get isTooLarge(): boolean {
    return this.text.length > mostCharacters;
  }

  get text(): string {
    return this.document.getText();
  }

  /** The text as it is understood; read when first asked for, then shared by all features. */
  get file(): ScratchFile {
    if (this.parsed === undefined) {
      this.parsed = parseScratch(this.text, this.previous?.parsed);
      // Else every version would keep all those before it.
      this.previous = undefined;
    }
    return this.parsed;
  }

  offsetAt(position: Position): number {
    return this.document.offsetAt(position);
  }

  positionAt(offset: number): Position {
    return this.document.positionAt(offset);
  }

  /** Offsets as the lines and characters of the protocol. */
  rangeOf(range: TextRange): Range {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }

  /** Lines and characters of the protocol as offsets. */
  offsetsOf(range: Range): TextRange {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }
}
