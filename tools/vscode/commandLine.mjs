/** Reads the part of the desktop's command line that the launcher knows. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '../run/problem.mjs';
import { inCache } from '../run/project.mjs';

const options = /** @type {const} */ ({
  extensionDevelopmentPath: { type: 'string' },
  extensionTestsPath: { type: 'string' },
  'user-data-dir': { type: 'string' },
  'extensions-dir': { type: 'string' },
  'install-extension': { type: 'string' },
  'disable-workspace-trust': { type: 'boolean' },
  serve: { type: 'boolean' },
});

/**
 * @typedef {object} CommandLine all paths absolute
 * @property {string} folder the workspace
 * @property {string} [extension] extension under development
 * @property {string} [tests] module of tests to run in the extension host
 * @property {string} [install] extension package to install; nothing else is done then
 * @property {string} data user data
 * @property {string} extensions installed extensions
 * @property {boolean} trust whether the window may ask if the folder is trusted
 * @property {boolean} serve stay, and print where the window is, until standard input closes
 */

/**
 * Flags of the desktop that mean nothing to a server are passed over.
 * @param {readonly string[]} args
 * @returns {CommandLine}
 * @throws {Problem} when there is no folder to open
 */
export function readCommandLine(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
  });
  const folder = positionals[0];
  const install = absolute(values['install-extension']);
  if (folder === undefined && install === undefined)
    throw new Problem('Give the folder that VS Code is to open.');
  return {
    folder: path.resolve(folder ?? '.'),
    ...optional('extension', absolute(values.extensionDevelopmentPath)),
    ...optional('tests', absolute(values.extensionTestsPath)),
    ...optional('install', install),
    data: absolute(values['user-data-dir']) ?? inCache('user-data'),
    extensions: absolute(values['extensions-dir']) ?? inCache('extensions'),
    trust: values['disable-workspace-trust'] !== true,
    serve: values.serve === true,
  };
}

/** @param {string | boolean | undefined} value */
function absolute(value) {
  return typeof value === 'string' ? path.resolve(value) : undefined;
}

/**
 * @template {string} Name
 * @param {Name} name
 * @param {string | undefined} value
 * @returns {Partial<Record<Name, string>>}
 */
function optional(name, value) {
  return /** @type {Partial<Record<Name, string>>} */ (value === undefined ? {} : { [name]: value });
}
