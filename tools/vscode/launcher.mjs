/**
 * Takes the desktop's command line and does the same with the VS Code that npm carries, so that
 * `runTests` of `@vscode/test-electron` can be given either.
 *
 * - with `--extensionTestsPath`: runs the tests in the extension host and exits with 0 when all passed, else 1
 * - with `--install-extension`: installs an extension package
 * - with `--serve`: places the extension among the installed ones, prints one line of JSON, `{ "url", "browser", "flags", "env" }`, and stays until standard input closes
 *
 * The tests tell their result through a file whose path they find in MC_TEST_RESULT: `{ "failures", "output" }`.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onInterruption } from '../run/interruption.mjs';
import { Problem, tell } from '../run/problem.mjs';
import { Processes } from '../run/processes.mjs';
import { inCache } from '../run/project.mjs';
import { browserFlags, findBrowser } from './browser.mjs';
import { readCommandLine } from './commandLine.mjs';
import { chosenEdition } from './editions.mjs';
import { installVsCode } from './install.mjs';
import { ownEnvironment, ownFolders } from './ownHome.mjs';
import { placeExtension } from './placeExtension.mjs';
import { startServer, windowAddress } from './server.mjs';
import { writeUserSettings } from './userSettings.mjs';

/** @typedef {import('./commandLine.mjs').CommandLine} CommandLine */

/** How long a whole run of tests may take, in milliseconds: a hung editor must end some time. */
const longestRun = 15 * 60_000;

/** Without a marketplace to ask, tests reach no other machine. */
const noGallery = { EXTENSIONS_GALLERY: '{}' };

const processes = new Processes();
const say = (/** @type {string} */ line) => console.error(line);

/**
 * @param {CommandLine} line
 * @returns {Promise<number>} the exit code
 */
async function launch(line) {
  const vscode = await installVsCode(chosenEdition(), processes, say);
  if (line.install !== undefined) return install(vscode, line, line.install);
  if (line.serve) return serve(vscode, line);
  if (line.tests === undefined)
    throw new Problem('Give --extensionTestsPath, or --serve to look at the window.');
  return test(vscode, line);
}

/**
 * @param {import('./install.mjs').VsCode} vscode
 * @param {CommandLine} line
 * @param {string} vsix
 */
async function install({ node, main }, { data, extensions }, vsix) {
  const flags = ['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', extensions];
  const { code, output } = await processes.run(
    node,
    [main, '--accept-server-license-terms', ...flags, '--install-extension', vsix, '--force'],
    { env: ownEnvironment() },
  );
  console.log(output.trim());
  return code;
}

/**
 * @param {import('./install.mjs').VsCode} vscode
 * @param {CommandLine} line
 */
async function serve(vscode, line) {
  const browser = await findBrowser(processes, say);
  await writeUserSettings(line.data);
  await placeExtension(line.extensions);
  const server = await startServer(processes, { vscode, ...line, env: noGallery });
  const url = windowAddress(server.port, { folder: line.folder });
  console.log(JSON.stringify({ url, browser, flags: browserFlags(browser), env: ownFolders() }));
  await new Promise((resolve) => process.stdin.on('end', resolve).on('error', resolve).resume());
  await processes.end(server.process);
  return 0;
}

/**
 * @param {import('./install.mjs').VsCode} vscode
 * @param {CommandLine} line
 */
async function test(vscode, line) {
  const executablePath = await findBrowser(processes, say);
  await mkdir(inCache('tmp'), { recursive: true });
  const folder = await mkdtemp(inCache('tmp', 'result-'));
  const result = path.join(folder, 'result.json');
  await writeUserSettings(line.data);
  const server = await startServer(processes, {
    vscode,
    ...line,
    driver: true,
    env: { MC_TEST_RESULT: result, ...noGallery },
  });
  // Loaded late, so that installing an extension needs no dependency of the project.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    args: browserFlags(executablePath),
    env: /** @type {Record<string, string>} */ (ownEnvironment()),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  try {
    const page = await browser.newPage();
    const console = lastOfConsole(page);
    await page.goto(windowAddress(server.port, line));
    const code = await outcome(result, () => browser.isConnected() && server.process.exitCode === null);
    if (code !== undefined) return code;
    throw new Problem(
      `VS Code went away, or hung, before the tests in it were through.\n${console.join('\n')}`,
    );
  } finally {
    await browser.close();
    await processes.end(server.process);
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Keeps the last lines of the window's console, which also carries what the extension host prints.
 * @param {import('playwright-core').Page} page
 */
function lastOfConsole(page) {
  /** @type {string[]} */
  const lines = [];
  page.on('console', (message) => {
    lines.push(message.text());
    if (lines.length > 60) lines.shift();
  });
  return lines;
}

/**
 * Waits for the result of the tests and prints what they printed.
 * @param {string} file
 * @param {() => boolean} isRunning whether a result can still come
 * @returns {Promise<number | undefined>} the exit code; nothing when no result came
 */
async function outcome(file, isRunning) {
  const end = Date.now() + longestRun;
  while (Date.now() < end && isRunning()) {
    const result = existsSync(file) ? await readResult(file) : undefined;
    if (result !== undefined) {
      for (const line of result.output) console.log(line);
      return result.failures === 0 ? 0 : 1;
    }
    await delay(100);
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Promise<{ failures: number, output: string[] } | undefined>} nothing while it is being written
 */
async function readResult(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

onInterruption(() => processes.endAll(), 130);
try {
  process.exitCode = await launch(readCommandLine(process.argv.slice(2)));
} catch (error) {
  if (!processes.ending) tell(error);
  process.exitCode = 1;
}
await processes.endAll();
