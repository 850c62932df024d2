/** A newcomer's first minutes, by clicks and keys: the sandbox org, the trees, a request, a send watched to its end. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { createSandbox, acceleratedClock, type Sandbox } from '../../src/sandbox/index.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('the first minutes', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    // Time goes twenty times as fast, so that a send of three minutes is watched to its end in seconds.
    sandbox = await createSandbox({ clock: acceleratedClock(20) });
    workbench = await openWorkbench({
      workspace: 'samples',
      settings: { 'marketingCloud.sandbox.address': sandbox.address },
    });
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  it('connects to the sandbox org from the welcome', async () => {
    await workbench.openViewContainer('Marketing Cloud');
    await workbench.page.getByRole('button', { name: 'Try the Sandbox Org' }).click();
    await workbench.statusBarItem(/Sandbox · Northwind Outfitters/).waitFor();
  });

  it('opens folders, data extensions and fields', async () => {
    await workbench.expand(/^Customers, folder/);
    await workbench.expand(/^Customers, data extension/);
    await workbench.treeItem(/^CustomerKey, field, Text.*primary key/).waitFor();
    await workbench.screenshot('data-extensions');
  });

  it('runs a request of a scratch file and shows its rows', async () => {
    await workbench.openFile('getting-started.mcsoap');
    await workbench.page
      .getByRole('button', { name: /Run in Sandbox/ })
      .first()
      .click();
    const result = await workbench.webview('Result');
    await result.getByRole('status').getByText('Done').waitFor();
    await result.getByRole('gridcell', { name: 'Order confirmations' }).first().waitFor();
    await workbench.screenshot('run-request');
  });

  it('shows what went over the wire, without the token', async () => {
    const result: Frame = await workbench.webview('Result');
    await result.getByRole('tab', { name: 'Request' }).click();
    const request = await result.getByRole('tabpanel', { name: 'Request' }).innerText();
    assert.match(request, /<fueloauth xmlns="http:\/\/exacttarget.com">•••<\/fueloauth>/);
    await result.getByRole('tab', { name: 'Response' }).click();
    await result.getByText('RetrieveResponseMsg').first().waitFor();
    await workbench.screenshot('response');
  });

  it('starts a send from the scratch file, after asking', async () => {
    const { page } = workbench;
    const editor = page.locator('.editor-instance').first();
    await editor.click();
    await page.keyboard.press('ControlOrMeta+F');
    await page.keyboard.type('startNewsletter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Alt+R');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    const result: Frame = await workbench.webview('Result: Start a send');
    await result.getByRole('status').getByText('Done').waitFor();
    await result.getByRole('gridcell', { name: 'EmailSendDefinition performed' }).waitFor();
  });

  it('watches the send that it started to its end', async () => {
    const live = await workbench.webview('Live Sends');
    await live.getByText('Sent time').waitFor();
    assert.match(await workbench.notification(/Weekly newsletter is sent/), /is sent: 3,\d+ in 1 min/);
    await workbench.screenshot('live-send-done');
  });

  it('watches a running send from the tree', async () => {
    const running = workbench.treeItem(/^Order confirmations, send, Sending/);
    while (!(await running.isVisible())) {
      await workbench.runCommand('Marketing Cloud: Refresh Sends');
      await running.waitFor({ timeout: 1000 }).catch(() => undefined);
    }
    await running.hover();
    await running.getByRole('button', { name: 'Watch a Send…' }).click();
    const live = await workbench.webview('Live Sends');
    await live.getByRole('heading', { name: 'Order confirmations' }).waitFor();
    await workbench.screenshot('live-send');
  });
});
