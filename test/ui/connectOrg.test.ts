/** Connecting an org by its credentials: each mistake is told in one message, and can be corrected where it was made. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { closedAddress } from '../support/closedPort.ts';
import { uiData } from '../support/vscodeServer.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('connecting an org', () => {
  const secret = process.env['MC_CANARY'] ?? 'canary-of-a-single-run';
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox({ clientSecret: secret });
    workbench = await openWorkbench();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  /** Answers one step; the title says which one is being asked. */
  async function step(title: string, answer: string): Promise<void> {
    await workbench.quickInput.title.getByText(`Connect an Org: ${title}`).waitFor();
    await workbench.quickInput.enter(answer);
  }

  /** Chooses the way to sign in. */
  async function choose(way: string): Promise<void> {
    await workbench.quickInput.title.getByText('Connect an Org: Way to Sign In').waitFor();
    await workbench.quickInput.pick(way);
  }

  async function correct(message: RegExp): Promise<void> {
    const dialog = workbench.page.getByRole('dialog').filter({ hasText: message });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Correct' }).click();
  }

  it('refuses what cannot be right before it asks anybody', async () => {
    await workbench.runCommand('Marketing Cloud: Connect an Org…');
    await step('Name', 'Acme');
    await choose('Server-to-Server package');
    await step('Subdomain', 'http://example.com');
    await workbench.quickInput.message.getByText('neither a subdomain nor an https:// address').waitFor();
  });

  it('tells an address where nobody listens, and goes back to it', async () => {
    await step('Subdomain', await closedAddress());
    await step('Client ID', sandbox.connection.clientId);
    await step('Client Secret', 'wrong');
    await step('MID', '');
    await correct(/No connection to 127\.0\.0\.1:\d+/);
  });

  it('tells a wrong secret, and goes back to it', async () => {
    await step('Subdomain', sandbox.address);
    await step('Client ID', sandbox.connection.clientId);
    await step('Client Secret', 'wrong');
    await step('MID', '');
    const dialog = workbench.page
      .getByRole('dialog')
      .filter({ hasText: 'The client id or the client secret is wrong' });
    await dialog.waitFor();
    await workbench.screenshot('wrong-secret');
    await correct(/The client id or the client secret is wrong/);
  });

  it('tells a wrong MID, and goes back to it', async () => {
    await step('Client Secret', secret);
    await step('MID', '12345');
    await correct(/no access to that business unit/);
  });

  it('connects once all is right', async () => {
    await step('MID', '100000002');
    await workbench.statusBarItem(/Acme · Northwind UK/).waitFor();
    await workbench.openViewContainer('Marketing Cloud');
    await workbench.treeItem(/^Data Extensions, folder/).waitFor();
  });

  it('keeps the connection in the settings, and the secret out of them (F5)', async () => {
    const settings = await readFile(join(uiData, 'User/settings.json'), 'utf8');
    assert.match(settings, /"name": "Acme"/);
    assert.ok(!settings.includes(secret));
  });

  it('switches the business unit from the status bar', async () => {
    await workbench.statusBarItem(/Acme · Northwind UK/).click();
    await workbench.quickInput.pick(/Northwind Germany/);
    await workbench.statusBarItem(/Acme · Northwind Germany/).waitFor();
  });

  it('removes the connection, and its secret with it', async () => {
    await workbench.runCommand('Marketing Cloud: Remove a Connection…');
    await workbench.quickInput.pick(/Acme/);
    await workbench.page.getByRole('button', { name: 'Try the Sandbox Org' }).waitFor();
    const settings = await readFile(join(uiData, 'User/settings.json'), 'utf8');
    assert.ok(!settings.includes('Acme'));
  });
});
