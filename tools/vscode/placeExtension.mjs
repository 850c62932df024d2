/**
 * Puts the built extension among the installed ones of a VS Code, as a person has it. Loaded as one under development
 * it would need the server's driver for tests, and with that VS Code shows no notifications.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../run/project.mjs';

/** What an installed extension consists of; see `.vscodeignore`. */
const parts = ['package.json', 'package.nls.json', 'README.md', 'LICENSE', 'dist', 'media', 'syntaxes'];

/**
 * @typedef {object} Installed an entry of VS Code's list of installed extensions
 * @property {{ id: string }} identifier
 */

/**
 * @param {string} extensions absolute path of the folder of installed extensions; what else is in it stays
 * @returns {Promise<void>}
 */
export async function placeExtension(extensions) {
  const { publisher, name, version } = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
  const id = `${publisher}.${name}`;
  const relativeLocation = `${id}-${version}`;
  const folder = path.join(extensions, relativeLocation);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(
    parts.map((part) => cp(inProject(part), path.join(folder, part), { recursive: true, force: true })),
  );
  const list = path.join(extensions, 'extensions.json');
  const others = (await installed(list)).filter(({ identifier }) => identifier.id !== id);
  const entry = {
    identifier: { id },
    version,
    location: { $mid: 1, path: folder.split(path.sep).join('/'), scheme: 'file' },
    relativeLocation,
    metadata: {},
  };
  await writeFile(list, JSON.stringify([...others, entry]));
}

/**
 * @param {string} list
 * @returns {Promise<Installed[]>}
 */
async function installed(list) {
  try {
    return JSON.parse(await readFile(list, 'utf8'));
  } catch {
    // There is none before the first extension.
    return [];
  }
}
