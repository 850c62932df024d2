/** Runs the host tests through `@vscode/test-electron`, with the desktop or with the VS Code that npm carries. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { inCache, inProject } from '../run/project.mjs';
import { wantsDesktop } from '../vscode/editions.mjs';

/**
 * @typedef {object} HostRun
 * @property {string} name folder of the run's user data, below the cache folder
 * @property {string} extension absolute path of the extension under development
 * @property {string} [extensions] absolute path of the folder for installed extensions
 * @property {NodeJS.ProcessEnv} [env] further variables for the tests
 */

/**
 * @param {HostRun} run
 * @throws {Error} when a test fails, or VS Code does not get so far
 */
export async function runHostTests({ name, extension, extensions, env = {} }) {
  const folder = inCache('tests', name);
  await rm(folder, { recursive: true, force: true });
  const workspace = path.join(folder, 'workspace');
  await mkdir(workspace, { recursive: true });
  const own = [
    `--user-data-dir=${path.join(folder, 'data')}`,
    `--extensions-dir=${extensions ?? path.join(folder, 'extensions')}`,
  ];
  const launcher = inProject('tools/vscode/launcher.mjs');
  await runTests({
    // Node is the executable and the launcher its first argument: that works without an executable file.
    ...(wantsDesktop() ? { cachePath: inCache() } : { vscodeExecutablePath: process.execPath }),
    launchArgs: [...(wantsDesktop() ? [] : [launcher]), workspace, ...own],
    extensionDevelopmentPath: extension,
    extensionTestsPath: inProject('out/host/index.cjs'),
    extensionTestsEnv: env,
  });
}
