/** Keeps what was watched in this workspace, a file for each send, so that a reload takes nothing away. */
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { forgotten, keyOf, readKept, writeKept, type KeptSend, type WatchedSend } from '../../views/index.ts';

/** Sends that were taken from the panel are remembered up to this number. */
const most = 200;

/** A send that moves is written no oftener, in milliseconds. */
const writeEvery = 10_000;

export class WatchHistory {
  private readonly folder: vscode.Uri;
  private readonly report: (error: unknown) => void;
  private readonly kept = new Map<string, KeptSend>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  /** @param folder of the extension for this workspace; it need not be there yet. */
  constructor(folder: vscode.Uri, report: (error: unknown) => void) {
    this.folder = folder;
    this.report = report;
  }

  /** Everything that is remembered, newest first. */
  get all(): readonly KeptSend[] {
    return [...this.kept.values()].sort((a, b) => b.keptAt - a.keptAt);
  }

  /** Reads what earlier windows left; files that are not understood stay where they are. */
  async load(): Promise<void> {
    for (const [name] of await this.entries()) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, name));
      const kept = readKept(new TextDecoder().decode(bytes));
      if (kept !== undefined && !this.kept.has(keyOf(kept.send.target))) {
        this.kept.set(keyOf(kept.send.target), kept);
      }
    }
  }

  /** Remembers a send as it is now; the file follows soon, at once when this is the first or the last of it. */
  keep(send: WatchedSend, shown: boolean, now: number): void {
    const key = keyOf(send.target);
    const before = this.kept.get(key);
    if (before?.send === send && before.shown === shown) return;
    this.kept.set(key, { keptAt: now, shown, send });
    if (before?.shown !== shown) this.write(key);
    else if (!this.waiting.has(key)) {
      this.waiting.set(
        key,
        setTimeout(() => this.write(key), writeEvery),
      );
    }
  }

  /** Writes what still waits to be written. */
  flush(): void {
    for (const key of [...this.waiting.keys()]) this.write(key);
  }

  private write(key: string): void {
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    const kept = this.kept.get(key);
    if (kept === undefined) return;
    const bytes = new TextEncoder().encode(writeKept(kept));
    vscode.workspace.fs
      .createDirectory(this.folder)
      .then(() => vscode.workspace.fs.writeFile(this.fileOf(key), bytes))
      .then(() => this.forgetOldest())
      .then(undefined, this.report);
  }

  private async forgetOldest(): Promise<void> {
    for (const key of forgotten(this.all, most)) {
      this.kept.delete(key);
      await vscode.workspace.fs.delete(this.fileOf(key));
    }
  }

  private async entries(): Promise<[string, vscode.FileType][]> {
    try {
      return await vscode.workspace.fs.readDirectory(this.folder);
    } catch {
      // Nothing was ever watched here.
      return [];
    }
  }

  /** Keys hold names of connections, which need not be names of files. */
  private fileOf(key: string): vscode.Uri {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    return vscode.Uri.joinPath(this.folder, `${name}.json`);
  }
}
