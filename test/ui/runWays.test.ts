/** Each way to run a request, or to come by one, by clicks and keys: what is sent, what is not, and what is shown of it. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Locator } from 'playwright-core';
import { acceleratedClock, createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { ConnectForm } from '../support/connectForm.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import { files, odd, pastes } from '../support/runFiles.ts';
import { until } from '../support/until.ts';
import type { Workbench } from '../support/workbench.ts';

describe('ways to run a request', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    const field = (Name: string, MaxLength: number, IsPrimaryKey = false): object => ({
      ...{ Name, FieldType: 'Text', MaxLength, IsPrimaryKey, IsRequired: IsPrimaryKey },
    });
    sandbox = await createSandbox({
      clock: acceleratedClock(20),
      seed: {
        accounts: [{ mid: 100_000_001, name: 'Northwind Outfitters' }],
        objects: [
          {
            ...{ type: 'DataExtension', CustomerKey: 'Odd', Name: 'Odd' },
            Fields: { Field: [field('Id', 10, true), field('Text', 100)] },
          },
        ],
        rows: { Odd: odd },
      },
    });
    workbench = await openConnected(sandbox, {
      settings: {
        'marketingCloud.environments': { $shared: {}, uat: { type: 'Email' }, live: { type: 'List' } },
        'marketingCloud.connections': [
          {
            name: 'Acme',
            subdomain: sandbox.address,
            clientId: sandbox.connection.clientId,
            production: true,
          },
        ],
      },
    });
    for (const [name, text] of Object.entries(files)) await writeFile(join(workbench.folder, name), text);
    await workbench.runCommand('View: Close Primary Side Bar');
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  /** How often something was asked of the service: an operation, about one type of object where one is given. */
  const asked = (operation: string, type?: string): number =>
    sandbox
      .requests()
      .filter(
        (request) => request.operation === operation && (type ?? request.objectType) === request.objectType,
      ).length;

  /** The lenses with these words in the editor that is open. */
  const lens = (words: string | RegExp): Locator =>
    workbench.page.locator('.codelens-decoration').getByRole('button', { name: words }).first();

  /** Goes to the editors beside the result, wherever the focus is. */
  async function beside(): Promise<void> {
    const tab = workbench.page
      .locator('.editor-group-container')
      .first()
      .getByRole('tab', { selected: true });
    if ((await tab.count()) > 0) await tab.click();
  }

  /** Opens a file and waits until its requests can be run. */
  async function open(name: string): Promise<void> {
    await beside();
    await workbench.openFile(name);
    await lens(/Run in/).waitFor();
  }

  /** Puts the cursor into the text of the editor, below its last line: a click in the text could hit a lens. */
  async function intoText(): Promise<void> {
    await workbench.page
      .locator('.editor-instance')
      .first()
      .click({ position: { x: 300, y: 600 } });
  }

  async function done(title: string, status = 'Done'): Promise<void> {
    const result = await workbench.webview(`Result: ${title}`);
    await result.getByRole('status').getByText(status).waitFor();
  }

  it('rows are exported as they are, as CSV, JSON and XLSX', async () => {
    await open('odd.mcsoap');
    await lens(/Run in/).click();
    await done('Odd texts');
    const result = await workbench.webview('Result');
    const exported = async (format: string): Promise<Buffer> => {
      await result.getByRole('button', { name: 'Export…' }).click();
      const file = await workbench.quickInput.acceptFile(/Odd texts\.csv$/, `Odd texts.${format}`);
      await workbench.page.locator('.statusbar').getByText(`Exported 4 rows to ${file}`).waitFor();
      return readFile(file);
    };
    assert.equal(
      (await exported('csv')).toString(),
      'Id,Text\r\n00042,"comma, ""quote"""\r\n007," blanks, ünïcödé 😀 "\r\n1,"two\nlines"\r\n2,\r\n',
    );
    assert.deepEqual(JSON.parse((await exported('json')).toString()), odd);
    const { sheets } = await readXlsx(await exported('xlsx'));
    assert.deepEqual(sheets[0]?.rows, [['Id', 'Text'], ...odd.map(({ Id, Text }) => [Id, Text])]);
  });

  it('the environment is chosen in the status bar, and its variables are filled in', async () => {
    await open('environment.mcsoap');
    await workbench.statusBarItem('No environment').click();
    await workbench.quickInput.options('uat').waitFor();
    await workbench.screenshot('run-ways-environment');
    await workbench.quickInput.pick('uat');
    await workbench.statusBarItem('uat').waitFor();
    await lens(/Run in/).click();
    await done('By environment');
    assert.equal(asked('Retrieve', 'Email'), 1);
  });

  it('a run is cancelled in the status bar, and nothing is sent after that', async () => {
    await workbench.switchTheme('dark');
    await open('several.mcsoap');
    const fault = sandbox.faults.add({ kind: 'latency', milliseconds: 600_000, objectType: 'ContentArea' });
    await workbench.runCommand('Marketing Cloud: Run All SOAP Requests of the File');
    const running = workbench.statusBarItem('Each ContentArea is running. Select to cancel.');
    await running.waitFor();
    await until(() => asked('Retrieve', 'ContentArea') === 1);
    await workbench.screenshot('run-ways-running');
    await running.click();
    await done('Each ContentArea', 'Cancelled');
    await workbench.screenshot('run-ways-cancelled');
    sandbox.faults.remove(fault.id);
  });

  it('the requests that are selected are run, and no others', async () => {
    await intoText();
    await workbench.page.keyboard.press('ControlOrMeta+End');
    for (let line = 0; line < 4; line += 1) await workbench.page.keyboard.press('Shift+ArrowUp');
    await workbench.runCommand('Marketing Cloud: Run Selected SOAP Requests');
    await done('Each SenderProfile');
    const asOften = ['ContentArea', 'SendClassification', 'SenderProfile'].map((type) =>
      asked('Retrieve', type),
    );
    // Those after the one that was cancelled were not sent by that run.
    assert.deepEqual(asOften, [1, 1, 1]);
  });

  it('a request that is queued is followed to what came of its objects', async () => {
    await open('queued.mcsoap');
    await lens('Run async').click();
    const result = await workbench.webview('Result: Queued');
    await result.getByRole('status').getByText('Done').waitFor();
    await result.locator('.facts').getByText('Complete').waitFor();
    await result.getByRole('gridcell', { name: 'Created Subscriber.' }).waitFor();
    await workbench.screenshot('run-ways-queued');
    assert.equal(asked('Create'), 1);
  });

  it('a whole envelope in a file of XML is run, with the token of the connection', async () => {
    await workbench.openFile('plain.xml');
    const before = asked('Retrieve', 'List');
    await workbench.runCommand('Marketing Cloud: Run as Marketing Cloud SOAP Request');
    await done('Retrieve');
    assert.equal(asked('Retrieve', 'List'), before + 1);
    const result = await workbench.webview('Result');
    await result.getByRole('tab', { name: 'Request' }).click();
    const request = await result.getByRole('tabpanel', { name: 'Request' }).innerText();
    assert.match(request, /<ObjectType>List<\/ObjectType>/);
    assert.ok(!request.includes('T-4711'));
  });

  it('an envelope is shown before anything is sent', async () => {
    await open('failing.mcsoap');
    const before = asked('Create');
    await lens('Preview envelope').click();
    await workbench.page.getByRole('tab', { name: /Two of them \(preview\)/ }).waitFor();
    await workbench.page.getByText(/Nothing\swas\ssent\.\sCreate\s2\sSubscriber/).waitFor();
    await workbench.screenshot('run-ways-preview');
    assert.equal(asked('Create'), before);
  });

  it('the object that failed is underlined until the text changes (B6)', async () => {
    const { page } = workbench;
    await workbench.switchTheme('high contrast');
    await open('failing.mcsoap');
    const underlined = page.locator('.squiggly-error');
    assert.equal(await underlined.count(), 0);
    await lens(/Run in/).click();
    await done('Two of them', 'Some objects failed');
    await underlined.first().waitFor();
    await workbench.screenshot('run-ways-underlined');
    await intoText();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('\n');
    await underlined.first().waitFor({ state: 'detached' });
  });

  it('what is asked for is filled in, and nothing is sent without it', async () => {
    await open('prompt.mcsoap');
    await lens(/Run in/).click();
    await workbench.quickInput.title.getByText('Asked for').waitFor();
    await workbench.quickInput.message.getByText('Which objects?').waitFor();
    await workbench.screenshot('run-ways-prompt');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.title.waitFor({ state: 'hidden' });
    await lens(/Run in/).click();
    await workbench.quickInput.title.getByText('Asked for').waitFor();
    await workbench.quickInput.enter('Template');
    await done('Asked for');
    assert.equal(asked('Retrieve', 'Template'), 1);
  });

  for (const [kind, text, expected] of pastes) {
    it(`a ${kind} that is pasted becomes a request when the person says so`, async () => {
      const { page } = workbench;
      const file = join(workbench.folder, 'pasted.mcsoap');
      await beside();
      await workbench.openFile('pasted.mcsoap');
      await intoText();
      await page.keyboard.press('ControlOrMeta+A');
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
      await page.keyboard.press('ControlOrMeta+V');
      await page.locator('.post-edit-widget').click();
      await page.getByText(`Paste ${kind} as SOAP request`).hover();
      await workbench.screenshot(`run-ways-paste-${kind.replaceAll(' ', '-')}`);
      await page.keyboard.press('Enter');
      await page.locator('.view-line').filter({ hasText: '###' }).first().waitFor();
      await page.keyboard.press('ControlOrMeta+S');
      let saved = '';
      while (!expected.test(saved)) saved = await readFile(file, 'utf8');
      assert.ok(!saved.includes('T-4711'));
    });
  }

  it('in production, what cannot be taken back wants the connection’s name typed', async () => {
    await workbench.switchTheme('light');
    await new ConnectForm(workbench).connectPackage('Acme', sandbox.connection);
    await workbench.statusBarItem(/Acme · Northwind Outfitters \(Production\)/).waitFor();
    await open('delete.mcsoap');
    const agree = async (): Promise<void> => {
      await lens(/Run in Acme/).click();
      const dialog = workbench.page.getByRole('dialog').filter({ hasText: 'Run “Gone”?' });
      await dialog.getByText(/which is production.*Delete 1 Subscriber.*Keys: good/).waitFor();
      if (asked('Delete') === 0) await workbench.screenshot('run-ways-production');
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await workbench.quickInput.title.getByText('Run “Gone”?').waitFor();
    };
    await agree();
    await workbench.quickInput.fill('acme');
    await workbench.quickInput.message.getByText('Type Acme exactly, or press Escape.').waitFor();
    await workbench.screenshot('run-ways-typed-name');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.title.waitFor({ state: 'hidden' });
    assert.equal(asked('Delete'), 0);
    await agree();
    await workbench.quickInput.enter('Acme');
    await done('Gone');
    assert.equal(asked('Delete'), 1);
  });
});
