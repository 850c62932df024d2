/** What there is to show a person something on. */
import { spawn } from 'node:child_process';
import { onPath } from '../run/programs.mjs';

/** Whether programs started here can open a window. */
export function hasDisplay() {
  if (process.platform !== 'linux') return process.env['SSH_CONNECTION'] === undefined;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** How each platform opens an address in the default browser. @type {Readonly<Record<string, [string, ...string[]]>>} */
const openers = {
  darwin: ['open'],
  // Not `start`, which is the shell's and would read the address' & as the end of the command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/**
 * Opens an address in the default browser. Where there is none, nothing happens: the address is printed anyway.
 * @param {string} address
 */
export function openInBrowser(address) {
  const [command, ...before] = openers[process.platform] ?? openers['linux'] ?? [];
  const program = command === undefined ? undefined : onPath(command);
  if (program === undefined || !hasDisplay()) return;
  // The browser is the person's own: it is not ended with this process.
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
