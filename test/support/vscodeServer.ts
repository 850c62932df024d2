/** The one VS Code server that all tests of the window share, since starting it takes seconds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../..');

/** Absolute path of the folder that tests of the window may write to. */
export const uiFolder = path.join(root, '.vscode-test/tests/ui');

/** Absolute path of the server's folder for user data. */
export const uiData = path.join(uiFolder, 'data');

interface Served {
  readonly url: string;
  readonly browser: string;
  readonly flags: readonly string[];
  /** Variables that keep the browser out of the person's home folder. */
  readonly env: Readonly<Record<string, string>>;
}

export interface SharedServer {
  readonly browser: Browser;
  /** The address of a window on the folder, an absolute path. */
  windowOn(folder: string): string;
}

interface Running extends SharedServer {
  readonly launcher: ChildProcess;
}

let running: Promise<Running> | undefined;

/** Starts the server and a browser at the first call; they stay until `stopSharedServer`. */
export function sharedServer(): Promise<SharedServer> {
  running ??= start();
  return running;
}

/** Ends both; waits until the server is gone. */
export async function stopSharedServer(): Promise<void> {
  const stopping = running;
  running = undefined;
  if (stopping === undefined) return;
  const { browser, launcher } = await stopping;
  await browser.close();
  if (launcher.exitCode !== null) return;
  const gone = once(launcher, 'exit');
  // The launcher ends the server when its standard input closes, even when that is because this process crashed.
  launcher.stdin?.end();
  await gone;
}

async function start(): Promise<Running> {
  await rm(uiFolder, { recursive: true, force: true });
  const launcher = spawn(
    process.execPath,
    [
      path.join(root, 'tools/vscode/launcher.mjs'),
      ...['--serve', '--disable-workspace-trust'],
      ...[`--user-data-dir=${uiData}`, `--extensions-dir=${path.join(uiFolder, 'extensions')}`],
      uiFolder,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const served = await firstLine(launcher);
  const browser = await chromium.launch({
    executablePath: served.browser,
    args: [...served.flags, '--force-device-scale-factor=1'],
    env: { ...definedEnvironment(), ...served.env },
  });
  return {
    browser,
    launcher,
    windowOn: (folder) => {
      const url = new URL(served.url);
      url.searchParams.set('folder', folder.split(path.sep).join('/'));
      return url.href;
    },
  };
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** What the launcher says once the server listens. */
async function firstLine(launcher: ChildProcess): Promise<Served> {
  const { stdout } = launcher;
  if (stdout === null) throw new Error('The launcher has no output to read.');
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line) as Served;
  throw new Error('The VS Code server did not start; the reason is above.');
}
