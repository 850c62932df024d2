/** Running several requests, by clicks: steps, rows, objects, failures in the file, tests, history; in every theme. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems, isOurs } from '../support/accessibility.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import { until } from '../support/until.ts';
import { colourThemes, type Workbench } from '../support/workbench.ts';

describe('running requests', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openConnected(sandbox, { workspace: 'samples' });
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

  /** Opens a test that the Test Explorer lists below its file, which is closed there. */
  async function goToTest(file: RegExp, name: RegExp): Promise<void> {
    await workbench.treeItem(file).click();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.treeItem(name).dblclick();
  }

  for (const theme of colourThemes) {
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

  it('sends a run of the history again, asking what was asked the first time', async () => {
    const creates = (): number => sandbox.requests().filter(({ operation }) => operation === 'Create').length;
    const before = creates();
    const run = workbench.treeItem(/^Subscribers, one of whom has no address, run, partial/);
    await workbench.chooseInMenu(run, 'Run Again from the History');
    const result = await workbench.webview('Result');
    // The first of the two was made by the first run, and is there already.
    await result.getByText(/2 of 2 objects failed/).waitFor();
    assert.equal(creates(), before + 1);
    // It comes last, and a menu that is open closes for it.
    await workbench.notification(/2 of 2 objects failed/);
  });

  it('holds the two runs that are selected against each other', async () => {
    const runs = workbench.page.getByRole('treeitem', {
      name: /^Subscribers, one of whom has no address, run/,
    });
    await runs.nth(1).waitFor();
    await runs.first().click();
    await runs.nth(1).click({ modifiers: ['ControlOrMeta'] });
    await workbench.chooseInMenu(runs.nth(1), 'Compare Two Runs');
    await workbench.page.locator('.monaco-diff-editor').first().waitFor();
    await workbench.screenshot('runs-compared');
  });

  it('runs requests with assertions as tests', async () => {
    await writeFile(join(workbench.folder, 'by-name.mcsoap'), listNamed('Nobody knows'));
    await workbench.openViewContainer('Testing');
    await workbench.treeItem(/^by-name\.mcsoap/).waitFor();
    await workbench.treeItem(/^chained-requests\.mcsoap/).waitFor();
    await workbench.runCommand('Test: Run All Tests');
    await workbench.page.getByText(/2\/3/).first().waitFor();
    await workbench.screenshot('runs-tests');
  });

  it('shows what an assertion expected beside what came, at its line', async () => {
    const { page } = workbench;
    await goToTest(/^by-name\.mcsoap/, /^The first list/);
    const peek = page.locator('.peekview-widget');
    await peek.getByText(/^Nobody\sknows$/).waitFor();
    await peek.getByText(/^All\sSubscribers$/).waitFor();
    await workbench.statusBarItem(/Ln 2, Col/).waitFor();
    await workbench.screenshot('runs-tests-difference');
  });

  it('cancels a test run: the request is given up, and those behind it are not sent', async () => {
    const lists = (): number => sandbox.requests().filter(({ objectType }) => objectType === 'List').length;
    const before = lists();
    const fault = sandbox.faults.add({ kind: 'latency', milliseconds: 600_000, objectType: 'List' });
    await workbench.openViewContainer('Testing');
    const tests = workbench.treeItem(/^chained-requests\.mcsoap/);
    await tests.hover();
    await tests.getByRole('button', { name: /^Run Test/ }).click();
    await until(() => lists() === before + 1);
    await workbench.screenshot('runs-tests-running');
    await workbench.runCommand('Test: Cancel Test Run');
    await workbench.page.getByText(/0\/0/).first().waitFor();
    sandbox.faults.remove(fault.id);
    assert.equal(lists(), before + 1);
    await workbench.screenshot('runs-tests-cancelled');
  });

  it('debugs a test: its whole exchange is in the output and in the result editor', async () => {
    // Another answer than that of any run before.
    await writeFile(join(workbench.folder, 'by-name.mcsoap'), listNamed('All Subscribers'));
    const lists = (): number => sandbox.requests().filter(({ objectType }) => objectType === 'List').length;
    const before = lists();
    await workbench.runCommand('Test: Debug All Tests');
    await workbench.page.getByText(/3\/3/).first().waitFor();
    const result = await workbench.webview('Result');
    const steps = result.getByRole('navigation', { name: 'Requests of this run' });
    await steps.getByRole('button', { name: /^The first list.*Done/ }).click();
    await result.getByText('1 of 1 hold').waitFor();
    await result.getByRole('tab', { name: 'Response' }).click();
    await result.getByRole('tabpanel', { name: 'Response' }).getByText('All Subscribers').waitFor();
    assert.equal(lists(), before + 3);
    await workbench.screenshot('runs-tests-debugged');
  });
});

/** A test that the first list is called so. */
function listNamed(name: string): string {
  return `### The first list
# @assert //Results[1]/ListName = ${name}
<RetrieveRequestMsg><RetrieveRequest><ObjectType>List</ObjectType><Properties>ListName</Properties></RetrieveRequest></RetrieveRequestMsg>
`;
}
