/** Guides by clicks and keys: questions with a way back, picks from the org, and a request that runs. */
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import type { Workbench } from '../support/workbench.ts';

describe('the guides', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openConnected(sandbox);
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  /** The text of the editor in front, spaces as they are. */
  const editorText = async (): Promise<string> => {
    const lines = await workbench.page.locator('.editor-instance .view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  };

  it('are listed by the stages of a send (A1 to A15)', async () => {
    await workbench.runCommand('Marketing Cloud: New Request…');
    for (const title of [/^Create Subscribers/, /^Create a List/, /^Add Subscribers to a List/]) {
      await workbench.quickInput.options(title).first().waitFor();
    }
    await workbench.screenshot('guides');
  });

  it('ask one thing after another, refuse what is wrong, and go back (A2)', async () => {
    const { quickInput, page } = workbench;
    await quickInput.pick(/^Create a List/);
    await quickInput.pick(/^The one of the window/);
    await quickInput.title.getByText('Create a List: Name').waitFor();
    await quickInput.accept();
    await quickInput.message.getByText('This cannot be left out.').waitFor();
    await quickInput.enter('Spring');
    await quickInput.title.getByText('Customer key').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await quickInput.title.getByText('Create a List: Name').waitFor();
    assert.equal(await quickInput.field.inputValue(), 'Spring');
    await quickInput.enter('Spring & summer');
    await quickInput.title.getByText('Customer key').waitFor();
    await quickInput.enter('spring');
    await quickInput.title.getByText('Description').waitFor();
    await quickInput.accept();
    await quickInput.pick('Public');
    await quickInput.title.getByText('Folder').waitFor();
    await quickInput.accept();
    await quickInput.pick(/^Run/);
    const result = await workbench.webview('Result');
    await result.getByRole('status').getByText('Done').waitFor();
    assert.match(await editorText(), /<ListName>Spring &amp; summer<\/ListName>/);
  });

  it('end with a program of the request, when that is wanted (A2, G4)', async () => {
    const { quickInput } = workbench;
    await workbench.runCommand('Marketing Cloud: Guide: Create a List…');
    await quickInput.pick(/^The one of the window/);
    await quickInput.title.getByText('Create a List: Name').waitFor();
    await quickInput.enter('Autumn');
    await quickInput.title.getByText('Customer key').waitFor();
    await quickInput.enter('autumn');
    await quickInput.title.getByText('Description').waitFor();
    await quickInput.accept();
    await quickInput.pick('Public');
    await quickInput.title.getByText('Folder').waitFor();
    await quickInput.accept();
    await quickInput.pick(/^Copy as Code/);
    await quickInput.pick(/^cURL/);
    await workbench.page
      .getByText(/^Copied/)
      .first()
      .waitFor();
    const program = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(program, /curl/);
    assert.match(program, /<ListName>Autumn<\/ListName>/);
  });

  it('pick from the org, and open what they made as a request (A3)', async () => {
    const { quickInput } = workbench;
    await workbench.runCommand('Marketing Cloud: Guide: Add Subscribers to a List…');
    await quickInput.pick(/^Northwind UK/);
    await quickInput.pick(/^Store visitors/);
    await quickInput.title.getByText('Subscriber keys').waitFor();
    await quickInput.enter('a-1, b-2');
    await workbench.screenshot('guide-pick');
    await quickInput.pick('Active');
    await quickInput.pick('Open as Request');
    await workbench.page.getByText('# Add Subscribers to a List, made in Sandbox').first().waitFor();
    assert.match(await editorText(), /<SubscriberKey>b-2<\/SubscriberKey>/);
    assert.match(await editorText(), /# @bu 100000002/);
  });

  it('extract rows into a file, which is there a moment later (D1)', async () => {
    const { quickInput } = workbench;
    await workbench.runCommand('Marketing Cloud: Guide: Extract Data into a File…');
    await quickInput.pick('The rows of a data extension');
    await quickInput.title.getByText('Data extension').waitFor();
    await quickInput.fill('Customers');
    await quickInput.pick(/^Customers/);
    await quickInput.title.getByText('Name of the file').waitFor();
    await quickInput.fill('customers-%%Year%%.csv');
    await quickInput.message.getByText(`it is customers-${String(new Date().getFullYear())}.csv`).waitFor();
    await workbench.screenshot('guide-file-name');
    await quickInput.enter('customers.csv');
    await quickInput.pick(/^A bar/);
    await quickInput.title.getByText('Notify').waitFor();
    await quickInput.accept();
    await quickInput.pick(/^Run/);
    const result = await workbench.webview('Result');
    await result.getByText('Extract queued').first().waitFor();
    await workbench.screenshot('guide-extract');
    sandbox.clock.advance(10_000);
    const files = await fetch(`${sandbox.address}/_sandbox/files`);
    assert.match(await files.text(), /customers\.csv/);
  });

  it('look at a file before it is imported: delimiter, first rows, columns, name of the day (E1, E4, E5, D9)', async () => {
    const { quickInput } = workbench;
    const file = join(await mkdtemp(join(tmpdir(), 'mc-guide-')), 'staff.tsv');
    await writeFile(file, 'CustomerKey\tEmailAddress\tShoes\n1\ta@example.com\t40\n2\tb@example.com\n');
    await workbench.runCommand('Marketing Cloud: Guide: Import Data…');
    await quickInput.pick(/^A file/);
    await quickInput.pick(/^Yes: check it first/);
    await quickInput.openFile(file);
    await quickInput.title.getByText('Between the columns').waitFor();
    await quickInput.options(/^A tab.*3 columns/).waitFor();
    await quickInput.accept();
    await quickInput.title.getByText('The first line').waitFor();
    await quickInput.options(/Row 3 has 2 values/).waitFor();
    await workbench.screenshot('guide-import-rows');
    await quickInput.pick('The first line names the columns');
    await quickInput.pick(/^Into a data extension/);
    await quickInput.title.getByText('Data extension').waitFor();
    await quickInput.fill('Customers');
    await quickInput.pick(/^Customers/);
    await quickInput.pick(/^By the names/);
    await workbench.page
      .getByPlaceholder(/^Shoes is no column of the data extension: its values would be dropped/)
      .waitFor();
    await workbench.screenshot('guide-import-columns');
    await quickInput.accept();
    await quickInput.pick(/^ExactTarget Enhanced FTP/);
    await quickInput.pick(/^A name, or a pattern/);
    await quickInput.title.getByText('Name of the file').waitFor();
    assert.equal(await quickInput.field.inputValue(), 'staff.tsv');
    await quickInput.enter('staff%%Year%%.tsv');
    await quickInput.pick('Add and update');
    await quickInput.pick(/^Go on/);
    for (const [title, text] of [
      ['Name', 'Staff'],
      ['Customer key', 'staff'],
      ['Notify', 'ops@example.com'],
    ] as const) {
      await quickInput.title.getByText(`Import Data: ${title}`).waitFor();
      await quickInput.enter(text);
    }
    await quickInput.pick('Open as Request');
    await workbench.page.getByText('# Import Data, made in Sandbox').first().waitFor();
    const text = await editorText();
    assert.match(text, /<SourceName>CustomerKey<\/SourceName>/);
    assert.doesNotMatch(text, /Shoes|a@example/);
    await workbench.screenshot('guide-import');
  });

  it('is told what the service would drop, beside the result of the request that was sent (D9)', async () => {
    const { page } = workbench;
    await workbench.runCommand('Marketing Cloud: New SOAP Request');
    await page.getByText('### Recent sends').first().waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(strangeColumn);
    await workbench.runCommand('Marketing Cloud: Run All SOAP Requests of the File');
    const result = await workbench.webview('Result');
    await result.getByText(/no column Shoes\. The service would drop the value/).waitFor();
    await result.getByRole('status').getByText('Done').waitFor();
    await workbench.screenshot('run-warning');
  });

  it('is told once what failed, and why an import cannot be deleted (B6, D7)', async () => {
    const { page } = workbench;
    await workbench.runCommand('Marketing Cloud: New SOAP Request');
    await page.getByText('### Recent sends').first().waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(brokenImport);
    await workbench.runCommand('Marketing Cloud: Run All SOAP Requests of the File');
    for (const action of ['Delete', 'Delete']) {
      await page.getByRole('dialog').getByRole('button', { name: action }).click();
    }
    const notice = page.getByRole('dialog').filter({ hasText: 'failed validation' });
    await notice.waitFor();
    assert.equal(await notice.count(), 1);
    await workbench.screenshot('run-failed');
    await notice.getByRole('button', { name: 'Show Why' }).click();
    const result = await workbench.webview('Result');
    await result
      .getByText(/The DestinationObject does not exist/)
      .first()
      .waitFor();
    // Named in full: it does not go elsewhere when the window does.
    await page.getByText('# @bu 100000001').first().waitFor();
    await workbench.screenshot('show-why');
  });
});

/** A row with a value for a column that there is not. */
const strangeColumn = `### Row
<UpdateRequest><Options><SaveOptions><SaveOption><PropertyName>*</PropertyName><SaveAction>UpdateAdd</SaveAction></SaveOption></SaveOptions></Options><Objects xsi:type="DataExtensionObject"><CustomerKey>Customers</CustomerKey><Properties><Property><Name>CustomerKey</Name><Value>shoes-1</Value></Property><Property><Name>EmailAddress</Name><Value>shoes@example.com</Value></Property><Property><Name>Shoes</Name><Value>40</Value></Property></Properties></Objects></UpdateRequest>
`;

/** An import whose data extension goes before it. */
const brokenImport = `### Data extension
<CreateRequest><Options/><Objects xsi:type="DataExtension"><CustomerKey>gone</CustomerKey><Name>gone</Name><Fields><Field><Name>Id</Name><FieldType>Number</FieldType></Field></Fields></Objects></CreateRequest>

### Import
<CreateRequest><Options/><Objects xsi:type="ImportDefinition"><CustomerKey>orphan</CustomerKey><Name>orphan</Name><DestinationObject xsi:type="DataExtension"><CustomerKey>gone</CustomerKey></DestinationObject><FieldMappingType>InferFromColumnHeadings</FieldMappingType><FileSpec>x.csv</FileSpec><FileType>CSV</FileType><RetrieveFileTransferLocation><CustomerKey>ExactTarget Enhanced FTP</CustomerKey></RetrieveFileTransferLocation><UpdateType>AddAndUpdate</UpdateType></Objects></CreateRequest>

### Its data extension goes
<DeleteRequest><Options/><Objects xsi:type="DataExtension"><CustomerKey>gone</CustomerKey></Objects></DeleteRequest>

### The import stays
<DeleteRequest><Options/><Objects xsi:type="ImportDefinition"><CustomerKey>orphan</CustomerKey></Objects></DeleteRequest>
`;
