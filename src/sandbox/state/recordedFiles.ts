/** A store of files that keeps in the state what was read, and reads the same again when the calls are made again. */
import type { FileFolder, FileStore, StoredFile } from '../org/files.ts';
import type { StateFile, StoredRead } from './stateFile.ts';

export class RecordedFiles implements FileStore {
  private readonly files: FileStore;
  private readonly state: StateFile;
  /** Reads of an earlier run that are still to come. */
  private readonly earlier: StoredRead[];

  constructor(files: FileStore, state: StateFile, earlier: readonly StoredRead[] = []) {
    this.files = files;
    this.state = state;
    this.earlier = [...earlier];
  }

  list(): readonly StoredFile[] {
    return this.files.list();
  }

  read(folder: FileFolder, name: string): Buffer | undefined {
    // The Export folder is read by people alone.
    if (folder !== 'Import') return this.files.read(folder, name);
    const earlier = this.earlier.shift();
    if (earlier !== undefined) {
      return earlier.content === null ? undefined : Buffer.from(earlier.content, 'base64');
    }
    const content = this.files.read(folder, name);
    this.state.append({ kind: 'read', folder, name, content: content?.toString('base64') ?? null });
    return content;
  }

  write(folder: FileFolder, name: string, content: Buffer): void {
    this.files.write(folder, name, content);
  }

  remove(folder: FileFolder, name: string): void {
    // What was taken away in an earlier run may be another file by now.
    if (this.earlier.length === 0) this.files.remove(folder, name);
  }
}
