/**
 * Runs a command that must not outlive the process that wanted it: `node leash.mjs <command> [arguments]`.
 *
 * The one who wants it holds this process' standard input open. When that closes, however its holder came to its
 * end, the command and all that it started are ended. This process must be the leader of its own group.
 */
import { spawn } from 'node:child_process';
import { endTreeNow } from './processTree.mjs';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error('Give the command to run.');

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });

// The group is signalled as a whole. This process goes when its command has gone.
process.on('SIGTERM', () => undefined);
process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);

child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));

process.stdin.on('end', end).on('error', end).resume();

function end() {
  if (process.platform === 'win32' && child.pid !== undefined) endTreeNow(child.pid);
  else process.kill(-process.pid, 'SIGTERM');
  // What has not listened by then is killed, this process with it.
  setTimeout(() => endTreeNow(process.pid), 3_000).unref();
}
