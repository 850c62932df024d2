/** Behind a proxy: the extension goes through the one that the editor's settings name, and says when it refuses. */
import assert from 'node:assert/strict';
import { ConnectForm } from '../support/connectForm.ts';
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

  it('asks the proxy of http.proxy for the tenant, and tells that it refused', async () => {
    const form = new ConnectForm(workbench);
    const given = { address: 'mc-nowhere', clientId: 'id', clientSecret: 'secret' };
    await form.connectPackage('Behind a Proxy', given);
    await form.mistake(/The proxy did not let the call through/).waitFor();
    assert.ok(proxy.asked.includes('CONNECT mc-nowhere.auth.marketingcloudapis.com:443'), proxy.asked.join());
    await workbench.screenshot('proxy-refused', { forDocumentation: false });
  });
});
