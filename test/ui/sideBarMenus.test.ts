/** The menus of the side bar in an org that is marked as production: what cannot be taken back asks for the name typed. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { chooseInMenu } from '../support/contextMenu.ts';
import { sideBarOrg } from '../support/sideBarOrg.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('the menus of the side bar', () => {
  const secret = process.env['MC_CANARY'] ?? 'canary-of-a-single-run';
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox({ seed: sideBarOrg, clientSecret: secret });
    const { clientId } = sandbox.connection;
    const acme = { name: 'Acme', subdomain: sandbox.address, clientId, production: true };
    workbench = await openWorkbench({ settings: { 'marketingCloud.connections': [acme] } });
    await connect();
    await workbench.openViewContainer('Marketing Cloud');
    await workbench.treeItem(/^People, data extension/).waitFor();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  /** Once more under the same name: that it is production stays. */
  async function connect(): Promise<void> {
    const { quickInput } = workbench;
    const step = async (title: string, answer: string): Promise<void> => {
      await quickInput.title.getByText(`Connect an Org: ${title}`).waitFor();
      await quickInput.enter(answer);
    };
    await workbench.runCommand('Marketing Cloud: Connect an Org…');
    await step('Name', 'Acme');
    await quickInput.title.getByText('Connect an Org: Way to Sign In').waitFor();
    await quickInput.pick('Server-to-Server package');
    await step('Subdomain', sandbox.address);
    await step('Client ID', sandbox.connection.clientId);
    await step('Client Secret', secret);
    await step('MID', '');
    await workbench.statusBarItem(/Acme \(Production\)/).waitFor();
  }

  const node = (label: string | RegExp): Locator => workbench.treeItem(label);
  const menu = (label: string | RegExp, entry: string): Promise<void> =>
    chooseInMenu(workbench, node(label), entry);
  const clipboard = (): Promise<string> => workbench.page.evaluate<string>('navigator.clipboard.readText()');
  const told = (words: RegExp): Promise<void> =>
    workbench.page.locator('.statusbar').getByText(words).first().waitFor();
  const sent = (operation: string): number =>
    sandbox.requests().filter((request) => request.operation === operation).length;
  /** Presses a button of the modal that asks this. */
  const answer = async (question: string, button: string): Promise<void> => {
    const dialog = workbench.page.getByRole('dialog').filter({ hasText: question });
    await dialog.getByText('In Acme, which is production.').waitFor();
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** Types what production asks for. */
  const type = async (text: string): Promise<void> => {
    await workbench.quickInput.message.getByText('This org is production.').waitFor();
    await workbench.quickInput.enter(text);
  };

  it('copy a key, and a definition as JSON', async () => {
    await menu(/^People, data extension/, 'Copy Key');
    await told(/Copied people/);
    assert.equal(await clipboard(), 'people');
    await menu(/^People, data extension/, 'Copy Definition…');
    await workbench.quickInput.pick('JSON');
    await told(/Copied the definition of People/);
    assert.match(await clipboard(), /"CustomerKey": "people"/);
  });

  it('copy a data extension, and show the new one', async () => {
    await menu(/^People, data extension/, 'Copy Data Extension…');
    await workbench.quickInput.title.getByText('Copy People').waitFor();
    await workbench.quickInput.enter('People copy');
    await node(/^People copy, data extension/).waitFor();
  });

  it('clear rows once the name is typed, and not before', async () => {
    const before = sent('Perform');
    await menu(/^People, data extension/, 'Clear Rows…');
    await answer('Clear the data extension “People”?', 'Cancel');
    await menu(/^People, data extension/, 'Clear Rows…');
    await answer('Clear the data extension “People”?', 'Clear');
    await type('people');
    await workbench.quickInput.message.getByText('Type People exactly').waitFor();
    await workbench.screenshot('clear-production');
    assert.equal(sent('Perform'), before);
    await workbench.quickInput.enter('People');
    await told(/Cleared People/);
    assert.equal(sent('Perform'), before + 1);
  });

  it('delete several at once by the keyboard, in one request', async () => {
    const { page } = workbench;
    const before = sent('Delete');
    await node(/^Old one, data extension/).click();
    await node(/^Old two, data extension/).click({ modifiers: ['ControlOrMeta'] });
    await node(/^Old three, data extension/).click({ modifiers: ['ControlOrMeta'] });
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog').filter({ hasText: 'Delete 3 data extensions?' });
    await dialog.getByText(/Old one, Old three, Old two|Old one, Old two, Old three/).waitFor();
    await workbench.screenshot('delete-several');
    await answer('Delete 3 data extensions?', 'Delete');
    await type('3 data extensions');
    await node(/^Old one, data extension/).waitFor({ state: 'detached' });
    assert.equal(sent('Delete'), before + 1);
    await node(/^People, data extension/).waitFor();
  });
});
