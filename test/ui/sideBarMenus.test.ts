/** The menus of the side bar in an org that is marked as production: what cannot be taken back asks for the name typed. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { ConnectForm } from '../support/connectForm.ts';
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
    await node(/^People, data extension/).waitFor();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  /** Once more under the same name: that it is production stays. */
  async function connect(): Promise<void> {
    await new ConnectForm(workbench).connectPackage('Acme', sandbox.connection);
    await workbench.statusBarItem(/Acme \(Production\)/).waitFor();
  }

  const node = (label: string | RegExp): Locator => workbench.treeItem(label);
  const menu = (label: string | RegExp, entry: string): Promise<void> =>
    workbench.chooseInMenu(node(label), entry);
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
  /** Opens a view below that of data extensions by its title, and closes the others. */
  const openView = async (title: string): Promise<void> => {
    for (const other of ['Lists & Groups', 'Sends', 'Imports & Extracts']) {
      const header = workbench.page.getByRole('button', { name: `${other} Section` });
      if ((await header.getAttribute('aria-expanded')) !== String(other === title)) await header.click();
    }
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

  it('export all rows, byte for byte', async () => {
    await menu(/^People, data extension/, 'Export All Rows…');
    await workbench.quickInput.pick(/^CSV/);
    const file = await workbench.quickInput.acceptFile(/People\.csv$/);
    await workbench.notification(/Exported 1 row of People/);
    assert.equal(await readFile(file, 'utf8'), 'Id,Name\r\na,Ann\r\n');
  });

  it('clear rows once the name is typed, and not before', async () => {
    const before = sent('Perform');
    await menu(/^People, data extension/, 'Clear Rows…');
    await answer('Clear the data extension “People”?', 'Cancel');
    await menu(/^People, data extension/, 'Clear Rows…');
    await answer('Clear the data extension “People”?', 'Clear');
    await type('people');
    await workbench.quickInput.message.getByText('Type People exactly').waitFor();
    await workbench.screenshot('clear-production', { forDocumentation: false });
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
    await dialog.getByText('Old one, Old two, Old three').waitFor();
    await workbench.screenshot('delete-several', { forDocumentation: false });
    await answer('Delete 3 data extensions?', 'Delete');
    await type('3 data extensions');
    await node(/^Old one, data extension/).waitFor({ state: 'detached' });
    assert.equal(sent('Delete'), before + 1);
    await node(/^People, data extension/).waitFor();
  });

  it('rename by a key, once the present name is typed', async () => {
    const before = sent('Update');
    await node(/^Birthdays 🎂, data extension/).click();
    await workbench.page.keyboard.press('F2');
    await workbench.quickInput.title.getByText('Rename “Birthdays 🎂”').waitFor();
    await workbench.quickInput.enter('Birthdays');
    await answer('Rename “Birthdays 🎂” to “Birthdays”?', 'Rename');
    await type('Birthdays 🎂');
    await node(/^Birthdays, data extension/).waitFor();
    await workbench.screenshot('renamed', { forDocumentation: false });
    assert.equal(sent('Update'), before + 1);
  });

  it('lead to the web application, whose stack this org does not say', async () => {
    await menu(/^People, data extension/, 'Open in Marketing Cloud');
    const dialog = workbench.page.getByRole('dialog').filter({ hasText: 'open the external website' });
    await dialog.getByText('https://mc.exacttarget.com/cloud/').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('create a data extension in a folder by a guide, which the tree shows at once (A6)', async () => {
    const { quickInput } = workbench;
    const step = async (title: string, text: string): Promise<void> => {
      await quickInput.title.getByText(title).waitFor();
      await quickInput.enter(text);
    };
    await menu(/^Data Extensions, folder/, 'Guide: Create a Data Extension…');
    await step('Name of the data extension', 'Brand new');
    await step('Customer key of the data extension', 'brand-new');
    await step('Fields', 'Id Number key');
    await quickInput.pick('false');
    await quickInput.pick('For ever');
    await quickInput.pick(/^Run/);
    await node(/^Brand new, data extension/).waitFor();
  });

  it('put a subscriber on a list, change the status, find and take off again', async () => {
    const { quickInput } = workbench;
    await openView('Lists & Groups');
    await menu(/^Walkers, list/, 'Add a Subscriber…');
    await quickInput.title.getByText('Add to Walkers').waitFor();
    await quickInput.enter('ann@example.com');
    await quickInput.message.getByText('Subscriber key').waitFor();
    await quickInput.enter('ann');
    await answer('Add ann to Walkers?', 'Add');
    await type('ann');
    await workbench.expand(/^Walkers, list/);
    await node(/^ann, subscriber, Active/).waitFor();
    await menu(/^ann, subscriber/, 'Change Status or Take off the List…');
    await quickInput.pick('Set to Unsubscribed');
    await answer('Set to Unsubscribed: ann?', 'Set to Unsubscribed');
    await type('ann');
    await node(/^ann, subscriber, Unsubscribed/).waitFor();
    await workbench.screenshot('list-subscribers', { forDocumentation: false });
    await menu(/^Walkers, list/, 'Count Subscribers by Status');
    assert.match(await workbench.notification(/^Walkers:/), /1 subscriber\. 1 Unsubscribed\./);
    await workbench.runCommand('Marketing Cloud: Find a Subscriber…');
    await quickInput.enter('ann@example.com');
    await quickInput.pick(/^Walkers/);
    await quickInput.pick('Take off the list');
    await answer('Take off the list: ann?', 'Take off the list');
    await type('ann');
    await node(/^Nobody is on this list/).waitFor();
  });

  it('start an import, and tell what became of it (E2)', async () => {
    const file = `${sandbox.address}/_sandbox/file?folder=Import&name=people.csv`;
    assert.equal((await fetch(file, { method: 'PUT', body: 'Id,Name\nb,Ben\nc,Cleo\n' })).status, 200);
    await openView('Imports & Extracts');
    await menu(/^Nightly people, import definition/, 'Start Import…');
    await answer('Start the import “Nightly people”?', 'Start Import');
    await type('Nightly people');
    assert.match(await workbench.notification(/^Import Nightly people: Completed/), /2 rows: 2 imported/);
    await workbench.expand(/^Nightly people, import definition/);
    await node(/run of an import, Completed · 2 rows: 2 imported/).waitFor();
    await workbench.screenshot('import-result', { forDocumentation: false });
  });
});
