/** How much is asked of the service, and how much it bears: the report on usage, and the measuring of requests at once. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { uiData } from '../support/vscodeServer.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import { colourThemes, type Workbench } from '../support/workbench.ts';

describe('usage', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openConnected(sandbox);
    await workbench.treeItem(/^Data Extensions, folder/).waitFor();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  it('is shown by day, connection, and object, in tables (B3)', async () => {
    await workbench.runCommand('Marketing Cloud: Show Usage');
    const report = await workbench.webview('Usage');
    await report.getByRole('heading', { name: 'By connection and business unit' }).waitFor();
    // Other tests have written to the same log.
    const account = report.getByRole('row').filter({ hasText: /Sandbox\s*100000001/ });
    const [, , calls] = await account.getByRole('cell').allInnerTexts();
    assert.ok(Number(calls?.replaceAll(/\D/g, '')) > 0, calls);
    await report.getByRole('row').filter({ hasText: 'DataFolder' }).first().waitFor();
    await report.getByRole('columnheader', { name: 'Peak per minute' }).first().waitFor();
  });

  for (const theme of colourThemes) {
    it(`is readable in ${theme}`, async () => {
      await workbench.switchTheme(theme);
      const report = await workbench.webview('Usage');
      await report.getByRole('heading', { name: 'Today by hour' }).waitFor();
      await workbench.screenshot(`usage-${theme.replace(' ', '-')}`);
    });
  }

  it('requests at once are measured, shown, and kept when the person says so', async () => {
    await workbench.switchTheme('light');
    await workbench.runCommand('Marketing Cloud: Tune Concurrency');
    const dialog = workbench.page.getByRole('dialog').filter({ hasText: 'how many requests at once' });
    await dialog.waitFor();
    await workbench.screenshot('tune-concurrency');
    await dialog.getByRole('button', { name: 'Measure' }).click();
    const found = await workbench.notification(/Best for this org: \d+ at once/);
    await workbench.screenshot('tuned-concurrency');
    const [, best = ''] = /Best for this org: (\d+) at once \(.+\)/.exec(found) ?? [];
    assert.ok(Number(best) >= 1 && Number(best) <= 20, found);
    if (found.includes('That is how it is set')) return;
    await workbench.pressInNotification(`Use ${best}`);
    const kept = (): Promise<string> => readFile(join(uiData, 'User/settings.json'), 'utf8');
    while (!(await kept()).includes('"marketingCloud.request.maxConcurrent"'));
    assert.match(await kept(), new RegExp(`"marketingCloud.request.maxConcurrent": ${best}\\b`));
  });
});
