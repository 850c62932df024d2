/** Prints what a build wrote and how big it is. */
import { stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * One line for each folder of `dist`: its files and their size; source maps are not counted.
 * @param {string} dist absolute path of the build's folder
 * @param {Record<string, { bytes: number }>} outputs esbuild's outputs by path from the project's root
 */
export async function reportSizes(dist, outputs) {
  const root = path.dirname(dist);
  /** @type {Map<string, { files: number, bytes: number }>} */
  const folders = new Map();
  for (const name of Object.keys(outputs).filter((file) => !file.endsWith('.map'))) {
    const folder = name.split('/').slice(0, 2).join('/');
    const sum = folders.get(folder) ?? { files: 0, bytes: 0 };
    const { size } = await stat(path.join(root, name));
    folders.set(folder, { files: sum.files + 1, bytes: sum.bytes + size });
  }
  for (const [folder, { files, bytes }] of [...folders].sort()) {
    console.log(`${folder.padEnd(16)} ${String(files).padStart(3)} files ${kilobytes(bytes).padStart(9)}`);
  }
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} kB`;
}
