/** The properties of an object, by clicks and keys: seen, changed, reviewed, written; and why something failed. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import { colourThemes, type Workbench } from '../support/workbench.ts';

describe('properties', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openConnected(sandbox);
    await workbench.expand(/^Customers, folder/);
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  const page = (): Promise<Frame> => workbench.webview('Properties: Customers');

  it('open from the menu of a node, in every theme', async () => {
    const node = workbench.treeItem(/^Customers, data extension/);
    await workbench.chooseInMenu(node, 'Properties');
    await (await page()).getByRole('textbox', { name: 'Description' }).waitFor();
    for (const theme of colourThemes) {
      await workbench.switchTheme(theme);
      await (await page()).getByRole('textbox', { name: 'Description' }).waitFor();
      await workbench.screenshot(`properties-${theme.replace(' ', '-')}`);
      assert.deepEqual(await accessibilityProblems(await page()), []);
    }
    await workbench.switchTheme('light');
  });

  it('are changed by the keyboard, shown as a difference, written and read back', async () => {
    const frame = await page();
    const updates = (): number => sandbox.requests().filter(({ operation }) => operation === 'Update').length;
    await frame.getByRole('textbox', { name: 'Description' }).fill('Everybody <we> know');
    await frame.getByRole('status').getByText('1 change').waitFor();
    await frame.getByRole('button', { name: 'Review and Write…' }).press('Enter');
    const dialog = frame.getByRole('dialog', { name: /Write 1 property of Customers/ });
    await dialog.getByRole('cell', { name: 'Everybody <we> know' }).waitFor();
    await workbench.screenshot('properties-review');
    assert.equal(updates(), 0);
    await dialog.getByRole('button', { name: 'Write' }).press('Enter');
    await frame.getByRole('status').getByText('1 of 1 written').waitFor();
    assert.equal(updates(), 1);
  });

  it('come back over a reload, with what was typed and not written', async () => {
    await (await page()).getByRole('textbox', { name: 'Description' }).fill('Half-written');
    await (await page()).getByRole('status').getByText('1 change').waitFor();
    await workbench.reload();
    await (await page()).getByRole('status').getByText('1 change').waitFor();
    assert.equal(
      await (await page()).getByRole('textbox', { name: 'Description' }).inputValue(),
      'Half-written',
    );
    await (await page()).getByRole('button', { name: 'Revert' }).click();
    await (await page()).getByRole('status').getByText('properties').waitFor();
  });

  it('say why something could not be loaded', async () => {
    // What was written is shown in the tree before the service goes.
    await workbench.treeItem(/^Customers, data extension/).waitFor();
    await sandbox.stop();
    await workbench.expand(/^Campaigns, folder/);
    const failure = workbench.treeItem(/^No connection to 127\.0\.0\.1/);
    await failure.hover();
    await failure.getByRole('button', { name: 'Why?' }).click();
    const dialog = workbench.page.getByRole('dialog');
    await dialog.getByText(/Asked: .* for “Campaigns” in Sandbox · Northwind Outfitters/).waitFor();
    await workbench.screenshot('why');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
});
