/**
 * Ends the desktop VS Code that uses a given folder for its user data. The `code` command is a go-between that
 * leaves the editor running when it is ended, and the editor is the child of neither.
 */
import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endOne, isAlive } from '../run/processTree.mjs';

/** An editor that was asked for this recently may not have shown itself yet, in milliseconds. */
const stillComing = 10_000;

/** How long to look for such an editor, in milliseconds. */
const lookFor = 2_000;

/**
 * @param {string} data absolute path of the folder for user data, which nobody but this project uses
 * @param {number} started when `code` was called, in milliseconds since 1970
 */
export async function endDesktop(data, started) {
  const end = Date.now() + (Date.now() - started < stillComing ? lookFor : 0);
  for (;;) {
    const found = await editors(data, started);
    await Promise.all(found.map(endOne));
    if (found.length > 0 || Date.now() >= end) return;
    await delay(100);
  }
}

/**
 * The editor's main process stands in `code.lock`; that file may be left from a crash, its number long another's,
 * so it counts only when it was written since the start. Every process of the editor names the folder when started.
 * @param {string} data
 * @param {number} started
 * @returns {Promise<number[]>}
 */
async function editors(data, started) {
  const lock = await readLock(path.join(data, 'code.lock'), started);
  const named = processes().filter(
    ({ command }) => command.includes('--user-data-dir') && command.includes(data),
  );
  const ids = [...named.map(({ id }) => id), ...(lock === undefined ? [] : [lock])];
  return [...new Set(ids)].filter((id) => id > 1 && id !== process.pid && isAlive(id));
}

/**
 * @param {string} file
 * @param {number} started
 * @returns {Promise<number | undefined>}
 */
async function readLock(file, started) {
  try {
    const { mtimeMs } = await stat(file);
    const id = Number((await readFile(file, 'utf8')).trim());
    // Some file systems keep whole seconds only.
    return Number.isInteger(id) && mtimeMs >= Math.floor(started / 1000) * 1000 ? id : undefined;
  } catch {
    return undefined;
  }
}

/** All processes of this machine that may be looked at, with the command line of each. */
function processes() {
  const [command, args] =
    process.platform === 'win32'
      ? [
          'powershell',
          [
            '-NoProfile',
            '-Command',
            "Get-CimInstance Win32_Process | ForEach-Object { '{0} {1}' -f $_.ProcessId, $_.CommandLine }",
          ],
        ]
      : ['ps', ['-axww', '-o', 'pid=,command=']];
  const { stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return (stdout ?? '').split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*)$/.exec(line);
    return match === null ? [] : [{ id: Number(match[1]), command: match[2] ?? '' }];
  });
}
