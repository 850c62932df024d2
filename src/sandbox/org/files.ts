/** The files of the org's FTP account: what is put into its Import folder, and what lands in its Export folder. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that there are. */
export const fileFolders = ['Import', 'Export'] as const;
export type FileFolder = (typeof fileFolders)[number];

export interface StoredFile {
  readonly folder: FileFolder;
  readonly name: string;
  readonly size: number;
}

export interface FileStore {
  /** Every file, by folder and name. */
  list(): readonly StoredFile[];
  read(folder: FileFolder, name: string): Buffer | undefined;
  write(folder: FileFolder, name: string, content: Buffer): void;
  remove(folder: FileFolder, name: string): void;
}

/** True for a name that is one of a file in a folder, and leads nowhere else. */
export function isFileName(name: string): boolean {
  return name !== '' && name.length <= 200 && !/[/\\\0:]|^\.\.?$/.test(name);
}

/** Files that are gone with the org. */
export class MemoryFiles implements FileStore {
  private readonly files = new Map<string, Buffer>();

  list(): readonly StoredFile[] {
    return [...this.files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, { length }]) => {
        const [folder = 'Import', name = ''] = path.split('/');
        return { folder: folder as FileFolder, name, size: length };
      });
  }

  read(folder: FileFolder, name: string): Buffer | undefined {
    return this.files.get(`${folder}/${name}`);
  }

  write(folder: FileFolder, name: string, content: Buffer): void {
    this.files.set(`${folder}/${name}`, content);
  }

  remove(folder: FileFolder, name: string): void {
    this.files.delete(`${folder}/${name}`);
  }
}

/** Files in a folder of the machine, which has the folders of the FTP account inside. */
export class FolderFiles implements FileStore {
  private readonly root: string;

  /** @throws Error of the system when the folders cannot be made. */
  constructor(root: string) {
    this.root = root;
    for (const folder of fileFolders) mkdirSync(join(root, folder), { recursive: true });
  }

  list(): readonly StoredFile[] {
    return fileFolders.flatMap((folder) =>
      readdirSync(join(this.root, folder))
        .sort()
        .map((name) => ({ folder, name, stat: statSync(join(this.root, folder, name)) }))
        .filter(({ stat }) => stat.isFile())
        .map(({ name, stat }) => ({ folder, name, size: stat.size })),
    );
  }

  read(folder: FileFolder, name: string): Buffer | undefined {
    try {
      return isFileName(name) ? readFileSync(join(this.root, folder, name)) : undefined;
    } catch {
      return undefined;
    }
  }

  write(folder: FileFolder, name: string, content: Buffer): void {
    if (isFileName(name)) writeFileSync(join(this.root, folder, name), content);
  }

  remove(folder: FileFolder, name: string): void {
    if (isFileName(name)) rmSync(join(this.root, folder, name), { force: true });
  }
}
