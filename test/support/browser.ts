/** The one browser that the tests of single pages share; they need no VS Code. */
import { chromium, type Browser } from 'playwright-core';
import { Processes } from '../../tools/run/processes.mjs';
import { browserFlags, findBrowser } from '../../tools/vscode/browser.mjs';
import { ownFolders } from '../../tools/vscode/ownHome.mjs';

let running: Promise<Browser> | undefined;

/** Starts it at the first call; it stays until `stopSharedBrowser`. */
export function sharedBrowser(): Promise<Browser> {
  running ??= start();
  return running;
}

export async function stopSharedBrowser(): Promise<void> {
  const stopping = running;
  running = undefined;
  await (await stopping)?.close();
}

async function start(): Promise<Browser> {
  const executablePath = await findBrowser(new Processes(), (line) => console.error(line));
  return chromium.launch({
    executablePath,
    args: [...browserFlags(executablePath), '--force-device-scale-factor=1'],
    env: { ...process.env, ...ownFolders() },
  });
}
