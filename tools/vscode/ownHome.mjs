/** Keeps what editors and browsers write about themselves out of the person's home folder. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inCache } from '../run/project.mjs';

/**
 * A socket's path may have 103 characters on macOS, and VS Code adds a name of 52 to that of a folder of 9. In a
 * project that lies deeper than that, sockets go to the system's own folder for temporary files.
 */
const longestSocketFolder = 103 - 52 - 9;

/** Absolute path of the folder for temporary files and sockets. */
export function temporaryFolder() {
  const own = inCache('tmp');
  return own.length <= longestSocketFolder ? own : tmpdir();
}

/**
 * A folder for the sockets of one server, which goes when this process ends: VS Code leaves them lying.
 * @returns {NodeJS.ProcessEnv} the variables that lead VS Code to it
 */
export function socketFolder() {
  mkdirSync(temporaryFolder(), { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(path.join(temporaryFolder(), 's-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return process.platform === 'win32' ? {} : { XDG_RUNTIME_DIR: folder, TMPDIR: folder };
}

/**
 * The variables that name a person's folders, naming folders of the cache instead, which it makes.
 * @returns {Record<string, string>}
 */
export function ownFolders() {
  const home = inCache('home');
  const folders = process.platform === 'win32' ? onWindows(home) : elsewhere(home);
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folders;
}

/**
 * The environment of an editor or browser started by this project.
 * @param {NodeJS.ProcessEnv} [more] further variables
 * @returns {NodeJS.ProcessEnv}
 */
export function ownEnvironment(more = {}) {
  return { ...withoutEditor(process.env), ...ownFolders(), ...more };
}

/** @param {string} home */
function elsewhere(home) {
  return {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    XDG_STATE_HOME: path.join(home, '.local/state'),
    XDG_RUNTIME_DIR: temporaryFolder(),
    TMPDIR: temporaryFolder(),
  };
}

/** @param {string} home */
function onWindows(home) {
  return {
    USERPROFILE: home,
    APPDATA: path.join(home, 'AppData/Roaming'),
    LOCALAPPDATA: path.join(home, 'AppData/Local'),
    TEMP: temporaryFolder(),
    TMP: temporaryFolder(),
  };
}

/**
 * A program started from a terminal inside VS Code inherits variables that would tie it to that window.
 * @param {NodeJS.ProcessEnv} environment
 */
export function withoutEditor(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}
