/** The pages in every theme, to be looked at and used in the documentation, and judged by axe. */
import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems, isOurs } from '../support/accessibility.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import { colourThemes, type Workbench } from '../support/workbench.ts';

describe('the pages', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openConnected(sandbox, { workspace: 'samples' });
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  for (const theme of colourThemes) {
    it(`are readable in ${theme}`, async () => {
      await workbench.switchTheme(theme);
      await workbench.openViewContainer('Marketing Cloud');
      await workbench.openFile('getting-started.mcsoap');
      await workbench.page
        .getByText(/Run in Sandbox/)
        .first()
        .click();
      const result = await workbench.webview('Result');
      await result.getByRole('gridcell', { name: 'Big sale' }).first().waitFor();
      await workbench.runCommand('Marketing Cloud: Watch a Send…');
      await workbench.quickInput.pick(/Big sale/);
      const live = await workbench.webview('Live Sends');
      await live.getByRole('heading', { name: 'Big sale' }).waitFor();
      await workbench.screenshot(`pages-${theme.replace(' ', '-')}`);
      assert.deepEqual((await accessibilityProblems(result)).filter(isOurs), []);
      assert.deepEqual(await accessibilityProblems(live), []);
    });
  }
});
