/** Writes what `# @save` asks for: rows as CSV, JSON or XLSX, or the answers as XML. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportFormats, exportToFile, rowObjects, TableBuilder } from '../views/export/index.ts';
import type { SavedResult } from './model.ts';

/**
 * Where a path of a scratch file leads.
 * @param folder of the scratch file; the path is relative to it.
 * @param root a file outside of this folder is never written.
 * @returns undefined when it leads out of the root.
 */
export function resolveSavePath(wanted: string, folder: string, root: string): string | undefined {
  const file = path.resolve(folder, wanted);
  const inside = path.relative(root, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? undefined : file;
}

/**
 * Writes the result in place of what is there; folders on the way are made.
 * @param file absolute path whose extension says the format. Of several answers as XML, each after the first gets a file
 * of its own: `name.2.xml`.
 * @throws ExportError when a cell does not fit the format, or what the file system throws.
 */
export async function saveResult(file: string, { answers, limit }: SavedResult): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const { name, ext, dir } = path.parse(file);
  const format = exportFormats.find(({ id }) => `.${id}` === ext.toLowerCase());
  if (format === undefined) {
    for (const [index, { text }] of answers.entries()) {
      await writeFile(index === 0 ? file : path.join(dir, `${name}.${String(index + 1)}${ext}`), text);
    }
    return;
  }
  const table = new TableBuilder();
  for (const answer of answers) table.add(rowObjects(answer.name, answer.content));
  const rows = limit === undefined ? table.rows : table.rows.slice(0, limit);
  await exportToFile(file, format, {
    name,
    columns: table.columns.map((column) => ({ name: column })),
    batches: once(rows),
  });
}

async function* once<T>(rows: T): AsyncGenerator<T> {
  yield await Promise.resolve(rows);
}
