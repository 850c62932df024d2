/** Starts the server of an installed VS Code on this machine's own address and says where its window is. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFree } from '../run/ports.mjs';
import { Problem } from '../run/problem.mjs';
import { ownEnvironment, socketFolder } from './ownHome.mjs';

const host = '127.0.0.1';

/**
 * @typedef {object} ServerOptions
 * @property {import('./install.mjs').VsCode} vscode
 * @property {string} data absolute path of the folder for user data; settings are read from `User/settings.json` in it
 * @property {string} extensions absolute path of the folder for installed extensions
 * @property {number} [port] 0, the default, takes any free one
 * @property {boolean} [driver] whether windows take extensions under development and tests from their address; VS Code
 * then shows no notifications, so a window for a person goes without
 * @property {boolean} [trust] whether the window may ask if the folder is trusted; it is by default not asked
 * @property {NodeJS.ProcessEnv} [env] further variables for the server and its extension host
 */

/** @typedef {{ port: number, process: import('node:child_process').ChildProcess }} Server */

/**
 * Resolves when the server listens. What it prints goes to `server.log` in its data folder.
 * @param {import('../run/processes.mjs').Processes} processes
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 * @throws {Problem} when the port is taken, or the server ends before it listens
 */
export async function startServer(processes, options) {
  // Finding its port taken, the server would stay, and listen nowhere.
  if (options.port !== undefined && options.port !== 0 && !(await isFree(options.port)))
    throw taken(options.port);
  await mkdir(path.join(options.data, 'User'), { recursive: true });
  const log = path.join(options.data, 'server.log');
  const child = processes.startOnLeash(options.vscode.node, [options.vscode.main, ...serverFlags(options)], {
    env: ownEnvironment({ ...socketFolder(), ...options.env }),
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    const file = createWriteStream(log);
    const onText = (/** @type {string} */ text) => {
      file.write(text);
      if (printed.length > 20_000) return;
      printed += text;
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (port !== undefined) resolve({ port: Number(port), process: child });
    };
    child.stdout?.setEncoding('utf8').on('data', onText);
    child.stderr?.setEncoding('utf8').on('data', onText);
    child.on('close', () => {
      file.end();
      reject(new Problem(`VS Code's server ended before it was ready; its log is ${log}.`));
    });
  });
}

/** @param {ServerOptions} options */
function serverFlags({ data, extensions, port = 0, trust = false, driver = false }) {
  return [
    ...['--host', host, '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(driver ? ['--enable-smoke-test-driver'] : []),
    ...(trust ? [] : ['--disable-workspace-trust']),
    ...['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', extensions],
  ];
}

/**
 * What to say when somebody else listens on the port, or it is one that only root may use.
 * @param {number} port
 */
export function taken(port) {
  return new Problem(`Port ${String(port)} is taken: choose another with --port, or leave it out.`);
}

/**
 * @typedef {object} Window what a window is opened with; all paths absolute
 * @property {string} folder the workspace
 * @property {string} [extension] the extension under development
 * @property {string} [file] a file to show at once
 * @property {string} [tests] the module whose `run` is called in the extension host
 */

/**
 * The address of a window.
 * @param {number} port
 * @param {Window} window
 */
export function windowAddress(port, { folder, file, extension, tests }) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://${host}:${port}${pathToFileURL(file).pathname}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(file === undefined ? [] : [['openFile', remote(file)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  const address = new URL(`http://${host}:${port}/`);
  address.searchParams.set('folder', decodeURIComponent(pathToFileURL(folder).pathname));
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
