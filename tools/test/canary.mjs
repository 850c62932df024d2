/** Looks through everything that a run of the tests wrote for a secret that must be in none of it. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';

/**
 * A secret for one run of the tests, which they use wherever a client secret is wanted.
 * @returns {string}
 */
export const newCanary = () => `canary-${randomBytes(16).toString('hex')}`;

/**
 * The secret as it would show in a file: as it is, as UTF-16, percent-encoded, and inside base64 text, where it
 * looks differently by where it begins in a group of three bytes.
 * @param {string} secret
 * @returns {Buffer[]}
 */
function formsOf(secret) {
  const inBase64 = [0, 1, 2].map((shift) => {
    const text = Buffer.from('_'.repeat(shift) + secret).toString('base64');
    // The characters at either end also stand for what is next to the secret.
    return text.replace(/=+$/, '').slice(shift === 0 ? 0 : shift + 1, -1);
  });
  const percent = [...Buffer.from(secret)].map(
    (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
  );
  const hexadecimal = Buffer.from(secret).toString('hex');
  const texts = [
    secret,
    encodeURIComponent(secret),
    percent.join(''),
    percent.join('').toLowerCase(),
    hexadecimal,
    ...inBase64,
  ];
  return [...new Set(texts).values()].map((text) => Buffer.from(text)).concat(Buffer.from(secret, 'utf16le'));
}

/**
 * The files among the given folders that hold the secret in any form.
 * @param {string} secret
 * @param {readonly string[]} folders absolute paths; one that is missing holds nothing
 * @param {(file: string) => boolean} [isExempt] whether a path, of a folder too, is not looked at
 * @returns {Promise<{ found: string[], searched: number }>} absolute paths, and how many files were read
 */
export async function findSecret(secret, folders, isExempt = () => false) {
  const forms = formsOf(secret);
  const files = (await Promise.all(folders.map((folder) => filesBelow(folder, isExempt)))).flat();
  /** @type {string[]} */
  const found = [];
  for (const file of files) if (await holds(file, forms)) found.push(file);
  return { found, searched: files.length };
}

/**
 * @param {string} folder
 * @param {(file: string) => boolean} isExempt
 * @returns {Promise<string[]>}
 */
async function filesBelow(folder, isExempt) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = entries.map((entry) => {
    const file = path.join(folder, entry.name);
    if (isExempt(file)) return [];
    if (entry.isDirectory()) return filesBelow(file, isExempt);
    return entry.isFile() ? [file] : [];
  });
  return (await Promise.all(nested)).flat();
}

/**
 * @param {string} file
 * @param {readonly Buffer[]} forms
 */
async function holds(file, forms) {
  const overlap = Math.max(...forms.map(({ length }) => length)) - 1;
  let kept = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file)) {
      const bytes = Buffer.concat([kept, chunk]);
      if (forms.some((form) => bytes.includes(form))) return true;
      kept = bytes.subarray(Math.max(0, bytes.length - overlap));
    }
  } catch {
    // A log that its writer removed meanwhile.
  }
  return false;
}
