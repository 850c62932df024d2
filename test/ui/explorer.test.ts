/** The side bar, by clicks and keys: filters, pages, lists and groups, imports, and what is kept over a reload. */
import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import type { Workbench } from '../support/workbench.ts';

describe('the side bar', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openConnected(sandbox);
    await workbench.treeItem(/^Orders, folder/).waitFor();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  /** How often a type of object was asked for so far. */
  const asked = (type: string): number =>
    sandbox.requests().filter(({ objectType }) => objectType === type).length;

  /** As a person does it: VS Code writes down what it has to remember before it goes. */
  const reload = async (): Promise<void> => {
    const loaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await loaded;
    await workbench.waitUntilReady();
    await workbench.openViewContainer('Marketing Cloud');
  };

  it('shows what a filter finds while it is typed, and asks for nothing else', async () => {
    const { quickInput } = workbench;
    await workbench.runCommand('Marketing Cloud: Filter Data Extensions…');
    await quickInput.title.getByText('Filter data extensions').waitFor();
    const folders = asked('DataFolder');
    const before = asked('DataExtension');
    await quickInput.field.pressSequentially('confirm');
    await workbench.treeItem(/^Order_Confirmations, data extension/).waitFor();
    await workbench.treeItem(/^Filter: confirm, filter, 1 found/).waitFor();
    await workbench.screenshot('filter');
    // One for what was typed in one go; a slow machine may have seen it in parts.
    const requests = asked('DataExtension') - before;
    assert.ok(requests >= 1 && requests <= 'confirm'.length, String(requests));
    assert.equal(asked('DataFolder'), folders);
    await quickInput.accept();
    assert.equal(await workbench.treeItem(/^Orders, folder/).isVisible(), false);
  });

  it('keeps the filter over a reload, and shows everything when it is cleared', async () => {
    await reload();
    await workbench.treeItem(/^Order_Confirmations, data extension/).waitFor();
    const filter = workbench.treeItem(/^Filter: confirm/);
    await filter.hover();
    await filter.getByRole('button', { name: 'Clear the Filter' }).click();
    await workbench.treeItem(/^Orders, folder/).waitFor();
  });

  it('keeps open what was open, and chosen what was chosen, over a reload', async () => {
    await workbench.expand(/^Customers, folder/);
    await workbench.expand(/^Customers, data extension/);
    await workbench.treeItem(/^CustomerKey, field/).click();
    await reload();
    await workbench.page.getByRole('treeitem', { name: /^CustomerKey, field/, selected: true }).waitFor();
  });

  it('brings back what was shown when a filter is left by Escape', async () => {
    const { page, quickInput } = workbench;
    await workbench.runCommand('Marketing Cloud: Filter Data Extensions…');
    await quickInput.title.getByText('Filter data extensions').waitFor();
    await quickInput.fill('nothing is called so');
    await workbench.treeItem(/^Nothing has this in its name or key/).waitFor();
    await page.keyboard.press('Escape');
    await workbench.treeItem(/^Customers, folder/).waitFor();
  });

  it('is gone through by the keyboard alone, menus too', async () => {
    const { page } = workbench;
    const focused = page.locator('.sidebar .monaco-list-row.focused').first();
    /** Presses a key until the row with this name has the focus. */
    const goTo = async (name: RegExp, key: string): Promise<void> => {
      while (!name.test((await focused.getAttribute('aria-label')) ?? '')) await page.keyboard.press(key);
    };
    await workbench.runCommand('Marketing Cloud: Focus on Data Extensions View');
    await page.locator('.sidebar .monaco-list:focus').first().waitFor();
    await page.keyboard.press('Home');
    await focused.waitFor();
    await goTo(/^Customers, folder/, 'ArrowDown');
    // Closed and opened again.
    await page.keyboard.press('ArrowLeft');
    await workbench.treeItem(/^Customers, data extension/).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await workbench.treeItem(/^Customers, data extension/).waitFor();
    await goTo(/^Customers, data extension/, 'ArrowDown');
    await goTo(/^City, field/, 'ArrowDown');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy Key' }).waitFor();
    const entry = page.locator('.context-view .action-item.focused');
    do await page.keyboard.press('ArrowDown');
    while ((await entry.textContent()) !== 'Copy Key');
    await page.keyboard.press('Enter');
    await page
      .locator('.statusbar')
      .getByText(/Copied City/)
      .waitFor();
    assert.equal(await page.evaluate<string>('navigator.clipboard.readText()'), 'City');
  });

  it('gives a node that is dragged into a scratch file as the request for its rows', async () => {
    const { page } = workbench;
    await workbench.runCommand('Marketing Cloud: New SOAP Request');
    const editor = page.locator('.editor-instance').first();
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    const from = await workbench.treeItem(/^Customers, data extension/).boundingBox();
    const to = await editor.boundingBox();
    assert.ok(from && to);
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 200, to.y + 60, { steps: 10 });
    // An editor takes what is dropped while Shift is held.
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 210, to.y + 62, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await editor
      .getByText(/DataExtensionObject\[/)
      .first()
      .waitFor();
    await workbench.screenshot('drag-node', { forDocumentation: false });
  });
});
