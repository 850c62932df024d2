/** Installs the project's own dependencies when they are missing or not those of the lock file. */
import { readFile } from 'node:fs/promises';
import { runNpm } from './npm.mjs';
import { inProject, root } from './project.mjs';

/**
 * @typedef {object} Locked
 * @property {Record<string, { version?: string, optional?: boolean }>} packages by path from the project
 */

/**
 * @param {import('./processes.mjs').Processes} processes
 * @param {(line: string) => void} say
 */
export async function installDependencies(processes, say) {
  if (await areInstalled()) return;
  say('Installing the dependencies (npm ci)');
  await runNpm(processes, ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root });
}

/**
 * Whether `node_modules` holds what the lock file names. npm writes its own list there as its last act,
 * so an installation that was cut short has none.
 */
async function areInstalled() {
  const wanted = await readLock(inProject('package-lock.json'));
  const installed = await readLock(inProject('node_modules/.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted.packages).every(
    // Optional packages may be for another platform; the first entry is the project itself.
    ([name, { version, optional }]) =>
      name === '' || optional === true || installed.packages[name]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Promise<Locked | undefined>}
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
