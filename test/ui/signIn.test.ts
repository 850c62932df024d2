/** The other ways to sign in to an org, each by clicks: in the browser, by user name, by a legacy package, by a token. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { closedAddress } from '../support/closedPort.ts';
import { ConnectForm } from '../support/connectForm.ts';
import { uiData } from '../support/vscodeServer.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('ways to sign in', () => {
  const secret = process.env['MC_CANARY'] ?? 'canary-of-a-single-run';
  let sandbox: Sandbox;
  let workbench: Workbench;
  let form: ConnectForm;
  let redirect: string;

  before(async () => {
    sandbox = await createSandbox({ clientSecret: secret });
    workbench = await openWorkbench();
    form = new ConnectForm(workbench);
    redirect = await closedAddress();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  async function begin(name: string, way: string): Promise<void> {
    await form.begin(name);
    await form.asks('Way to Sign In');
    if (name === 'Ann') await workbench.screenshot('ways-to-sign-in');
    await form.choose(way);
  }

  /** Answers the last question, and gives the page that the browser opens then. */
  async function toBrowser(): Promise<Page> {
    const opened = workbench.page.context().waitForEvent('page');
    await form.answer('MID', '');
    const page = await opened;
    // This window takes addresses of its own machine for ports to forward, which its server does not do.
    await page.waitForURL(/v2\/authorize/);
    await page.goto(page.url().replace(/^.*\/proxy\/\d+/, sandbox.address));
    await page.getByRole('heading', { name: 'Sign in to the sandbox org' }).waitFor();
    return page;
  }

  it('a sign-in that is not allowed is told, and can be begun again', async () => {
    await begin('Ann', 'Sign in with your browser');
    await form.answer('Subdomain', sandbox.address);
    await form.answer('Client ID', sandbox.connection.publicApp.clientId);
    await form.answer('Client Secret', '');
    await form.answer('Redirect URL', redirect);
    const page = await toBrowser();
    await page.getByRole('link', { name: 'Do not allow it' }).click();
    await page.getByRole('heading', { name: 'The sign-in was not allowed' }).waitFor();
    await page.close();
    await form.correct(/The sign-in was not allowed/);
  });

  it('an answer to another sign-in is not taken', async () => {
    await form.answer('Redirect URL', redirect);
    const page = await toBrowser();
    await page.goto(`${redirect}?code=stolen&state=other`);
    await page.close();
    await form.correct(/does not belong to this sign-in/);
  });

  it('who closes the browser presses Cancel, and nothing waits any more', async () => {
    await form.answer('Redirect URL', redirect);
    const page = await toBrowser();
    await page.close();
    await workbench.notification('Sign in to Ann in your browser…');
    await workbench.pressInNotification('Cancel');
    await form.asks('Redirect URL');
    await assert.rejects(fetch(redirect));
  });

  it('a person signs in with PKCE, and works in their business unit', async () => {
    await form.answer('Redirect URL', redirect);
    const page = await toBrowser();
    await page
      .getByRole('link', { name: /^Sign in as/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'The sign-in is on its way' }).waitFor();
    await page.close();
    await workbench.statusBarItem(/Ann · /).waitFor();
    await workbench.openViewContainer('Marketing Cloud');
    await workbench.treeItem(/^Data Extensions, folder/).waitFor();
    await workbench.screenshot('signed-in-by-browser');
  });

  it('stands in the Accounts menu, and is signed out there', async () => {
    const { page } = workbench;
    const account = page.getByRole('menuitem', { name: 'Ann (Marketing Cloud)' });
    await page.locator('.activitybar').getByRole('button', { name: 'Accounts' }).click();
    await account.waitFor();
    await workbench.screenshot('accounts-menu');
    // A menu ignores the mouse for a moment after it was opened by it; it never ignores keys.
    await account.hover();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('menuitem', { name: 'Sign Out' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign Out' }).click();
    await workbench.runCommand('Marketing Cloud: Select Business Unit…');
    await workbench.notification(/You are signed out/);
  });

  it('a user name with a wrong password is told, the right one works', async () => {
    const { name, password } = sandbox.connection.user;
    await begin('Legacy user', 'User name and password');
    await form.answer('SOAP Address', sandbox.address);
    await form.answer('User Name', name);
    await form.answer('Password', 'wrong');
    await form.answer('MID', '100000001');
    await form.correct(/did not let you in/);
    await form.answer('Password', password);
    await form.answer('MID', '100000001');
    await workbench.statusBarItem(/Legacy user/).waitFor();
    await workbench.treeItem(/^Data Extensions, folder/).waitFor();
  });

  it('a legacy package works with its own endpoints', async () => {
    await begin('Old package', 'Legacy package');
    await form.answer('SOAP Address', sandbox.address);
    await form.answer('Token Address', sandbox.address);
    await form.answer('Client ID', sandbox.connection.clientId);
    await form.answer('Client Secret', secret);
    await form.answer('MID', '100000001');
    await workbench.statusBarItem(/Old package/).waitFor();
  });

  it('a token from elsewhere works until it has expired', async () => {
    const response = await fetch(`${sandbox.address}/v2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: sandbox.connection.clientId,
        client_secret: secret,
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    await begin('Given', 'Access token');
    await form.answer('SOAP Address', sandbox.address);
    await form.answer('Access Token', 'not a token');
    await form.answer('MID', '100000001');
    await form.correct(/did not let you in/);
    await form.answer('Access Token', token);
    await form.answer('MID', '100000001');
    await workbench.statusBarItem(/Given/).waitFor();
  });

  it('keeps no secret in the settings', async () => {
    const settings = await readFile(join(uiData, 'User/settings.json'), 'utf8');
    assert.match(settings, /"signIn": "browser"/);
    assert.match(settings, /"signIn": "token"/);
    for (const word of [secret, sandbox.connection.user.password, 'refreshToken', 'access_token']) {
      assert.ok(!settings.includes(word), word);
    }
  });
});
