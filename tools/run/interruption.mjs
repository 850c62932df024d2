/** Ctrl+C, a closed terminal, a polite kill, or the end of the one who asked for this: one orderly end. */
import { spawnSync } from 'node:child_process';
import { clearInterval, setInterval } from 'node:timers';
import { isAlive } from './processTree.mjs';

/** How often to look whether the one who asked for this is still there, in milliseconds. */
const lookEvery = 250;

/**
 * Calls `end` once when this process is asked to stop, then exits with the given code.
 * Asked again meanwhile, it goes on with the same end: npm passes Ctrl+C on a second time.
 * @param {() => Promise<void>} end
 * @param {number} exitCode
 */
export function onInterruption(end, exitCode) {
  let ending = false;
  const stop = async () => {
    if (ending) return;
    ending = true;
    try {
      await end();
    } finally {
      process.exit(exitCode);
    }
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'])) {
    if (signal === 'SIGBREAK' && process.platform !== 'win32') continue;
    process.on(signal, () => void stop());
  }
  whenNpmHasGone(() => void stop());
  // A closed terminal also makes every print fail, which must not cut the orderly end short.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}

/**
 * npm passes a signal to the shell between it and its script, and many a shell goes without telling the script.
 * @param {() => void} act
 */
function whenNpmHasGone(act) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const watched = [process.ppid, ...npmBehindShell()];
  const timer = setInterval(() => {
    if (watched.every(isAlive) && process.ppid === watched[0]) return;
    clearInterval(timer);
    act();
  }, lookEvery);
  timer.unref();
}

/** @returns {number[]} the parent of the shell that npm started this through, when it did */
function npmBehindShell() {
  if (process.platform === 'win32') return [];
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(process.ppid)], { encoding: 'utf8' });
  const match = /^\s*(\d+)\s+\S*sh -c /.exec(stdout ?? '');
  return match === null ? [] : [Number(match[1])];
}
