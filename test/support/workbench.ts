/** A VS Code window for a test to click in: what is found is found by what a person, or a screen reader, is told. */
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { QuickInput } from './quickInput.ts';
import { sharedServer, uiData, uiFolder } from './vscodeServer.ts';
import { findWebview } from './webviewFrame.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** How often something is looked at until it is as it should be, in milliseconds. */
const interval = 100;
/** In a browser, VS Code keeps what is open every five seconds, once it has nothing else to do; in milliseconds. */
const stateKept = 8000;
const settingsFile = path.join(uiData, 'User/settings.json');

export interface WorkbenchOptions {
  /** User settings of the window, beside those that keep it calm. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folder that the window opens a copy of, from the project's root; by default an empty one. */
  readonly workspace?: string;
}

/** In which every page is looked at. */
export const colourThemes = ['light', 'dark', 'high contrast'] as const;

export type ColourTheme = (typeof colourThemes)[number];

/** Each by the name that every version of VS Code gives it, and by what shows that it is on. */
const looks: Readonly<Record<ColourTheme, { readonly name: string; readonly shownBy: string }>> = {
  light: { name: 'Light Modern', shownBy: '.monaco-workbench.vs' },
  dark: { name: 'Dark Modern', shownBy: '.monaco-workbench.vs-dark' },
  'high contrast': { name: 'Dark High Contrast', shownBy: '.monaco-workbench.hc-black' },
};

/** The windows that are open now. */
const open = new Set<Workbench>();

/** Takes a picture of every open window, to see what a failed test saw. */
export async function pictureOpenWindows(name: string): Promise<void> {
  for (const workbench of open) await workbench.screenshot(`failed/${name}`, { forDocumentation: false });
}

/** The calm settings that the launcher wrote when the server started. */
let calmSettings: Readonly<Record<string, unknown>> | undefined;

