/** Makes a folder appear whole or not at all, whoever else is making it and whenever this is cut short. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './problem.mjs';
import { isAlive } from './processTree.mjs';

const prefix = 'incoming-';

/**
 * Fills a folder elsewhere and moves it to its place in one step. When another process was faster, its folder stays.
 * @param {string} target absolute path; its parent may be missing
 * @param {(folder: string) => Promise<void>} fill puts everything into the empty folder it is given
 */
export async function makeWhole(target, fill) {
  if (existsSync(target)) return;
  const parent = path.dirname(target);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const incoming = await mkdtemp(path.join(parent, `${prefix}${process.pid}-`));
  try {
    await fill(incoming);
    await rename(incoming, target);
  } catch (error) {
    if (!existsSync(target) || !isTaken(error)) throw error;
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
}

/** @param {unknown} error what `rename` says when there is a folder already */
function isTaken(error) {
  return ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(codeOf(error) ?? '');
}

/**
 * Removes what a process that was killed left half-made.
 * @param {string} parent
 */
async function removeAbandoned(parent) {
  const names = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  const abandoned = names.filter((name) => !isAlive(Number(name.slice(prefix.length).split('-')[0])));
  await Promise.all(abandoned.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}
