/**
 * Installs a VS Code from the npm registry into the cache folder: the package `code-server` holds the whole server
 * and workbench of Code-OSS, the packages `node-<platform>-<architecture>` a Node as it wants it. Nothing is compiled.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from '../run/npm.mjs';
import { inCache } from '../run/project.mjs';
import { Problem } from '../run/problem.mjs';
import { makeWhole } from '../run/wholeFolder.mjs';
import { putLogStandIn } from './logStandIn.mjs';

/**
 * @typedef {object} VsCode an installed VS Code server
 * @property {string} node absolute path of the Node to run it with
 * @property {string} main absolute path of its entry point
 */

const platform = process.platform === 'win32' ? 'win' : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;
const nodeProgram = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
const serverFolder = 'node_modules/code-server/lib/vscode';

/** Install scripts would compile native modules that nothing here needs. */
const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];

/**
 * Installs the edition when it is not there, and says where it is.
 * @param {import('./editions.mjs').Edition} edition
 * @param {import('../run/processes.mjs').Processes} processes
 * @param {(line: string) => void} say
 * @returns {Promise<VsCode>}
 * @throws {Problem} when npm cannot install it
 */
export async function installVsCode(edition, processes, say) {
  const target = inCache(`code-server-${edition.server}`);
  if (!existsSync(target)) say(`Installing VS Code (code-server ${edition.server} from npm, once)`);
  await makeWhole(target, (folder) => fill(folder, edition, processes));
  return located(target, edition);
}

/** Whether the Node that runs this is the one that the server wants: then none has to be installed. */
const fits = (/** @type {import('./editions.mjs').Edition} */ { node }) =>
  process.versions.node.split('.')[0] === node;

/**
 * @param {string} folder an empty folder
 * @param {import('./editions.mjs').Edition} edition
 * @param {import('../run/processes.mjs').Processes} processes
 */
async function fill(folder, edition, processes) {
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
  const packages = [
    `code-server@${edition.server}`,
    ...(fits(edition) ? [] : [`${nodePackage}@${edition.node}`]),
  ];
  await runNpm(processes, ['install', ...quietly, ...packages], { cwd: folder });
  const server = path.join(folder, serverFolder);
  const { node } = located(folder, edition);
  await runNpm(processes, ['install', '--omit=dev', ...quietly], { cwd: server, path: path.dirname(node) });
  await putLogStandIn(server);
}

/**
 * @param {string} folder
 * @param {import('./editions.mjs').Edition} edition
 * @returns {VsCode}
 */
function located(folder, edition) {
  const own = path.join(folder, 'node_modules', nodePackage, nodeProgram);
  const node = existsSync(own) ? own : process.execPath;
  const main = path.join(folder, serverFolder, 'out/server-main.js');
  if (!existsSync(main) || (node === process.execPath && !fits(edition))) {
    throw new Problem(`The VS Code in ${folder} is not whole: delete that folder and start again.`);
  }
  return { node, main };
}
