/** Finds programs as a shell would. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Absolute path of a program on PATH, or nothing.
 * @param {string} name without an extension
 * @returns {string | undefined}
 */
export function onPath(name) {
  const folders = (process.env['PATH'] ?? process.env['Path'] ?? '').split(path.delimiter).filter(Boolean);
  const endings =
    process.platform === 'win32'
      ? (process.env['PATHEXT'] ?? '.EXE;.CMD;.BAT').toLowerCase().split(';')
      : [''];
  return folders
    .flatMap((folder) => endings.map((ending) => path.resolve(folder, name + ending)))
    .find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