/**
 * Opens a window with its own settings, its own copy of a workspace, and nothing remembered: no connection, no secret.
 * Windows share one server and its settings file, so a test file opens one window at a time.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const server = await sharedServer();
  calmSettings ??= JSON.parse(await readFile(settingsFile, 'utf8')) as Record<string, unknown>;
  await writeFile(settingsFile, JSON.stringify({ ...calmSettings, ...options.settings }, undefined, 2));
  const folder = await copyWorkspace(options.workspace);
  const context = await server.browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    deviceScaleFactor: 1,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(server.windowOn(folder));
  const workbench = new Workbench(context, page, folder);
  open.add(workbench);
  await workbench.waitUntilReady();
  return workbench;
}

async function copyWorkspace(source: string | undefined): Promise<string> {
  await mkdir(uiFolder, { recursive: true });
  const parent = await mkdtemp(path.join(uiFolder, 'workspace-'));
  // The window shows the folder's name.
  const folder = path.join(parent, path.basename(source ?? 'workspace'));
  if (source === undefined) await mkdir(folder);
  else await cp(path.join(root, source), folder, { recursive: true });
  return folder;
}

export class Workbench {
  /** Playwright's page, for what these methods do not cover. */
  readonly page: Page;
  /** Absolute path of the window's workspace. */
  readonly folder: string;
  readonly quickInput: QuickInput;
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, page: Page, folder: string) {
    this.#context = context;
    this.page = page;
    this.folder = folder;
    this.quickInput = new QuickInput(page);
  }

  /** Waits until the window is drawn and its extensions run. */
  async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.getByRole('tab', { name: /^Explorer/ }).waitFor();
    await this.page.locator('.activitybar').getByRole('tab', { name: 'Marketing Cloud' }).waitFor();
  }

  /** Closes the window. The server stays for the next one. */
  async dispose(): Promise<void> {
    open.delete(this);
    await this.#context.close();
  }

  /** Opens a view container by its title in the activity bar; one that is open stays open. */
  async openViewContainer(title: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: title });
    const heading = this.page.locator('.sidebar').getByRole('heading', { name: title }).first();
    await tab.waitFor();
    // While a window begins, VS Code opens by itself what was open, and the icons move: a click may close it again.
    while (!(await heading.isVisible())) {
      if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
      await delay(interval);
    }
  }

  /** A row of any tree on screen, by the words that its accessible name contains. */
  treeItem(label: string | RegExp): Locator {
    return this.page.getByRole('treeitem', { name: label }).first();
  }

  /** Opens a row's children and waits until they are asked for. */
  async expand(label: string | RegExp): Promise<void> {
    const item = this.treeItem(label);
    await item.waitFor();
    if ((await item.getAttribute('aria-expanded')) === 'true') return;
    await item.locator('.monaco-tl-twistie').click();
    await this.page.getByRole('treeitem', { name: label, expanded: true }).first().waitFor();
  }

  /** Chooses from the menu of something that is on screen. A menu takes keys at once, and clicks only later. */
  async chooseInMenu(target: Locator, item: string): Promise<void> {
    await target.click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: item }).hover();
    await this.page.keyboard.press('Enter');
  }

  /** Runs a command by the title that the command palette shows, such as `Marketing Cloud: Try the Sandbox Org`. */
  async runCommand(title: string): Promise<void> {
    const search = async (): Promise<void> => {
      await this.page.keyboard.press('F1');
      await this.quickInput.fill(`>${title}`);
    };
    await search();
    // An open palette does not show commands that come later, so it is opened until the command is there.
    while (!(await this.quickInput.offers(title))) {
      await this.page.keyboard.press('Escape');
      await search();
    }
    await this.quickInput.pick(title);
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.quickInput.fill(name);
    await this.quickInput.pick(name);
    await this.page.getByRole('tab', { name: new RegExp(`^${escaped(path.basename(name))}`) }).waitFor();
  }

  /** The text of the first notification that contains the given words. */
  async notification(words: string | RegExp): Promise<string> {
    const message = this.page.locator('.notification-list-item-message').filter({ hasText: words }).first();
    await message.waitFor();
    return message.innerText();
  }

  /** Presses a button of a notification. */
  async pressInNotification(button: string): Promise<void> {
    await this.page.locator('.notification-list-item').getByRole('button', { name: button }).first().click();
  }

  /** An item of the status bar, by the words that it shows or tells. */
  statusBarItem(words: string | RegExp): Locator {
    return this.page.locator('.statusbar').getByRole('button', { name: words }).first();
  }

  /** The page inside a webview, by the words that its title contains; without them, the first there is. */
  webview(title?: string): Promise<Frame> {
    return findWebview(this.page, title);
  }

  /** Changes user settings and loads the window anew: in a browser, VS Code does not watch their file. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const before = JSON.parse(await readFile(settingsFile, 'utf8')) as Readonly<Record<string, unknown>>;
    await writeFile(settingsFile, JSON.stringify({ ...before, ...settings }, undefined, 2));
    await this.page.reload();
    await this.waitUntilReady();
  }

  /** Loads the window anew, as a person does who has worked in it for a while. */
  async reload(): Promise<void> {
    await delay(stateKept);
    await this.page.reload();
    await this.waitUntilReady();
  }

  /**
   * Opens one page and closes it. In a browser, the first page of all waits for a service worker that all pages share;
   * of two that are opened at once before it is there, VS Code sometimes leaves the second one blank for ever.
   */
  async openFirstPage(): Promise<void> {
    await this.runCommand('Live Sends: Focus on Live Sends View');
    await this.webview('Live Sends');
    await this.runCommand('View: Hide Panel');
  }

  /** Chooses a colour theme as a person does, from VS Code's list. */
  async switchTheme(theme: ColourTheme): Promise<void> {
    const { name, shownBy } = looks[theme];
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.fill(name);
    await this.quickInput.pick(new RegExp(`^${name}`));
    await this.page.locator(shownBy).waitFor();
  }

  /**
   * Takes a picture of the window: into `docs/images`, for the documentation, when MC_SCREENSHOTS is 1,
   * else beside the other results of the run.
   * @returns absolute path of the picture
   */
  async screenshot(
    name: string,
    { forDocumentation = process.env['MC_SCREENSHOTS'] === '1' } = {},
  ): Promise<string> {
    const file = path.join(
      root,
      forDocumentation ? 'docs/images' : 'test-results/screenshots',
      `${name}.png`,
    );
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    return file;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
