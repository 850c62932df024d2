/** Running several requests, by clicks: steps, rows, objects, failures in the file, tests, history; in every theme. */
import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openWorkbench, type ColourTheme, type Workbench } from '../support/workbench.ts';

const themes: readonly ColourTheme[] = ['light', 'dark', 'high contrast'];

describe('running requests', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openWorkbench({
      workspace: 'samples',
      settings: { 'marketingCloud.sandbox.address': sandbox.address, 'marketingCloud.startWith': 'sandbox' },
    });
    await workbench.openViewContainer('Marketing Cloud');
    await workbench.statusBarItem(/Sandbox · Northwind Outfitters/).waitFor();
    await workbench.openFile('chained-requests.mcsoap');
    await workbench.page
      .getByText(/Run in Sandbox/)
      .first()
      .waitFor();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  for (const theme of themes) {
    it(`shows each step of a run in ${theme}`, async () => {
      await workbench.switchTheme(theme);
      await workbench.page
        .getByRole('tab', { name: /^chained-requests\.mcsoap/ })
        .first()
        .click();
      await workbench.runCommand('Marketing Cloud: Run All SOAP Requests of the File');
      const result = await workbench.webview('Result');
      const steps = result.getByRole('navigation', { name: 'Requests of this run' });
      await steps.getByRole('button', { name: /^Subscribers.*Some objects failed/ }).waitFor();
      await result.getByText('Objects were refused.').waitFor();
      await workbench.screenshot(`runs-partial-${theme.replace(' ', '-')}`);
      await steps.getByRole('button', { name: /^Lists of this business unit.*Done/ }).click();
      await result.getByText('2 of 2 hold').waitFor();
      await result.getByRole('searchbox', { name: /Filter rows/ }).fill('all sub');
      await result.getByText(/of \d+ rows/).waitFor();
      await workbench.screenshot(`runs-filter-${theme.replace(' ', '-')}`);
      await result.getByRole('searchbox', { name: /Filter rows/ }).fill('');
      await result.getByRole('tab', { name: 'Objects' }).click();
      await result.getByText('OverallStatus').first().waitFor();
      await workbench.screenshot(`runs-objects-${theme.replace(' ', '-')}`);
      assert.deepEqual((await accessibilityProblems(result)).filter(isOurs), []);
    });
  }

  it('marks the object that failed', async () => {
    await workbench.runCommand('View: Focus Problems');
    await workbench.page
      .getByText(/InvalidEmailAddress|email address/i)
      .first()
      .waitFor();
    await workbench.screenshot('runs-problem');
  });

  it('tells time, rows and size in the status bar', async () => {
    await workbench.statusBarItem(/Subscribers, one of whom.*rows/).waitFor();
  });

  it('lists what was run, and opens a run', async () => {
    await workbench.openViewContainer('Marketing Cloud');
    const section = workbench.page.getByRole('button', { name: /^Requests Section/ });
    if ((await section.getAttribute('aria-expanded')) !== 'true') await section.click();
    await workbench.treeItem(/^Subscribers, one of whom has no address, run, partial/).click();
    await workbench.page
      .getByRole('tab', { name: /Subscribers, one of whom has no address \(run\)/ })
      .waitFor();
    await workbench.screenshot('runs-history');
  });

  it('runs requests with assertions as tests', async () => {
    await workbench.openViewContainer('Testing');
    await workbench.treeItem(/^chained-requests\.mcsoap/).waitFor();
    await workbench.runCommand('Test: Run All Tests');
    await workbench.page.getByText(/2\/2/).first().waitFor();
    await workbench.screenshot('runs-tests');
  });
});

/** The grid takes the keyboard through two elements of no size beside its rows, which axe counts as children that are no rows. */
function isOurs(problem: string): boolean {
  return !/^aria-required-children: .* class="grid slickgrid/.test(problem);
}
