/** The user settings of a data folder. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { calmSettings, withSettings } from './calmSettings.mjs';

/**
 * Adds the calm settings where the person has not set them otherwise, and sets the given ones.
 * @param {string} data absolute path of the folder for user data
 * @param {Readonly<Record<string, unknown>>} [settings]
 */
export async function writeUserSettings(data, settings = {}) {
  const file = path.join(data, 'User', 'settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  const before = await readFile(file, 'utf8').catch(() => '');
  await writeFile(file, withSettings(withSettings(before, calmSettings, { keep: true }), settings));
}
