/** The sandbox org under a person's hands: the commands that change it, and its own page in a browser. */
import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { sharedBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const day = 86_400_000;

describe('the commands of the sandbox org', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openWorkbench({ settings: { 'marketingCloud.sandbox.address': sandbox.address } });
    await workbench.openViewContainer('Marketing Cloud');
    await workbench.page.getByRole('button', { name: 'Try the Sandbox Org' }).click();
    await workbench.statusBarItem(/Sandbox · Northwind Outfitters/).waitFor();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  const told = (words: RegExp): Promise<void> =>
    workbench.page.locator('.statusbar').getByText(words).first().waitFor();

  it('order a fault, refuse a number that is none, and end it', async () => {
    await workbench.runCommand('Marketing Cloud: Order a Fault of the Sandbox Org…');
    await workbench.quickInput.options('maintenance').first().waitFor();
    await workbench.screenshot('sandbox-faults', { forDocumentation: false });
    await workbench.quickInput.pick('maintenance');
    await workbench.quickInput.fill('none');
    await workbench.quickInput.message.getByText('A whole number above 0.').waitFor();
    await workbench.quickInput.enter('');
    await told(/maintenance strikes every request until the faults are ended/);
    assert.deepEqual(
      sandbox.faults.all().map(({ kind }) => kind),
      ['maintenance'],
    );
    await workbench.runCommand('Marketing Cloud: End All Faults of the Sandbox Org');
    await told(/No fault is in force/);
    assert.deepEqual(sandbox.faults.all(), []);
  });

  it('speed the clock up, move it on and stop it', async () => {
    const choose = async (label: string): Promise<void> => {
      await workbench.runCommand('Marketing Cloud: Set the Clock of the Sandbox Org…');
      await workbench.quickInput.pick(label);
    };
    await choose('×60');
    await until(() => sandbox.clock.speed === 60);
    await choose('Stop');
    await until(() => sandbox.clock.speed === 0);
    const before = sandbox.clock.now();
    await choose('+1 day');
    await until(() => sandbox.clock.now() === before + day);
    await choose('×1');
    await until(() => sandbox.clock.speed === 1);
  });

  it('begin anew once that is confirmed, and not before', async () => {
    const file = `${sandbox.address}/_sandbox/file?folder=Import&name=mine.csv`;
    await fetch(file, { method: 'PUT', body: 'a' });
    const press = async (button: string): Promise<void> => {
      await workbench.runCommand('Marketing Cloud: Reset the Sandbox Org…');
      const dialog = workbench.page.getByRole('dialog').filter({ hasText: 'Reset the sandbox org?' });
      await dialog.getByText('Everything that was made in it is gone').waitFor();
      if (button === 'Reset') await workbench.screenshot('sandbox-reset', { forDocumentation: false });
      await dialog.getByRole('button', { name: button, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await press('Cancel');
    assert.equal((await fetch(file)).status, 200, 'nothing was done');
    await press('Reset');
    await told(/The sandbox org begins anew/);
    assert.equal((await fetch(file)).status, 404);
    await workbench.treeItem(/^Customers, folder/).waitFor();
  });
});

describe('the page of the sandbox org', () => {
  let sandbox: Sandbox;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    sandbox = await createSandbox();
    const browser = await sharedBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
    page = await context.newPage();
    await page.goto(`${sandbox.address}/_sandbox`);
    await page.getByText('Northwind Outfitters').first().waitFor();
  });

  after(async () => {
    await context.close();
    await sandbox.stop();
  });

  /** A request that the journal shows. */
  const knock = async (): Promise<void> => {
    await fetch(`${sandbox.address}/v2/token`, { method: 'POST', body: '{"grant_type":"none"}' });
  };
  const row = (table: string, words: string | RegExp) =>
    page.getByRole('region', { name: table }).getByRole('row').filter({ hasText: words });

  it('shows what is in the org, its clock, faults, traps and journal', async () => {
    await knock();
    await row('Journal', 'Token').first().waitFor();
    const objects = page.getByRole('region', { name: 'Objects' });
    await objects.getByText('Data extensions').waitFor();
    await row('Traps', 'unknown-column').waitFor();
    await row('Faults', 'None is in force').waitFor();
  });

  it('shows what there is of a kind, and finds it by name or key', async () => {
    const lists = page.getByRole('button', { name: 'Lists', exact: true });
    await lists.click();
    await row('Objects', 'Newsletter').first().waitFor();
    assert.equal(await lists.getAttribute('aria-expanded'), 'true');
    await page.getByLabel('Name or key').fill('hik');
    await row('Objects', 'Hikers').first().waitFor();
    await row('Objects', 'Newsletter').first().waitFor({ state: 'detached' });
    assert.deepEqual(await accessibilityProblems(page.mainFrame()), []);
    await lists.press('Enter');
    await page.getByLabel('Name or key').waitFor({ state: 'hidden' });
  });

  it('is used by the keyboard alone', async () => {
    await page.getByLabel('Kind').focus();
    await page.keyboard.type('throttling');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Retrieve');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await row('Faults', /throttling.*Retrieve.*next 3/).waitFor();
    assert.deepEqual(
      sandbox.faults.all().map(({ kind, operation, next }) => ({ kind, operation, next })),
      [{ kind: 'throttling', operation: 'Retrieve', next: 3 }],
    );
    const loud = page.getByLabel('Loud: unknown-column');
    await loud.focus();
    await page.keyboard.press('Space');
    await until(() => sandbox.traps.isLoud('unknown-column'));
    assert.ok(
      await page.evaluate<boolean>("document.activeElement.ariaLabel === 'Loud: unknown-column'"),
      'the place of the keyboard is kept when the page is drawn again',
    );
    await page.getByRole('button', { name: '×60' }).press('Enter');
    await until(() => sandbox.clock.speed === 60);
    await page.getByText('×60', { exact: true }).nth(1).waitFor();
  });

  it('says what is wrong with an order', async () => {
    await page.getByLabel('Rate').fill('7');
    await page.getByRole('button', { name: 'Order fault' }).click();
    await page.getByRole('status').getByText(/rate/).waitFor();
    await page.getByLabel('Rate').fill('');
  });

  it('asks before it begins anew', async () => {
    await knock();
    page.once('dialog', (dialog) => {
      dialog.dismiss().catch(() => undefined);
    });
    await page.getByRole('button', { name: 'Reset the org…' }).click();
    assert.notEqual(sandbox.requests().length, 0);
    page.once('dialog', (dialog) => {
      dialog.accept().catch(() => undefined);
    });
    await page.getByRole('button', { name: 'Reset the org…' }).click();
    await until(() => sandbox.requests().length === 0);
    await row('Faults', 'None is in force').waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`keeps nobody out, ${colorScheme}`, async () => {
      await knock();
      await page.emulateMedia({ colorScheme });
      await row('Journal', 'Token').first().waitFor();
      assert.deepEqual(await accessibilityProblems(page.mainFrame()), []);
      const file = `test-results/screenshots/sandbox-page-${colorScheme}.png`;
      await page.screenshot({ path: file, fullPage: true });
    });
  }

  it('fits a narrow window without being wider than it', async () => {
    await page.setViewportSize({ width: 480, height: 800 });
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    assert.equal(overflow, 0);
  });
});
