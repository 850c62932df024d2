/** The steps of `npm start`. */
import { buildProject } from '../run/build.mjs';
import { installDependencies } from '../run/dependencies.mjs';
import { onInterruption } from '../run/interruption.mjs';
import { isFree } from '../run/ports.mjs';
import { Problem, tell } from '../run/problem.mjs';
import { Processes } from '../run/processes.mjs';
import { chosenEdition } from '../vscode/editions.mjs';
import { installVsCode } from '../vscode/install.mjs';
import { taken } from '../vscode/server.mjs';
import { writeUserSettings } from '../vscode/userSettings.mjs';
import { desktopData, findDesktop, openDesktop } from './desktop.mjs';
import { openInBrowser } from './display.mjs';
import { readOptions } from './options.mjs';
import { startSandboxOrg } from './sandboxOrg.mjs';
import { servedData, serveWindow } from './servedWindow.mjs';
import { prepareWorkspace } from './workspace.mjs';

const processes = new Processes();
const say = (/** @type {string} */ line) => console.log(line);

/** What has to end beside the processes started here. @type {(() => Promise<void>)[]} */
const endings = [];

async function endEverything() {
  await Promise.all([...endings.map((end) => end()), processes.endAll()]);
}

/**
 * Resolves when the person has closed the window; where it is a page in a browser, only an interruption ends it.
 * @param {import('./options.mjs').Options} options
 */
async function start(options) {
  if (options.port !== undefined && !(await isFree(options.port))) throw taken(options.port);
  await installDependencies(processes, say);
  // A person who names a port or wants nothing opened wants an address to go to.
  const wantsAddress = options.port !== undefined || !options.open || process.env['MC_VSCODE'] !== undefined;
  const desktop = wantsAddress ? undefined : await findDesktop(processes, say);
  const vscode = desktop === undefined ? await installVsCode(chosenEdition(), processes, say) : undefined;
  say('Building the extension');
  await buildProject(processes);
  say('Starting the sandbox org');
  const sandbox = await startSandboxOrg(processes);
  const workspace = await prepareWorkspace();
  // The settings are how the window learns of the sandbox org.
  await writeUserSettings(vscode === undefined ? desktopData : servedData, {
    'marketingCloud.sandbox.address': sandbox.address,
    'marketingCloud.startWith': 'sandbox',
  });
  const window =
    vscode === undefined ? openOnDesktop(desktop ?? 'code', workspace) : serve(vscode, workspace, options);
  await Promise.race([window, gone(sandbox.process, 'The sandbox org')]);
}

/**
 * Shows the window through the VS Code that npm carries, for as long as that runs.
 * @param {import('../vscode/install.mjs').VsCode} vscode
 * @param {{ folder: string, file: string }} workspace
 * @param {import('./options.mjs').Options} options
 */
async function serve(vscode, workspace, { port, open }) {
  say('Starting VS Code');
  const { url, process: server } = await serveWindow(processes, vscode, { ...workspace, port });
  say(`Ctrl+C ends it. The sandbox org is connected in this window:\n${url}`);
  if (open) openInBrowser(url);
  await gone(server, 'VS Code');
}

/**
 * Shows the window in the desktop, until the person closes it.
 * @param {string} program
 * @param {{ folder: string, file: string }} workspace
 */
async function openOnDesktop(program, workspace) {
  const window = openDesktop(processes, program, workspace);
  endings.push(window.end);
  say('VS Code is open, with the sandbox org connected. Ctrl+C here, or closing that window, ends it.');
  await window.closed;
}

/**
 * Rejects when a process goes by itself that should stay.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} name
 * @returns {Promise<never>}
 */
function gone(child, name) {
  return new Promise((_, reject) => {
    child.on('exit', () => reject(new Problem(`${name} has stopped by itself: start again.`)));
  });
}

onInterruption(endEverything, 0);
try {
  await start(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!processes.ending) {
    tell(error);
    process.exitCode = 1;
  }
}
if (!processes.ending) await endEverything();
