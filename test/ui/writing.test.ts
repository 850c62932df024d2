/** Writing a request from nothing, by keys alone, in a window with VS Code's own settings. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const written = `@segment = ann@example.com

### Ann
# @name ann
<CreateRequest>
  <Options/>
  <Objects xsi:type="Subscriber">
    <EmailAddress>{{segment}}</EmailAddress>
    <Status>Active</Status>
  </Objects>
</CreateRequest>`;

describe('writing a request from nothing, by keys alone', () => {
  let workbench: Workbench;
  let file: string;

  before(async () => {
    workbench = await openWorkbench();
    file = path.join(workbench.folder, 'mine.mcsoap');
    await writeFile(file, '');
    await workbench.openFile('mine.mcsoap');
    await workbench.page.locator('.editor-instance .view-lines').waitFor();
  });

  after(() => workbench.dispose());

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  const type = (text: string): Promise<void> => workbench.page.keyboard.type(text, { delay: 5 });

  /** Takes what is suggested, once it is what is wanted. */
  async function accept(label: string): Promise<void> {
    const focused = workbench.page.locator('.suggest-widget .monaco-list-row.focused');
    await focused.filter({ hasText: label }).waitFor();
    await press('Enter');
    await focused.waitFor({ state: 'hidden' });
  }

  /** The text of the file, saved until it is as wanted. */
  async function saved(isWanted: (text: string) => boolean): Promise<string> {
    for (;;) {
      await press('ControlOrMeta+S');
      const text = await readFile(file, 'utf8');
      if (isWanted(text)) return text;
      await delay(50);
    }
  }

  /** Goes to a line and a column, from 1. */
  async function goTo(line: number, column: number): Promise<void> {
    await press('ControlOrMeta+G');
    await workbench.quickInput.enter(`:${String(line)}:${String(column)}`);
    await workbench.statusBarItem(`Ln ${String(line)}, Col ${String(column)}`).waitFor();
  }

  it('completes directives, messages, types, elements and variables', async () => {
    await type('@audience = ann@example.com\n\n### Ann\n');
    // No matter whether the language server runs already.
    await type('# @na');
    await accept('@name');
    await type('ann\n<Crea');
    await accept('CreateRequest');
    await press('ControlOrMeta+Space');
    await type('Subscriber');
    await accept('Subscriber');
    await press('Tab');
    await type('<Email');
    await accept('EmailAddress');
    await type('{{aud');
    await accept('audience');
    await press('End', 'Enter');
    await type('<Status>Actve</Status>');
    await press('Escape');
    const text = await saved((now) => now.includes('</Status>'));
    assert.equal(text, written.replaceAll('segment', 'audience').replace('>Active<', '>Actve<'));
  });

  it('tells of the element under the cursor', async () => {
    await goTo(8, 8);
    await press('ControlOrMeta+K', 'ControlOrMeta+I');
    const hover = workbench.page.locator('.monaco-hover:visible').filter({ hasText: 'Where mail goes' });
    await hover.waitFor();
    await workbench.screenshot('hover-by-key');
    await press('Escape');
  });

  it('puts a wrong word right', async () => {
    await goTo(9, 15);
    await workbench.page.locator('.squiggly-error').waitFor();
    await press('ControlOrMeta+.');
    await workbench.page.locator('.action-widget').getByText('Active', { exact: false }).first().waitFor();
    await workbench.screenshot('quick-fix-by-key');
    await press('Enter');
    await saved((text) => text.includes('<Status>Active</Status>'));
  });

  it('gives a variable another name wherever it is, and goes to where it is set', async () => {
    await goTo(8, 22);
    await press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('segment');
    await press('Enter');
    assert.equal(await saved((text) => text.includes('{{segment}}')), written);
    await goTo(8, 22);
    await press('F12');
    await workbench.statusBarItem(/Ln 1, Col 2/).waitFor();
  });

  it('types both tags at once', async () => {
    await goTo(8, 18);
    await workbench.page.locator('.linked-editing-decoration').first().waitFor();
    await type('X');
    await saved((text) => text.includes('<EmailAddressX>{{segment}}</EmailAddressX>'));
    await press('Backspace');
    await saved((text) => text === written);
  });
});
