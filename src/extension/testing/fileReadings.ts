/** Reads scratch files for the Test Explorer: without opening them, and not at every key. */
import * as vscode from 'vscode';
import type { ScratchFile } from '../../language/index.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';

export interface ReadFile {
  readonly uri: vscode.Uri;
  readonly file: ScratchFile;
  /** Says on which line of the file an offset is. */
  readonly lines: Pick<vscode.TextDocument, 'positionAt'>;
}

/** Milliseconds of quiet after a change before the file is read. */
const quiet = 300;

/** Longer files, in characters, are not looked through for tests. */
const longest = 32_000_000;

export class FileReadings {
  private readonly shown: (read: ReadFile) => void;
  /** Files that have changed, and when each will be read. */
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  /** Text that each is being read as, or was. */
  private readonly texts = new Map<string, string>();
  /** What each was read as the last time: reading it again takes only what has changed. */
  private readonly last = new Map<string, ScratchFile>();

  constructor(shown: (read: ReadFile) => void) {
    this.shown = shown;
  }

  /** Reads a file once it has not changed for a moment. */
  readSoon(uri: vscode.Uri): void {
    clearTimeout(this.waiting.get(uri.toString()));
    const timer = setTimeout(() => {
      this.read(uri).catch(() => undefined);
    }, quiet);
    this.waiting.set(uri.toString(), timer);
  }

  /** Reads a file now: as it is edited, or else as it is on the disk. One that is gone is passed over. */
  async read(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
    const text = document?.getText() ?? (await textOnDisk(uri));
    if (text === undefined || text.length > longest) return;
    this.texts.set(key, text);
    const isWanted = (): boolean => this.texts.get(key) === text;
    const { inSlices, parseInSteps } = await import('../../language/index.ts');
    const file = await inSlices(parseInSteps(text, this.last.get(key)), isWanted);
    const lines = document ?? (await linesOf(text));
    if (file === undefined || !isWanted()) return;
    this.last.set(key, file);
    this.shown({ uri, file, lines });
  }

  /** Resolves when all that has changed is read. */
  async settled(): Promise<void> {
    for (const key of [...this.waiting.keys()]) await this.read(vscode.Uri.parse(key));
  }

  forget(uri: vscode.Uri): void {
    clearTimeout(this.waiting.get(uri.toString()));
    this.waiting.delete(uri.toString());
    this.texts.delete(uri.toString());
    this.last.delete(uri.toString());
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }
}

async function textOnDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

async function linesOf(text: string): Promise<ReadFile['lines']> {
  const { TextDocument } = await import('vscode-languageserver-textdocument');
  const lines = TextDocument.create('', scratchLanguageId, 0, text);
  return {
    positionAt: (offset) => {
      const { line, character } = lines.positionAt(offset);
      return new vscode.Position(line, character);
    },
  };
}
