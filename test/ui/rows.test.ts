/** The rows of a data extension, by clicks and keys: looked at, filtered, changed, written, exported. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Frame, Locator } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems, isOurs } from '../support/accessibility.ts';
import { colourThemes, openWorkbench, type Workbench } from '../support/workbench.ts';

describe('the rows of a data extension', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;
  let rows: Frame;

  before(async () => {
    // The lots of this seed refuse the first of three rows where one in ten is to be refused.
    sandbox = await createSandbox({ randomSeed: 1 });
    workbench = await openWorkbench({
      settings: {
        'marketingCloud.sandbox.address': sandbox.address,
        'marketingCloud.startWith': 'sandbox',
        // In a browser VS Code saves by itself; rows must not be written by that, nor their save be disturbed.
        'files.autoSaveDelay': 50,
      },
    });
    await workbench.openViewContainer('Marketing Cloud');
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  /** A cell by its place; the first column is that of the marks. */
  const cell = (row: number, column: number): Locator =>
    rows.locator(`.slick-row[data-row="${String(row)}"] .slick-cell.l${String(column)}`);

  /** Types into a cell as into a spreadsheet. */
  async function type(row: number, column: number, text: string): Promise<void> {
    await cell(row, column).click();
    await workbench.page.keyboard.type(text);
    await workbench.page.keyboard.press('Enter');
  }

  const press = (name: string): Promise<void> => rows.getByRole('button', { name, exact: true }).click();
  /** Requests about rows: the views beside the editor ask for other things meanwhile. */
  const rowRequests = (): number =>
    sandbox.requests().filter(({ objectType }) => objectType?.startsWith('DataExtensionObject') === true)
      .length;

  it('open from the tree, the first page of them and no more than one ahead', async () => {
    await workbench.expand(/^Customers, folder/);
    const node = workbench.treeItem(/^Customers, data extension/);
    await node.hover();
    await node.getByRole('button', { name: 'Open Rows' }).click();
    rows = await workbench.webview('Customers');
    await rows.getByText('2,500 rows so far').waitFor();
    await cell(0, 1).getByText('NW-0000001').waitFor();
    assert.equal(rowRequests(), 2);
    await workbench.screenshot('rows');
  });

  it('are filtered by text, and show the filter of the API', async () => {
    const field = rows.getByRole('textbox', { name: 'Filter of the rows' });
    await field.fill("LastName = 'Santos' AND City <>");
    await rows.getByText('Expected a value here').waitFor();
    await field.fill("LastName = 'Santos' AND CustomerKey < 'NW-0000100'");
    await press('SOAP');
    await rows.getByText('<SimpleOperator>lessThan</SimpleOperator>').waitFor();
    await field.press('Enter');
    await rows.getByText(/^\d+ rows$/).waitFor();
    await cell(0, 4).getByText('Santos').waitFor();
    await workbench.screenshot('rows-filter');
    await press('SOAP');
  });

  it('are filtered by choosing, which writes the text', async () => {
    await press('Builder');
    await press('Condition');
    await rows.getByRole('combobox', { name: 'Column' }).last().selectOption('FirstName');
    await rows.getByRole('combobox', { name: 'Operator' }).last().selectOption('isNotNull');
    await press('SOAP');
    await rows.getByText('<SimpleOperator>isNotNull</SimpleOperator>').waitFor();
    assert.equal(
      await rows.getByRole('textbox', { name: 'Filter of the rows' }).inputValue(),
      "LastName = 'Santos' AND CustomerKey < 'NW-0000100' AND FirstName IS NOT NULL",
    );
    await workbench.screenshot('rows-builder');
    await press('SOAP');
    await press('Builder');
    const before = rowRequests();
    await press('Apply');
    while (rowRequests() === before) await rows.getByText(/^\d+ rows/).waitFor();
    await rows.getByText(/^\d+ rows$/).waitFor();
  });

  it('are sorted by a click on a header', async () => {
    const before = rowRequests();
    await rows.getByRole('columnheader', { name: /FirstName/ }).click();
    const first = await cell(0, 3).innerText();
    await rows.getByRole('columnheader', { name: /FirstName/ }).click();
    await cell(0, 3).getByText(first).waitFor({ state: 'hidden' });
    await rows.getByRole('columnheader', { name: /FirstName/ }).click();
    await cell(0, 1).getByText('NW-0000006').waitFor();
    await cell(3, 1).getByText('NW-0000099').waitFor();
    assert.equal(rowRequests(), before);
  });

  it('are changed in three cells, undone and redone by keys', async () => {
    await type(0, 3, 'Anna-Änne');
    await type(1, 3, 'Bo Béla');
    await type(2, 2, 'not an address');
    await rows.getByText('3 changed, 1 not valid').waitFor();
    await cell(0, 5).click();
    await workbench.page.keyboard.press('ControlOrMeta+Z');
    await rows.getByText('2 changed', { exact: true }).waitFor();
    await workbench.page.keyboard.press('ControlOrMeta+Shift+Z');
    await rows.getByText('3 changed, 1 not valid').waitFor();
    await workbench.screenshot('rows-changed');
  });

  for (const theme of colourThemes) {
    it(`are readable in ${theme}`, async () => {
      await workbench.switchTheme(theme);
      await press('More Actions');
      await workbench.screenshot(`rows-${theme.replace(' ', '-')}`, { forDocumentation: false });
      assert.deepEqual((await accessibilityProblems(rows)).filter(isOurs), []);
      await workbench.page.keyboard.press('Escape');
    });
  }

  it('are not written while a cell is not valid, which is said', async () => {
    await workbench.switchTheme('light');
    const before = rowRequests();
    await press('Review and Write…');
    assert.match(await workbench.notification(/Nothing was written/), /An e-mail address is needed/);
    assert.equal(rowRequests(), before);
    await type(2, 2, 'fixed@example.com');
    await rows.getByText('3 changed', { exact: true }).waitFor();
  });

  it('are reviewed before they are written, and one of them fails and stays', async () => {
    await press('Review and Write…');
    const review = rows.getByRole('dialog');
    await review.getByRole('heading', { name: '3 changed, in Sandbox · Northwind Outfitters' }).waitFor();
    await review.getByRole('cell', { name: 'fixed@example.com' }).waitFor();
    await workbench.screenshot('rows-review');
    sandbox.faults.add({
      kind: 'objectError',
      operation: 'Update',
      next: 1,
      rate: 0.1,
      message: 'The row is locked.',
    });
    await review.getByRole('button', { name: 'Write' }).click();
    await rows.getByText(/failed$/).waitFor();
    await rows.getByText(/^\d changed, \d failed$/).waitFor();
    await press('Next Problem');
    await rows.getByText('The row is locked.').first().waitFor();
    await workbench.screenshot('rows-failed');
  });

  it('are written once what failed is written again with Ctrl+S', async () => {
    await rows.locator('.slick-cell.active').click();
    await workbench.page.keyboard.press('ControlOrMeta+S');
    const review = rows.getByRole('dialog');
    await review.getByRole('heading', { name: '1 changed, in Sandbox · Northwind Outfitters' }).waitFor();
    // A save that begins meanwhile joins the one that is waiting for an answer.
    await workbench.page.keyboard.press('ControlOrMeta+S');
    await review.getByRole('button', { name: 'Write' }).click();
    await rows.getByRole('button', { name: 'Review and Write…' }).waitFor({ state: 'hidden' });
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    await press('Reload');
    for (const [row, column, text] of [
      [0, 3, 'Anna-Änne'],
      [1, 3, 'Bo Béla'],
      [2, 2, 'fixed@example.com'],
    ] as const) {
      await cell(row, column).getByText(text).waitFor();
    }
  });

  it('are exported byte for byte', async () => {
    await press('More Actions');
    await rows.getByRole('menuitem', { name: 'Export…' }).click();
    await workbench.quickInput.pick(/^CSV/);
    const file = await workbench.quickInput.acceptFile(/Customers\.csv$/);
    await workbench.notification(/Exported \d+ rows of Customers/);
    const lines = (await readFile(file, 'utf8')).split('\r\n');
    const header = await rows.getByRole('columnheader').allInnerTexts();
    assert.equal(lines[0]?.split(',').length, header.length - 1);
    const shown = await Promise.all([1, 2, 3, 4].map((column) => cell(0, column).innerText()));
    assert.equal(lines[1]?.split(',').slice(0, 4).join(','), shown.join(','));
    assert.equal(lines.at(-1), '');
    assert.match(lines[3] ?? '', /,fixed@example\.com,/);
  });

  it('are there again after a reload, as they were: filtered, sorted, changed, and other rows beside', async () => {
    await type(1, 4, 'Unwritten');
    await rows.getByText('1 changed', { exact: true }).waitFor();
    const shown = await Promise.all([0, 1, 2].map((row) => cell(row, 1).innerText()));
    await workbench.expand(/^Campaigns, folder/);
    await workbench.treeItem(/^Newsletter_Audience, data extension/).hover();
    await workbench
      .treeItem(/^Newsletter_Audience, data extension/)
      .getByRole('button', { name: 'Open Rows' })
      .click();
    rows = await workbench.webview('Newsletter_Audience');
    await rows.getByText(/^[\d,]+ rows/).waitFor();
    const before = rowRequests();
    await workbench.reload();
    rows = await workbench.webview('Newsletter_Audience');
    await rows.getByText(/^[\d,]+ rows/).waitFor();
    await workbench.page.getByRole('tab', { name: /^Customers/ }).click();
    rows = await workbench.webview('Customers');
    await rows.getByText('1 changed', { exact: true }).waitFor();
    await cell(1, 4).getByText('Unwritten').waitFor();
    assert.deepEqual(await Promise.all([0, 1, 2].map((row) => cell(row, 1).innerText())), shown);
    assert.match(
      await rows.getByRole('textbox', { name: 'Filter of the rows' }).inputValue(),
      /^LastName = 'Santos' AND .* IS NOT NULL$/,
    );
    assert.equal(rowRequests() - before, 3);
    await press('Discard');
    await rows.getByText('1 changed', { exact: true }).waitFor({ state: 'hidden' });
  });
});
