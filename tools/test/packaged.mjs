/**
 * Lets another program use the package for npm. Packages the extension, installs it into the oldest VS Code that the
 * manifest accepts, and runs the tests of `test/host` on it there.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem, tell } from '../run/problem.mjs';
import { Processes } from '../run/processes.mjs';
import { inCache, inProject, results } from '../run/project.mjs';
import { packageExtension } from '../build/vsix.mjs';
import { runHostTests } from './hostTests.mjs';
import { checkNodePackage } from './nodePackage.mjs';

const processes = new Processes();

/**
 * An extension under development that does nothing: VS Code runs tests only where there is one.
 * @returns {Promise<string>} its absolute path
 */
async function emptyExtension() {
  const folder = inCache('tests', 'empty-extension');
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'empty', publisher: 'none', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/**
 * @param {string} vsix
 * @param {string} extensions
 */
async function install(vsix, extensions) {
  await rm(extensions, { recursive: true, force: true });
  // Older servers do not make the folder themselves.
  await mkdir(extensions, { recursive: true });
  const launcher = inProject('tools/vscode/launcher.mjs');
  const folders = [
    `--extensions-dir=${extensions}`,
    `--user-data-dir=${inCache('tests', 'install', 'data')}`,
  ];
  const { code, output } = await processes.run(process.execPath, [
    launcher,
    ...folders,
    '--install-extension',
    vsix,
  ]);
  console.log(output.trim());
  if (code !== 0) throw new Problem('VS Code did not install the package.');
}

try {
  // The desktop, where the person asked for it, is tested by the host stage.
  process.env['MC_VSCODE'] = 'oldest';
  await checkNodePackage(processes);
  const vsix = await packageExtension(console.log, results);
  const extensions = inCache('tests', 'install', 'extensions');
  await install(vsix, extensions);
  await runHostTests({
    name: 'packaged',
    extension: await emptyExtension(),
    extensions,
    env: { MC_HOST_INSTALLED: '1' },
  });
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
await processes.endAll();
