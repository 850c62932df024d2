/** The side bar when names are odd and the org changes behind its back: shown rightly, or explained. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { callColleague, type Colleague } from '../support/colleague.ts';
import { ConnectForm } from '../support/connectForm.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import { sideBarOrg } from '../support/sideBarOrg.ts';
import { colourThemes, type Workbench } from '../support/workbench.ts';

describe('the side bar with odd names, and an org that changes', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;
  let colleague: Colleague;

  before(async () => {
    sandbox = await createSandbox({ seed: sideBarOrg });
    colleague = callColleague(sandbox);
    workbench = await openConnected(sandbox);
    await node(/^People, data extension/).waitFor();
  });

  after(async () => {
    await workbench.dispose();
    await colleague.leave();
    await sandbox.stop();
  });

  /** A token of a package that has this scope and no other. */
  const tokenFor = async (scope: string): Promise<string> => {
    const { clientId, clientSecret } = sandbox.connection;
    const response = await fetch(`${sandbox.address}/v2/token`, {
      method: 'POST',
      body: JSON.stringify({
        ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
        scope,
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  const node = (label: string | RegExp): Locator => workbench.treeItem(label);

  it('shows names with /, <, & and quotes, emoji and text from right to left as they are', async () => {
    for (const name of ['Orders 2025/26', 'Scores <50 & "more"', 'Birthdays 🎂', 'הזמנות היום'])
      await node(name).waitFor();
    await node('<b>Bold</b> & Co., folder').hover();
    await workbench.page.locator('.monaco-hover').getByText('<b>Bold</b> & Co.').first().waitFor();
    for (const theme of colourThemes) {
      await workbench.switchTheme(theme);
      await workbench.screenshot(`side-bar-names-${theme.replace(' ', '-')}`, { forDocumentation: false });
    }
    await workbench.switchTheme('light');
  });

  it('tells two folders of one name apart by where they are', async () => {
    const { page } = workbench;
    await workbench.expand(/^2024, folder/);
    await workbench.expand(/^2025, folder/);
    const archives = page.getByRole('treeitem', { name: /^Archive, folder/ });
    await archives.nth(1).hover();
    await page
      .locator('.monaco-hover')
      .getByText(/Data\sExtensions\s\/\s2025/)
      .first()
      .waitFor();
    await archives.nth(1).locator('.monaco-tl-twistie').click();
    await node(/^This folder is empty/).waitFor();
    assert.equal(await archives.nth(0).getAttribute('aria-expanded'), 'false');
  });

  it('finds such names by a filter', async () => {
    const { quickInput } = workbench;
    for (const [text, name] of [
      ['<50', /^Scores <50/],
      ['2025/', /^Orders 2025\/26/],
      ['היום', /^הזמנות היום/],
    ] as const) {
      await workbench.runCommand('Marketing Cloud: Filter Data Extensions…');
      await quickInput.title.getByText('Filter data extensions').waitFor();
      await quickInput.enter(text);
      await node(`Filter: ${text}, filter, 1 found`).waitFor();
      await node(name).waitFor();
    }
    const filter = node(/^Filter: /);
    await filter.hover();
    await filter.getByRole('button', { name: 'Clear the Filter' }).click();
    await node(/^2024, folder/).waitFor();
  });

  it('shows a field that was renamed meanwhile by its new name, once it is loaded anew', async () => {
    await workbench.expand(/^People, data extension/);
    await node(/^Name, field/).waitFor();
    const query = { objectType: 'DataExtensionField', properties: ['ObjectID', 'Name'] };
    const fields = await colleague.client.retrieveAll({
      ...query,
      filter: { property: 'DataExtension.CustomerKey', operator: 'equals', values: ['people'] },
    });
    const ObjectID = fields.find(({ Name }) => Name === 'Name')?.['ObjectID'] ?? '';
    const renamed = { Field: [{ ObjectID, Name: 'Full name' }] };
    await colleague.client.update([{ $type: 'DataExtension', CustomerKey: 'people', Fields: renamed }]);
    await workbench.chooseInMenu(node(/^People, data extension/), 'Refresh');
    await node(/^Full name, field/).waitFor();
    assert.equal(await workbench.page.getByRole('treeitem', { name: /^Name, field/ }).count(), 0);
  });

  it('says that a data extension is gone which somebody deleted meanwhile', async () => {
    await colleague.client.delete([{ $type: 'DataExtension', CustomerKey: 'old-1' }]);
    await workbench.expand(/^Old one, data extension/);
    await node(/^No fields: the data extension may be gone/).waitFor();
    await workbench.chooseInMenu(node(/^Old one, data extension/), 'Copy Definition…');
    await workbench.quickInput.pick('JSON');
    assert.match(await workbench.notification(/Old one is gone/), /refresh the side bar/);
    await workbench.screenshot('side-bar-gone', { forDocumentation: false });
    await workbench.chooseInMenu(node(/^Data Extensions, folder/), 'Refresh');
    await node(/^Old one, data extension/).waitFor({ state: 'detached' });
  });

  it('says what is not permitted, and what to do about it', async () => {
    const form = new ConnectForm(workbench);
    await form.begin('Lists only');
    await form.choose('Access token');
    await form.answer('SOAP Address', sandbox.address);
    await form.answer('Access Token', await tokenFor('list_and_subscribers_read'));
    await form.answer('MID', '700');
    await workbench.statusBarItem(/Lists only/).waitFor();
    // The folders are seen, and what is in them is not.
    const failure = workbench.page.getByRole('treeitem', { name: /^This is not permitted/, level: 2 });
    await failure.hover();
    await failure.getByRole('button', { name: 'Why?' }).click();
    const dialog = workbench.page.getByRole('dialog').filter({ hasText: 'What to do:' });
    await dialog.getByText(/Add the scope that the object needs/).waitFor();
    await workbench.screenshot('side-bar-not-permitted', { forDocumentation: false });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('says that the org does not take the token any more, and what to do', async () => {
    sandbox.reset({ seed: 'empty' });
    await workbench.runCommand('Marketing Cloud: Refresh Data Extensions');
    const failure = node(/^The SOAP service did not let you in/);
    await failure.hover();
    await failure.getByRole('button', { name: 'Why?' }).click();
    const dialog = workbench.page.getByRole('dialog').filter({ hasText: 'What to do:' });
    await dialog.getByText(/Asked: Retrieve in Lists only/).waitFor();
    await workbench.screenshot('side-bar-no-access', { forDocumentation: false });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
});
