/** What a person does wrong, and what the world does to them: one clear message each, and nothing sent. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const wrong = `### Half-written
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>Send</ObjectType>
  </RetrieveRequest>
`;

describe('bad input', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openWorkbench({
      workspace: 'samples',
      settings: { 'marketingCloud.sandbox.address': sandbox.address, 'marketingCloud.startWith': 'sandbox' },
    });
    await writeFile(join(workbench.folder, 'wrong.mcsoap'), wrong);
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  it('half-written XML is underlined, and not sent', async () => {
    const { page } = workbench;
    await workbench.openFile('wrong.mcsoap');
    await workbench.statusBarItem(/Sandbox · Northwind Outfitters/).waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    const before = sandbox.requests().length;
    await page.locator('.editor-instance').first().click();
    await page.keyboard.press('ControlOrMeta+Alt+R');
    assert.match(
      await workbench.notification(/is not closed/),
      /<RetrieveRequestMsg> is not closed\. Line 2: correct it/,
    );
    await workbench.screenshot('half-written');
    assert.equal(sandbox.requests().length, before);
  });

  it('a property that does not exist is told in the service’s words', async () => {
    const { page } = workbench;
    await workbench.openFile('getting-started.mcsoap');
    await page.locator('.editor-instance').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ControlOrMeta+Alt+R');
    const result = await workbench.webview('Result');
    await result.getByText('The service rejected the request.').waitFor();
    await result
      .getByText(/Request Property\(s\) SentTime do not match with the fields of Send retrieve/)
      .first()
      .waitFor();
    await workbench.screenshot('rejected');
  });

  it('a service that has gone away is told in the tree, and can be tried again', async () => {
    await workbench.openViewContainer('Marketing Cloud');
    await workbench.treeItem(/^Orders, folder/).waitFor();
    await sandbox.stop();
    await workbench.treeItem(/^Orders, folder/).click();
    const failure = workbench.treeItem(/^No connection to 127\.0\.0\.1/);
    await failure.waitFor();
    await workbench.screenshot('gone-away');
    await failure.click();
    await failure.waitFor();
  });
});
