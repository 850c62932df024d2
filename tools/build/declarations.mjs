/** Writes the declarations of what other programs import from the package: from its front doors as far as they reach. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The rooms that other programs import, by their folders in `src`. */
const rooms = ['sandbox', 'soap'];

/** A relative import or export of a declaration, with what is before it. */
const reference = /(\bfrom |\bimport\()'(\.{1,2}\/[^']+)\.ts'/g;

/**
 * Compiles what has changed, and copies the declarations that can be reached to `dist/types`, in the folders in which
 * their sources lie. They name each other as `.js` files, as every compiler finds them.
 * @param {string} root absolute path of the project
 * @throws {Error} when the sources are wrong, with what the compiler says
 */
export async function writeDeclarations(root) {
  await compile(root);
  /** @type {Set<string>} */
  const written = new Set();
  const waiting = rooms.map((room) => `${room}/index`);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (written.has(name)) continue;
    written.add(name);
    const text = await readFile(path.join(root, 'out/types/src', `${name}.d.ts`), 'utf8');
    const target = path.join(root, 'dist/types', `${name}.d.ts`);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text.replace(reference, "$1'$2.js'"));
    const folder = path.posix.dirname(name);
    for (const [, , other = ''] of text.matchAll(reference)) waiting.push(path.posix.join(folder, other));
  }
}

/** @param {string} root */
async function compile(root) {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  try {
    await run(process.execPath, [compiler, '-b', ...rooms.map((room) => `src/${room}`)], { cwd: root });
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    throw new Error(`The declarations cannot be made:\n${said}`, { cause: error });
  }
}
