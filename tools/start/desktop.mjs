/** Opens the desktop VS Code that the person has installed, in user data of its own. */
import { readFile } from 'node:fs/promises';
import { inCache, inProject, root } from '../run/project.mjs';
import { onPath } from '../run/programs.mjs';
import { withoutEditor } from '../vscode/ownHome.mjs';
import { endDesktop } from './desktopProcesses.mjs';
import { hasDisplay } from './display.mjs';

/** Absolute path of the folder for its user data. */
export const desktopData = inCache('desktop');

const windows = process.platform === 'win32';

/**
 * The `code` on PATH, when it can open a window here with this extension in it.
 * @param {import('../run/processes.mjs').Processes} processes
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} absolute path of the program
 */
export async function findDesktop(processes, say) {
  const program = onPath('code');
  if (program === undefined || !hasDisplay() || isRemote()) return undefined;
  const { code, output } = await processes.run(quoted(program), ['--version'], options());
  const version = /^(\d+)\.(\d+)\.\d+/m.exec(output);
  if (code !== 0 || version === null) return undefined;
  const [needed = 0, neededMinor = 0] = await oldestVersion();
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > needed || (major === needed && minor >= neededMinor)) return program;
  say(`The VS Code on PATH is ${version[0]} and too old for the extension, so the one from npm is used`);
  return undefined;
}

/** In WSL, in a container or over SSH, `code` only passes files on to a window elsewhere. */
function isRemote() {
  const { WSL_DISTRO_NAME, VSCODE_IPC_HOOK_CLI, REMOTE_CONTAINERS, CODESPACES } = process.env;
  return [WSL_DISTRO_NAME, VSCODE_IPC_HOOK_CLI, REMOTE_CONTAINERS, CODESPACES].some(
    (value) => value !== undefined,
  );
}

/** @returns {Promise<number[]>} major and minor version that the manifest asks for */
async function oldestVersion() {
  const manifest = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
  return manifest.engines.vscode.replace(/^\D+/, '').split('.').map(Number);
}

/**
 * Opens a window on the folder, with the file in it.
 * @param {import('../run/processes.mjs').Processes} processes
 * @param {string} program absolute path
 * @param {{ folder: string, file: string }} workspace absolute paths
 * @returns {{ closed: Promise<void>, end: () => Promise<void> }} `closed` when the person closes the window;
 *   `end` ends VS Code itself
 */
export function openDesktop(processes, program, { folder, file }) {
  const started = Date.now();
  const flags = [
    ...['--user-data-dir', desktopData, '--extensions-dir', inCache('desktop-extensions')],
    ...['--extensionDevelopmentPath', root, '--new-window', '--wait'],
    // The folder is this project's own copy of its samples.
    ...['--disable-workspace-trust', '--skip-release-notes', '--disable-telemetry'],
    // VS Code refuses to run as root otherwise.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    folder,
    file,
  ];
  const child = processes.start(quoted(program), flags.map(quoted), options());
  child.stdout?.resume();
  child.stderr?.resume();
  return {
    closed: new Promise((resolve) => {
      child.on('exit', () => resolve());
      child.on('error', () => resolve());
    }),
    end: async () => {
      await processes.end(child);
      await endDesktop(desktopData, started);
    },
  };
}

/** On Windows `code` is a batch file, which only the shell can start. */
const options = () => ({ shell: windows, env: withoutEditor(process.env) });

/** @param {string} text one word for the shell where there is one */
const quoted = (text) => (windows && /[\s&()^]/.test(text) ? `"${text}"` : text);
