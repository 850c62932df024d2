/** Ends a process together with everything that it started. */
import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const windows = process.platform === 'win32';

/** How long a process may take to end by itself before it is killed, in milliseconds. */
const patience = 4_000;

/**
 * Whether a process, or with a negative number a process group, is still there.
 * @param {number} id
 */
export function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Ends the tree below a process that was started as the leader of its own group, and waits until it is gone.
 * @param {number} pid
 */
export async function endTree(pid) {
  if (windows) {
    endTreeNow(pid);
    return;
  }
  signalQuietly(-pid, 'SIGTERM');
  if (await isGone(-pid, patience)) return;
  signalQuietly(-pid, 'SIGKILL');
  await isGone(-pid, patience);
}

/**
 * Kills the tree below a process without waiting: for the last moment of this process, when nothing can be awaited.
 * @param {number} pid
 */
export function endTreeNow(pid) {
  if (windows) spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore' });
  else signalQuietly(-pid, 'SIGKILL');
}

/**
 * Ends one process, which is not ours to end as a tree: asked first, killed when it does not listen.
 * @param {number} pid
 */
export async function endOne(pid) {
  signalQuietly(pid, 'SIGTERM');
  if (await isGone(pid, patience)) return;
  signalQuietly(pid, 'SIGKILL');
  await isGone(pid, patience);
}

/**
 * Sends a signal; a process that has gone meanwhile is no failure.
 * @param {number} id
 * @param {NodeJS.Signals} signal
 */
function signalQuietly(id, signal) {
  try {
    process.kill(id, signal);
  } catch {
    // Gone already, which is what was wanted.
  }
}

/**
 * @param {number} id
 * @param {number} limit milliseconds to wait at most
 */
async function isGone(id, limit) {
  const end = Date.now() + limit;
  while (isAlive(id)) {
    if (Date.now() > end) return false;
    await delay(30);
  }
  return true;
}
