/** The connection check, as a person sees it: a connection that works, and one that does not any more. */
import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { ConnectForm } from '../support/connectForm.ts';
import { colourThemes, openWorkbench, type ColourTheme, type Workbench } from '../support/workbench.ts';

/** What a page calls each theme. */
const kinds = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high contrast': 'vscode-high-contrast',
} as const satisfies Record<ColourTheme, string>;

describe('the connection check', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    const { clientId } = sandbox.connection;
    workbench = await openWorkbench({
      settings: {
        'marketingCloud.connections': [
          { name: 'Acme', subdomain: sandbox.address, clientId, production: true },
        ],
      },
    });
    await workbench.openViewContainer('Marketing Cloud');
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  it('follows a connection that was made by the person, production shown in the status bar', async () => {
    await new ConnectForm(workbench).connectPackage('Acme', sandbox.connection);
    await workbench.statusBarItem(/Acme · Northwind Outfitters \(Production\)/).waitFor();
  });

  it('finds all in order, and says what to note (F4, F7)', async () => {
    await workbench.runCommand('Marketing Cloud: Check the Connection');
    const page = await workbench.webview('Connection Check');
    await page.getByRole('status').getByText('The connection works').waitFor();
    await page.getByText('The token is for MID 100000001 of Northwind Outfitters').waitFor();
    await page.getByText('This machine and the service agree.').waitFor();
    await page.getByText('Entered today.').waitFor();
    const permissions = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Permissions' }) });
    await permissions.getByText('Details').click();
    await permissions.getByText(/More than needed: .*users_write/).waitFor();
  });

  for (const theme of colourThemes) {
    it(`is readable in ${theme}`, async () => {
      await workbench.switchTheme(theme);
      const page = await workbench.webview('Connection Check');
      await page.locator(`body[data-vscode-theme-kind="${kinds[theme]}"]`).waitFor();
      await workbench.screenshot(`connection-check-${theme.replace(' ', '-')}`, { forDocumentation: false });
      assert.deepEqual(await accessibilityProblems(page), []);
    });
  }

  it('can be passed on as text, without a secret in it', async () => {
    const page = await workbench.webview('Connection Check');
    await page.getByRole('button', { name: 'Copy Report' }).click();
    await workbench.page.getByText('Copied the report').waitFor();
    const report = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(report, /^Connection check of Acme · Northwind Outfitters/);
    assert.match(report, /\[ok\] SOAP service: 127\.0\.0\.1/);
    assert.ok(!report.includes(sandbox.connection.clientSecret));
  });

  it('is offered when something fails because of the connection', async () => {
    await sandbox.stop();
    await workbench.runCommand('Marketing Cloud: Find a Subscriber…');
    await workbench.quickInput.enter('nobody');
    await workbench.notification(/No connection to 127\.0\.0\.1/);
    await workbench.pressInNotification('Check the Connection');
  });

  it('says what is wrong once the org cannot be reached', async () => {
    const page = await workbench.webview('Connection Check');
    await page.getByRole('button', { name: 'Check Again' }).click();
    await page
      .getByRole('status')
      .getByText(/^Token: No connection to 127\.0\.0\.1/)
      .waitFor();
    await page.getByText('Cannot be checked before what failed above works.').first().waitFor();
    await workbench.screenshot('connection-check-failed', { forDocumentation: false });
  });

  it('says what is wrong when it cannot even begin', async () => {
    const { clientId } = sandbox.connection;
    await workbench.changeSettings({
      'marketingCloud.connections': [
        { name: 'Acme', subdomain: 'not a subdomain', clientId, production: true },
      ],
    });
    await workbench.runCommand('Marketing Cloud: Check the Connection');
    const page = await workbench.webview('Connection Check');
    await page.getByRole('status').getByText('Connection: The subdomain of Acme is not one.').waitFor();
    await page.getByRole('button', { name: 'Open the Settings' }).first().waitFor();
  });

  it('leaves a log of all calls, which can be opened (F3)', async () => {
    await workbench.runCommand('Marketing Cloud: Open the Log Folder');
    await workbench.page.getByRole('tab', { name: /^calls-\d{4}-\d{2}-\d{2}\.jsonl/ }).waitFor();
    await workbench.page.getByText('"kind":"call"').first().waitFor();
  });
});
