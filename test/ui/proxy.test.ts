/** Behind a proxy: the extension goes through the one that the editor's settings name, and says when it refuses. */
import assert from 'node:assert/strict';
import { startProxy, type TestProxy } from '../support/proxy.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('behind a proxy', () => {
  let proxy: TestProxy;
  let workbench: Workbench;

  before(async () => {
    proxy = await startProxy({ port: 0 }, 407);
    workbench = await openWorkbench({ settings: { 'http.proxy': proxy.address } });
  });

  after(async () => {
    await workbench.dispose();
    await proxy.stop();
  });

  async function step(title: string, answer: string): Promise<void> {
    await workbench.quickInput.title.getByText(`Connect an Org: ${title}`).waitFor();
    await workbench.quickInput.enter(answer);
  }

  it('asks the proxy of http.proxy for the tenant, and tells that it refused', async () => {
    await workbench.runCommand('Marketing Cloud: Connect an Org…');
    await step('Name', 'Behind a Proxy');
    await workbench.quickInput.pick('Server-to-Server package');
    await step('Subdomain', 'mc-nowhere');
    await step('Client ID', 'id');
    await step('Client Secret', 'secret');
    await step('MID', '');
    const dialog = workbench.page
      .getByRole('dialog')
      .filter({ hasText: 'The proxy did not let the call through' });
    await dialog.waitFor();
    assert.ok(proxy.asked.includes('CONNECT mc-nowhere.auth.marketingcloudapis.com:443'), proxy.asked.join());
    await workbench.screenshot('proxy-refused', { forDocumentation: false });
  });
});
