/** Writing a request with the language server's help, by keys and clicks. */
import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { openWorkbench, type ColourTheme, type Workbench } from '../support/workbench.ts';

/** In the editor, below the last line: a click in the text could hit a lens. */
const belowText = { x: 400, y: 645 };

describe('writing a request', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openWorkbench({
      workspace: 'samples',
      settings: {
        'marketingCloud.sandbox.address': sandbox.address,
        // What is typed here is what is in the file: the editor closes nothing by itself.
        'editor.autoClosingBrackets': 'never',
        'editor.autoClosingQuotes': 'never',
        'editor.autoIndent': 'none',
      },
    });
    await workbench.openViewContainer('Marketing Cloud');
    await workbench.page.getByRole('button', { name: 'Try the Sandbox Org' }).click();
    await workbench.statusBarItem(/Sandbox · Northwind Outfitters/).waitFor();
    await workbench.openFile('getting-started.mcsoap');
    await workbench.page
      .getByRole('button', { name: /Run in Sandbox/ })
      .first()
      .waitFor();
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  /** Types at the end of the file, as a person does. */
  async function typeAtEnd(text: string): Promise<void> {
    const { page } = workbench;
    await page.locator('.editor-instance').first().click({ position: belowText });
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(text, { delay: 5 });
  }

  /** The rows of the list of suggestions, once one of them has the words. */
  async function suggestions(words: string): Promise<string[]> {
    const rows = workbench.page.locator('.suggest-widget .monaco-list-row');
    await rows.filter({ hasText: words }).first().waitFor();
    return rows.allInnerTexts();
  }

  it('is offered the requests of the API, and whole tasks, behind a <', async () => {
    await typeAtEnd('\n### Mine\n<');
    const rows = await suggestions('CreateRequest');
    assert.ok(rows.some((row) => row.includes('RetrieveRequestMsg')));
    await workbench.screenshot('completion-messages');
    await workbench.page.keyboard.press('Escape');
  });

  it('is offered the elements that fit, required ones first, readable in every theme', async () => {
    await typeAtEnd('RetrieveRequestMsg>\n  <RetrieveRequest>\n    <');
    const [first = ''] = await suggestions('ObjectType');
    assert.match(first, /ObjectType/);
    for (const theme of ['dark', 'high contrast', 'light'] satisfies ColourTheme[]) {
      await workbench.page.keyboard.press('Escape');
      await workbench.switchTheme(theme);
      await workbench.page.locator('.editor-instance').first().click({ position: belowText });
      await workbench.page.keyboard.press('ControlOrMeta+End');
      await workbench.page.keyboard.press('ControlOrMeta+Space');
      await suggestions('ObjectType');
      await workbench.screenshot(`completion-elements-${theme.replace(' ', '-')}`);
    }
  });

  it('is offered objects, then the columns of a data extension of the org (D9)', async () => {
    await workbench.page.keyboard.press('Escape');
    await typeAtEnd('ObjectType>DataExtensionObject[Customers]</ObjectType>\n    <Properties>');
    await workbench.page.keyboard.press('Escape');
    const rows = workbench.page
      .locator('.suggest-widget .monaco-list-row')
      .filter({ hasText: 'CustomerKey' });
    // The org is asked in the background; the list is asked for until the answer is there.
    while (!(await rows.first().isVisible())) {
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('ControlOrMeta+Space');
      await rows
        .first()
        .waitFor({ timeout: 1000 })
        .catch(() => undefined);
    }
    assert.match(await rows.first().innerText(), /primary key/);
    await workbench.screenshot('completion-columns');
  });

  it('sees what is wrong underlined, with its explanation and a fix', async () => {
    const { page } = workbench;
    await page.keyboard.press('Escape');
    await typeAtEnd('City</Properties>\n    <Opton/>\n  </RetrieveRequest>\n</RetrieveRequestMsg>');
    await page.locator('.squiggly-error').first().waitFor();
    await workbench.runCommand('Go to Next Problem (Error, Warning, Info)');
    await page.locator('.marker-widget').waitFor();
    await workbench.screenshot('schema-problem');
    await page.keyboard.press('Escape');
  });
});
