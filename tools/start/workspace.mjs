/** The folder that a newcomer's window opens: a copy of the samples, theirs to change. */
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { inCache, inProject } from '../run/project.mjs';

/**
 * Copies the samples that are not there yet; what is there stays as the person left it.
 * @returns {Promise<{ folder: string, file: string }>} absolute paths of the folder and of what to read first in it
 */
export async function prepareWorkspace() {
  const folder = inCache('workspace');
  await mkdir(folder, { recursive: true });
  await cp(inProject('samples'), folder, { recursive: true, force: false, errorOnExist: false });
  return { folder, file: path.join(folder, 'getting-started.mcsoap') };
}
