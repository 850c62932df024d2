/** Rows that cannot be written, rows that others share, files in and out, and what goes wrong meanwhile. */
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems, isOurs } from '../support/accessibility.ts';
import { callColleague, type Colleague } from '../support/colleague.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import { colourThemes, type Workbench } from '../support/workbench.ts';

const long = `${'x'.repeat(3990)} end 4000`;

describe('rows, when not all is as it should be', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;
  let colleague: Colleague;
  let rows: Frame;

  before(async () => {
    sandbox = await createSandbox();
    colleague = callColleague(sandbox);
    const Field = [
      { Name: 'Id', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true },
      { Name: 'Note', FieldType: 'Text', MaxLength: 4000 },
      { Name: 'Age', FieldType: 'Number' },
    ];
    const folder = await colleague.client.retrieveAll({
      objectType: 'DataFolder',
      properties: ['ID'],
      filter: { property: 'Name', operator: 'equals', values: ['Orders'] },
    });
    const place = { CategoryID: folder[0]?.['ID'] ?? '' };
    await colleague.client.create([
      { $type: 'DataExtension', CustomerKey: 'notes', Name: 'Notes', ...place, Fields: { Field } },
    ]);
    await colleague.client.create([row('1', 'one\r\ntwo'), row('2', long), row('3', '')]);
    workbench = await openConnected(sandbox);
    // What the mouse lies on says what it is, over the tree.
    await workbench.page.mouse.move(900, 600);
  });

  after(async () => {
    await workbench.dispose();
    await colleague.leave();
    await sandbox.stop();
  });

  function row(id: string, note: string): Parameters<Colleague['client']['create']>[0][number] {
    const Property = [
      { Name: 'Id', Value: id },
      { Name: 'Note', Value: note },
    ];
    return { $type: 'DataExtensionObject', CustomerKey: 'notes', Properties: { Property } };
  }
  const cell = (at: number, column: number): Locator =>
    rows.locator(`.slick-row[data-row="${String(at)}"] .slick-cell.l${String(column)}`);
  const press = (name: string): Promise<void> => rows.getByRole('button', { name, exact: true }).click();
  async function choose(item: string): Promise<void> {
    await press('More Actions');
    await rows.getByRole('menuitem', { name: item }).click();
  }
  async function type(at: number, column: number, text: string): Promise<void> {
    await cell(at, column).click();
    await workbench.page.keyboard.type(text);
    await workbench.page.keyboard.press('Enter');
  }
  async function openRows(name: string): Promise<void> {
    const node = workbench.treeItem(new RegExp(`^${name}, data extension`));
    await node.hover();
    await node.getByRole('button', { name: 'Open Rows' }).click();
    rows = await workbench.webview(name);
    await rows.getByText(/^[\d,]+ rows/).waitFor();
  }
  const write = async (): Promise<void> => {
    await press('Review and Write…');
    await rows.getByRole('dialog').getByRole('button', { name: 'Write' }).click();
  };

  it('of a synchronised data extension say so, and offer no change', async () => {
    await workbench.expand(/^Synchronized Data Extensions, folder/);
    await openRows('Contact_Salesforce');
    await rows.getByText(/synchronised: its rows come from the CRM/).waitFor();
    assert.ok(await rows.getByRole('button', { name: 'Add Row' }).isDisabled());
    await press('More Actions');
    for (const name of ['Duplicate Row', 'Revert Rows', 'Import CSV…'])
      assert.ok(await rows.getByRole('menuitem', { name }).isDisabled(), name);
    await workbench.page.keyboard.press('Escape');
    await cell(0, 3).click();
    await workbench.page.keyboard.type('x');
    await rows
      .locator('.details .problem')
      .getByText(/synchronised/)
      .waitFor();
    assert.equal(await rows.locator('.cell-editor').count(), 0);
    for (const theme of colourThemes) {
      await workbench.switchTheme(theme);
      await workbench.screenshot(`rows-read-only-${theme.replace(' ', '-')}`, { forDocumentation: false });
      assert.deepEqual((await accessibilityProblems(rows)).filter(isOurs), []);
    }
    await workbench.switchTheme('light');
  });

  it('show long texts and breaks of lines whole, and keep them', async () => {
    await workbench.expand(/^Orders, folder/);
    await openRows('Notes');
    await cell(1, 2).click();
    await rows.getByText('· 3,999 characters').waitFor();
    await rows
      .locator('.details pre')
      .getByText(/end 4000$/)
      .waitFor();
    await workbench.screenshot('rows-long-text', { forDocumentation: false });
    await type(2, 3, '41');
    await write();
    await rows.getByRole('button', { name: 'Review and Write…' }).waitFor({ state: 'hidden' });
    await cell(0, 2).click();
    assert.equal(await rows.locator('.details pre').textContent(), 'one\r\ntwo');
  });

  it('are read from a file: looked at, tried, and written, with what was refused in a file', async () => {
    const file = path.join(workbench.folder, 'notes.csv');
    await writeFile(file, Buffer.from('ID;Text;Age\r\n4;Ren\xe9;5\r\n5;x;old\r\n3;new;6\r\n', 'latin1'));
    await choose('Import CSV…');
    await workbench.quickInput.openFile(file);
    const dialog = rows.getByRole('dialog');
    await dialog.getByRole('heading', { name: /notes\.csv/ }).waitFor();
    assert.equal(await dialog.getByRole('combobox', { name: 'Delimiter' }).inputValue(), ';');
    assert.equal(await dialog.getByRole('combobox', { name: 'Encoding' }).inputValue(), 'windows-1252');
    await dialog.getByText('René').first().waitFor();
    await dialog.getByRole('combobox', { name: 'Column for Text' }).selectOption('Note');
    await dialog.getByRole('button', { name: 'Dry Run' }).click();
    await dialog.getByText('3 rows read, 2 would be written, 1 rejected.').waitFor();
    await workbench.screenshot('rows-import', { forDocumentation: false });
    await dialog.getByRole('button', { name: 'Import' }).click();
    await dialog.getByText('3 rows read, 2 written, 1 rejected.').waitFor();
    assert.deepEqual(
      await readFile(path.join(workbench.folder, 'notes.rejected.csv'), 'utf8').then(linesOf),
      ['ID;Text;Age;What is wrong', '5;x;old;A whole number from -2147483648 to 2147483647 is needed.'],
    );
    await dialog.getByRole('button', { name: 'Close' }).click();
    await rows.getByText('4 rows', { exact: true }).waitFor();
  });

  it('leave no half of a file when their export is cancelled', async () => {
    const { page, quickInput } = workbench;
    await workbench.expand(/^Customers, folder/);
    await openRows('Customers');
    const fault = sandbox.faults.add({ kind: 'latency', milliseconds: 600_000, operation: 'Retrieve' });
    await choose('Export…');
    await quickInput.pick(/^CSV/);
    await quickInput.acceptFile(/Customers\.csv$/);
    await workbench.notification(/Exporting Customers/);
    await page.locator('.notification-list-item').getByRole('button', { name: 'Cancel' }).click();
    await page
      .locator('.notification-list-item')
      .getByText(/Exporting/)
      .waitFor({ state: 'hidden' });
    sandbox.faults.remove(fault.id);
    const files = async (): Promise<string[]> =>
      (await readdir(workbench.folder)).filter((name) => name.startsWith('Customers'));
    while ((await files()).length > 0) await quickInput.field.isHidden();
  });

  it('stay as typed when the connection drops, and are written when it is there again', async () => {
    await workbench.page.getByRole('tab', { name: /^Notes/ }).click();
    rows = await workbench.webview('Notes');
    await type(0, 3, '7');
    const fault = sandbox.faults.add({ kind: 'droppedConnection', operation: 'Update' });
    await write();
    await rows.getByText(/^1 changed, 1 failed$/).waitFor();
    await workbench.screenshot('rows-dropped', { forDocumentation: false });
    sandbox.faults.remove(fault.id);
    await write();
    await rows.getByRole('button', { name: 'Review and Write…' }).waitFor({ state: 'hidden' });
    const down = sandbox.faults.add({ kind: 'droppedConnection', operation: 'Retrieve' });
    await press('Reload');
    await rows.getByRole('button', { name: 'Retry' }).waitFor();
    await workbench.screenshot('rows-not-loaded', { forDocumentation: false });
    sandbox.faults.remove(down.id);
    await press('Retry');
    await rows.getByText('4 rows', { exact: true }).waitFor();
    await cell(0, 3).getByText('7').waitFor();
  });

  it('say which column has another name by now, and that the data extension is gone', async () => {
    await type(0, 3, '8');
    const fields = await colleague.client.retrieveAll({
      objectType: 'DataExtensionField',
      properties: ['ObjectID', 'Name'],
      filter: { property: 'DataExtension.CustomerKey', operator: 'equals', values: ['notes'] },
    });
    const ObjectID = fields.find(({ Name }) => Name === 'Age')?.['ObjectID'] ?? '';
    const Fields = { Field: [{ ObjectID, Name: 'Years' }] };
    await colleague.client.update([{ $type: 'DataExtension', CustomerKey: 'notes', Fields }]);
    await press('Reload');
    await rows.getByRole('columnheader', { name: /Years/ }).waitFor();
    await press('Next Problem');
    await rows
      .getByText(/no column Age any more/)
      .first()
      .waitFor();
    await press('Discard');
    await rows.getByRole('button', { name: 'Review and Write…' }).waitFor({ state: 'hidden' });
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    await cell(0, 1).click();
    await workbench.page.keyboard.press('ControlOrMeta+Z');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    // The tab is marked while the undo is still under way, and VS Code takes no redo before it is over.
    await rows.getByRole('button', { name: 'Review and Write…' }).waitFor();
    await workbench.page.keyboard.press('ControlOrMeta+Shift+Z');
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    await type(0, 2, 'typed');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await colleague.client.delete([{ $type: 'DataExtension', CustomerKey: 'notes' }]);
    await press('Reload');
    await rows
      .getByRole('alert')
      .getByText(/Notes is gone, or this business unit may not see it/)
      .waitFor();
    await cell(0, 2).getByText('typed').waitFor();
    await workbench.screenshot('rows-gone', { forDocumentation: false });
  });

  it('that the enterprise shares are changed from a business unit', async () => {
    await workbench.statusBarItem(/Sandbox · Northwind Outfitters/).click();
    await workbench.quickInput.pick(/Northwind UK/);
    await workbench.statusBarItem(/Sandbox · Northwind UK/).waitFor();
    await workbench.expand(/^Shared Data Extensions, folder, of the enterprise/);
    await workbench.expand(/^Reference, folder/);
    await openRows('Country_Codes');
    await rows.getByText(/enterprise shares this data extension/).waitFor();
    await type(0, 2, 'Elsewhere');
    await workbench.screenshot('rows-shared', { forDocumentation: false });
    await write();
    await rows.getByRole('button', { name: 'Review and Write…' }).waitFor({ state: 'hidden' });
    const [first] = await colleague.client.retrieveAll({
      objectType: 'DataExtensionObject[Country_Codes]',
      properties: ['Code'],
      filter: { property: 'Name', operator: 'equals', values: ['Elsewhere'] },
    });
    assert.ok(first);
  });
});

function linesOf(text: string): string[] {
  return text.trimEnd().split('\r\n');
}
