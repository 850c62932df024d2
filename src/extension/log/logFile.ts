/** The log that outlives a window and a lost connection: a file for each day, a line of JSON for each entry (row F3). */
import { appendFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

interface Options {
  /** Made with the first entry. */
  readonly folder: string;
  /** Days for which entries are kept, today's included; 0 keeps none. Asked before each write. */
  readonly keepDays: () => number;
  /** Told once, when entries cannot be kept. */
  readonly failed: (error: unknown) => void;
  readonly now?: () => Date;
  /** Bytes of a file after which the next one is begun. */
  readonly maxBytes?: number;
}

const namePattern = /^calls-(\d{4}-\d{2}-\d{2})(?:\.\d+)?\.jsonl$/;
const dayLength = 86_400_000;

/**
 * Several windows write to the same files at once: each entry is appended by one call, and no file is ever renamed.
 * Nobody waits for a write, and none fails a call.
 */
export class LogFile {
  private readonly options: Required<Options>;
  private waiting: string[] = [];
  private writing: Promise<void> | undefined;
  private cleanedOn = '';
  private hasFailed = false;

  constructor(options: Options) {
    this.options = { now: () => new Date(), maxBytes: 5_000_000, ...options };
  }

  /** Adds an entry. It must hold no secret. */
  add(entry: Readonly<Record<string, unknown>>): void {
    if (this.hasFailed || this.options.keepDays() <= 0) return;
    const time = this.options.now().toISOString();
    this.waiting.push(`${JSON.stringify({ time, ...entry })}\n`);
    this.writing ??= this.writeAll();
  }

  /** Resolves once all that was added is written. */
  async flush(): Promise<void> {
    await this.writing;
  }

  /** Removes what is older than it is to be kept; all of it, when nothing is. */
  async clean(): Promise<void> {
    const { folder, keepDays, now } = this.options;
    const oldest = new Date(now().getTime() - (keepDays() - 1) * dayLength).toISOString().slice(0, 10);
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const day = namePattern.exec(name)?.[1];
      if (day !== undefined && day < oldest) await rm(path.join(folder, name), { force: true });
    }
  }

  private async writeAll(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const lines = this.waiting.splice(0);
        await this.append(lines.join(''));
      }
    } catch (error) {
      this.hasFailed = true;
      this.waiting = [];
      this.options.failed(error);
    } finally {
      this.writing = undefined;
    }
  }

  private async append(text: string): Promise<void> {
    const { folder, now } = this.options;
    const today = now().toISOString().slice(0, 10);
    if (this.cleanedOn !== today) {
      await mkdir(folder, { recursive: true });
      await this.clean();
      this.cleanedOn = today;
    }
    // Entries can name keys and hosts of customers: they are for nobody else on this machine.
    await appendFile(await this.currentFile(today), text, { mode: 0o600 });
  }

  private async currentFile(day: string): Promise<string> {
    const { folder, maxBytes } = this.options;
    for (let part = 1; ; part += 1) {
      const file = path.join(
        folder,
        part === 1 ? `calls-${day}.jsonl` : `calls-${day}.${String(part)}.jsonl`,
      );
      if ((await sizeOf(file)) < maxBytes) return file;
    }
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}
