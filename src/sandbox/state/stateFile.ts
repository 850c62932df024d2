/**
 * The state of an org in a file: how it began, and every call that changed it since. The org is what comes of making
 * those calls again, for everything in it follows from its seed, the clock and the calls. A line is one entry.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileFolder } from '../org/files.ts';
import type { StoredStruct } from './values.ts';

/** How the org began. */
export interface StateHead {
  readonly version: 1;
  /** The name of a seed, or one's own. */
  readonly seed: unknown;
  readonly randomSeed: number;
  readonly startedAt: number;
}

/** A call that changed the org. */
export interface StoredCall {
  readonly kind: 'call';
  readonly at: number;
  /** How many random values the org had drawn before it. */
  readonly drawn: number;
  readonly mid: number;
  readonly userId?: number;
  /** The scopes of its token, in their short form. */
  readonly scopes: string;
  readonly operation: string;
  readonly message: StoredStruct;
  /** For each object, whether an ordered fault refused it; left out when none was in force. */
  readonly struck?: readonly (readonly [code: number, message: string] | null)[];
}

/** A file that an import read, for it may be another one by now. */
export interface StoredRead {
  readonly kind: 'read';
  readonly folder: FileFolder;
  readonly name: string;
  /** Base64; null when it was not there. */
  readonly content: string | null;
}

export type StoredEntry = StoredCall | StoredRead;

export class StateFile {
  private readonly path: string;

  /** @throws Error of the system when its folder cannot be made. */
  constructor(path: string) {
    this.path = path;
    mkdirSync(dirname(path), { recursive: true });
  }

  /**
   * What is there; undefined when there is nothing yet.
   * @throws Error with a sentence for the person when it cannot be read.
   */
  read(): { readonly head: StateHead; readonly entries: readonly StoredEntry[] } | undefined {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    // A last line without its end was being written when the process ended.
    const lines = text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter((line) => line !== '');
    if (lines.length === 0) return undefined;
    try {
      const [head, ...entries] = lines.map((line) => JSON.parse(line) as unknown);
      if ((head as { version?: unknown }).version !== 1) throw new Error('it was written by another version');
      return { head: head as StateHead, entries: entries as StoredEntry[] };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `The state in ${this.path} cannot be read: ${reason}. Move it away to begin anew, or name another folder.`,
        { cause: error },
      );
    }
  }

  /** Begins anew: whatever was there is gone. */
  begin(head: StateHead): void {
    writeFileSync(this.path, `${JSON.stringify(head)}\n`);
  }

  append(entry: StoredEntry): void {
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
  }
}
