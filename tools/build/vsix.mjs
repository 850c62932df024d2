/** Packs what was built into an extension package, and holds it to its size. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { Problem } from '../run/problem.mjs';
import { inProject, root } from '../run/project.mjs';
import { kilobytes } from './sizes.mjs';

/** How big a package may be, in bytes. */
const budget = 2 * 1024 * 1024;

/**
 * Packs the project's folder by the allow-list in `.vscodeignore`; it must have been built.
 * @param {(line: string) => void} say gets the size; the files are listed by `vsce` itself
 * @param {string} [folder] absolute path of where the package goes, the project's root by default
 * @returns {Promise<string>} absolute path of the package
 * @throws {Problem} when it is over the budget
 */
export async function packageExtension(say, folder = root) {
  const { name, version } = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
  const packagePath = path.join(folder, `${name}-${version}.vsix`);
  const ignoreFile = inProject('.vscodeignore');
  // Dependencies are in the bundles. The project has no public repository to rewrite links of the README to.
  await createVSIX({
    cwd: root,
    packagePath,
    ignoreFile,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = await stat(packagePath);
  say(`${path.basename(packagePath)}: ${kilobytes(size)} of ${kilobytes(budget)}`);
  if (size > budget) throw new Problem(`The package is over its budget of ${kilobytes(budget)}.`);
  return packagePath;
}
