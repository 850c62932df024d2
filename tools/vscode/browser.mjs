/** Finds a browser of Chromium's family to show VS Code in, or installs one from npm. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from '../run/npm.mjs';
import { inCache } from '../run/project.mjs';
import { Problem } from '../run/problem.mjs';
import { onPath } from '../run/programs.mjs';
import { makeWhole } from '../run/wholeFolder.mjs';

/** Names that browsers of this family have on PATH. */
const commands = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
];

const { LOCALAPPDATA = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': PROGRAMFILES_X86 = '' } = process.env;

/** Where installers put them, by platform. */
const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA]
    .filter((folder) => folder !== '')
    .flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      path.join(folder, 'Chromium/Application/chrome.exe'),
    ]),
  linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/usr/lib/chromium/chromium'],
};

const howToGetOne = 'install Chrome, Edge or Chromium, or set MC_BROWSER to the path of one';

/** The major version whose npm package runs on every Node that the project supports. */
const carried = '141';
const carriedFolder = inCache(`chromium-${carried}`);

/**
 * Absolute path of a browser: MC_BROWSER, else an installed one, else the one that npm carries (Linux on x64 only).
 * @param {import('../run/processes.mjs').Processes} processes
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 * @throws {Problem} when there is none and none can be installed
 */
export async function findBrowser(processes, say) {
  const named = process.env['MC_BROWSER'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Problem(`MC_BROWSER names ${named}, which is not there: ${howToGetOne}.`);
  }
  return installedBrowser() ?? installBrowser(processes, say);
}

/** @returns {string | undefined} */
function installedBrowser() {
  const usual =
    process.platform in places ? places[/** @type {keyof typeof places} */ (process.platform)] : [];
  return commands.map(onPath).find((file) => file !== undefined) ?? usual.find((file) => existsSync(file));
}

/** Unpacks the browser that the package carries and prints where; the package decides by TMPDIR where that is. */
const unpack = `import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());`;

/**
 * @param {import('../run/processes.mjs').Processes} processes
 * @param {(line: string) => void} say
 */
async function installBrowser(processes, say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(`No browser was found: ${howToGetOne}.`);
  }
  if (!existsSync(carriedFolder)) say(`Installing a browser (@sparticuz/chromium ${carried} from npm, once)`);
  await makeWhole(carriedFolder, async (folder) => {
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
    const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    await runNpm(processes, ['install', ...quietly, `@sparticuz/chromium@${carried}`], { cwd: folder });
    const { code, output } = await processes.run(
      process.execPath,
      ['--input-type=module', '--eval', unpack],
      {
        cwd: folder,
        env: { ...process.env, TMPDIR: folder },
      },
    );
    if (code !== 0)
      throw new Problem(`The browser from npm could not be unpacked (${output.trim()}): ${howToGetOne}.`);
  });
  return path.join(carriedFolder, 'chromium');
}

/**
 * Flags that let a browser run headless as any user and keep it from calling home.
 * @param {string} program absolute path of the browser
 * @returns {string[]}
 */
export function browserFlags(program) {
  const isCarried = path.dirname(program) === carriedFolder;
  // Chromium refuses root its sandbox. The one from npm is built for machines without one, and without its zygote
  // process; with that it shows nothing. What is shown is this project's own window.
  const withoutSandbox = process.getuid?.() === 0 || isCarried ? ['--no-sandbox'] : [];
  return [
    ...withoutSandbox,
    ...(isCarried ? ['--no-zygote'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ];
}
