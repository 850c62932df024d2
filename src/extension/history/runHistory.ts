/** Remembers runs: a file each, the newest so many of them, for all windows of this machine. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keepable, readRecord, type RunRecord } from './runRecord.ts';

interface Parts {
  /** Absolute path; made when the first run is kept. */
  readonly folder: string;
  /** How many runs are kept; 0 keeps none. */
  readonly limit: () => number;
  readonly changed: () => void;
}

export class RunHistory {
  private readonly parts: Parts;
  private count = 0;
  /** One writes after the other, so that none deletes what another has just written. */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Keeps a run, and lets the oldest go. */
  async add(record: Omit<RunRecord, 'id'>): Promise<void> {
    if (this.parts.limit() <= 0) return;
    this.count += 1;
    const id = `${String(record.at)}-${String(this.count).padStart(6, '0')}-${String(process.pid)}`;
    await this.inOrder(async () => {
      const { folder } = this.parts;
      await mkdir(folder, { recursive: true });
      await writeFile(this.fileOf(id), JSON.stringify(keepable(record, id)), { mode: 0o600 });
      const names = await this.names();
      for (const name of names.slice(this.parts.limit())) await rm(path.join(folder, name), { force: true });
    });
  }

  /** The runs, newest first; files that are none are passed over. */
  async all(): Promise<readonly RunRecord[]> {
    const records: RunRecord[] = [];
    for (const name of await this.names()) {
      const record = readRecord(await readFile(path.join(this.parts.folder, name), 'utf8').catch(() => ''));
      if (record !== undefined) records.push(record);
    }
    return records;
  }

  async delete(id: string): Promise<void> {
    await this.inOrder(() => rm(this.fileOf(id), { force: true }));
  }

  async clear(): Promise<void> {
    await this.inOrder(() => rm(this.parts.folder, { recursive: true, force: true }));
  }

  private async inOrder(work: () => Promise<unknown>): Promise<void> {
    const done = this.writing.then(work);
    this.writing = done.catch(() => undefined);
    await done;
    this.parts.changed();
  }

  /** Names of the files, newest first. */
  private async names(): Promise<string[]> {
    const names = await readdir(this.parts.folder).catch(() => []);
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse();
  }

  private fileOf(id: string): string {
    return path.join(this.parts.folder, `${path.basename(id)}.json`);
  }
}
