/** Serves the VS Code that npm carries to the person's own browser. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../run/problem.mjs';
import { inCache } from '../run/project.mjs';
import { placeExtension } from '../vscode/placeExtension.mjs';
import { startServer, windowAddress } from '../vscode/server.mjs';

/** Absolute path of the folder for its user data. */
export const servedData = inCache('start');

/** A browser keeps a window's layout and secrets by address, so the same port is taken again where it is free. */
const portFile = path.join(servedData, 'port');

/**
 * @param {import('../run/processes.mjs').Processes} processes
 * @param {import('../vscode/install.mjs').VsCode} vscode
 * @param {{ folder: string, file: string, port: number | undefined }} wanted
 * @returns {Promise<{ url: string, process: import('node:child_process').ChildProcess }>}
 * @throws {Problem} when the port that was asked for is taken
 */
export async function serveWindow(processes, vscode, { folder, file, port }) {
  const options = { vscode, data: servedData, extensions: path.join(servedData, 'extensions') };
  await placeExtension(options.extensions);
  const first = port ?? (await lastPort());
  const server = await startServer(processes, { ...options, port: first }).catch((error) => {
    if (port !== undefined || first === 0 || !(error instanceof Problem)) throw error;
    return startServer(processes, { ...options, port: 0 });
  });
  await mkdir(servedData, { recursive: true });
  await writeFile(portFile, String(server.port));
  return { url: windowAddress(server.port, { folder, file }), process: server.process };
}

/** @returns {Promise<number>} 0, any port, at the first time */
async function lastPort() {
  const text = await readFile(portFile, 'utf8').catch(() => '');
  return /^\d{1,5}$/.test(text) ? Number(text) : 0;
}
