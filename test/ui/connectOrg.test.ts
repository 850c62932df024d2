/** Connecting an org by its credentials: each mistake is told in one message, and can be corrected where it was made. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { closedAddress } from '../support/closedPort.ts';
import { ConnectForm } from '../support/connectForm.ts';
import { uiData } from '../support/vscodeServer.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('connecting an org', () => {
  const secret = process.env['MC_CANARY'] ?? 'canary-of-a-single-run';
  let sandbox: Sandbox;
  let workbench: Workbench;
  let form: ConnectForm;

  before(async () => {
    sandbox = await createSandbox({ clientSecret: secret });
    workbench = await openWorkbench();
    form = new ConnectForm(workbench);
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  it('refuses what cannot be right before it asks anybody', async () => {
    await form.begin('Acme');
    await form.choose('Server-to-Server package');
    await form.answer('Subdomain', 'http://example.com');
    await workbench.quickInput.message.getByText('neither a subdomain nor an https:// address').waitFor();
  });

  it('tells an address where nobody listens, and goes back to it', async () => {
    await form.answer('Subdomain', await closedAddress());
    await form.answer('Client ID', sandbox.connection.clientId);
    await form.answer('Client Secret', 'wrong');
    await form.answer('MID', '');
    await form.correct(/No connection to 127\.0\.0\.1:\d+/);
  });

  it('tells a wrong secret, and goes back to it', async () => {
    await form.answer('Subdomain', sandbox.address);
    await form.answer('Client ID', sandbox.connection.clientId);
    await form.answer('Client Secret', 'wrong');
    await form.answer('MID', '');
    await form.mistake(/The client id or the client secret is wrong/).waitFor();
    await workbench.screenshot('wrong-secret');
    await form.correct(/The client id or the client secret is wrong/);
  });

  it('tells a wrong MID, and goes back to it', async () => {
    await form.answer('Client Secret', secret);
    await form.answer('MID', '12345');
    await form.correct(/no access to that business unit/);
  });

  it('connects once all is right', async () => {
    await form.answer('MID', '100000002');
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
