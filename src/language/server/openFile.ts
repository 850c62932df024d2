/** An open scratch file in one of its versions, with what has been understood of it. */
import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readAround } from '../scratch/around.ts';
import type { ScratchFile } from '../scratch/model.ts';
import { parseInSteps } from '../scratch/parse.ts';
import { atOnce, inSlices, type Steps } from '../steps.ts';
import type { TextRange } from '../xml/node.ts';

/** In characters. A larger file is opened, saved and run, but not looked at with every key that is typed. */
export const mostCharacters = 10_000_000;

export class OpenFile {
  readonly uri: string;
  readonly version: number;
  private readonly document: TextDocument;
  private parsed: ScratchFile | undefined;
  private reading: Steps<ScratchFile> | undefined;
  private previous: ScratchFile | undefined;

  /** @param previous an earlier version as it was understood, from which reading this one is faster. */
  constructor(document: TextDocument, previous?: ScratchFile) {
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

  /** True when `file` is there at once. */
  get isRead(): boolean {
    return this.parsed !== undefined;
  }

  /** This version as it is understood, or the last one before it that was read: several keys may come before any is. */
  get lastRead(): ScratchFile | undefined {
    return this.parsed ?? this.previous;
  }

  /** The text as it is understood; read when first asked for, then shared by all features. */
  get file(): ScratchFile {
    return this.parsed ?? this.keep(atOnce(this.steps));
  }

  /** The request around a place, while no version of the file has been read yet; undefined where that says too little. */
  around(position: Position): ScratchFile | undefined {
    if (this.lastRead !== undefined || this.isTooLarge) return undefined;
    return readAround(this.text, this.offsetAt(position));
  }

  /** Reads the text while others have their turn. @param isWanted asked now and then; when false, it stops. */
  async read(isWanted: () => boolean): Promise<void> {
    if (this.parsed !== undefined) return;
    // Whoever cannot wait finishes it meanwhile.
    const file = await inSlices(this.steps, () => this.parsed === undefined && isWanted());
    if (file !== undefined) this.keep(file);
  }

  private get steps(): Steps<ScratchFile> {
    this.reading ??= this.begin();
    return this.reading;
  }

  /** What has failed is begun anew by whoever asks next, and fails again: nobody waits for what has ended. */
  private *begin(): Steps<ScratchFile> {
    try {
      return yield* parseInSteps(this.text, this.previous);
    } finally {
      this.reading = undefined;
    }
  }

  private keep(file: ScratchFile): ScratchFile {
    this.parsed = file;
    // Else every version would keep all those before it.
    this.previous = undefined;
    return file;
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
