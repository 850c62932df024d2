/** Live sends as a person sees them: a send is started, its number climbs, its end is told, and a reload takes nothing away. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { acceleratedClock, createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openConnected } from '../support/connectedWorkbench.ts';
import { colourThemes, type Workbench } from '../support/workbench.ts';

/** To 100,000 people: half an hour, which the sandbox's clock makes half a minute. */
const startRequest = `### Start it
# @name startIt
<PerformRequestMsg>
  <Options/>
  <Action>start</Action>
  <Definitions>
    <Definition xsi:type="EmailSendDefinition"><CustomerKey>loyalty-update</CustomerKey></Definition>
  </Definitions>
</PerformRequestMsg>
`;

describe('live sends', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox({ clock: acceleratedClock(60) });
    workbench = await openConnected(sandbox);
    // The result of the request and the view come at once.
    await workbench.openFirstPage();
    await writeFile(path.join(workbench.folder, 'start.mcsoap'), startRequest);
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  const live = (): Promise<Frame> => workbench.webview('Live Sends');

  const card = async (state: string): Promise<Locator> =>
    (await live()).locator(`.card[data-state=${state}]`).first();

  const numberSent = async (): Promise<number> => {
    const text = await (await live()).locator('.sent').first().innerText();
    return Number(text.replaceAll(/\D/g, ''));
  };

  /** Questions to the service about sends until now. */
  const asked = (): number => sandbox.requests().filter(({ objectType }) => objectType === 'Send').length;

  it('follow a send that is started from a request, without being asked to (A10)', async () => {
    const { page } = workbench;
    await workbench.openFile('start.mcsoap');
    await page.locator('.editor-instance').first().click();
    await page.keyboard.press('ControlOrMeta+Alt+R');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await (await card('sending')).waitFor();
  });

  it('show the number climb, ask no oftener than every two seconds, and say so in the status bar (C1)', async () => {
    const numbers = [await numberSent()];
    const [askedBefore, began] = [asked(), Date.now()];
    while (numbers.length < 4) {
      const now = await numberSent();
      if (now !== numbers.at(-1)) numbers.push(now);
    }
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
    );
    // Beside the ticks, the tree lists its sends once after a start, and Send is described once.
    const ticks = Math.ceil((Date.now() - began) / 2000) + 3;
    assert.ok(
      asked() - askedBefore <= ticks,
      `${String(asked() - askedBefore)} questions in ${String(ticks)} ticks`,
    );
    await workbench.statusBarItem(/1 send running · \d+ %/).waitFor();
    await workbench.screenshot('live-sends-running');
  });

  it('keep the numbers in the Sends view alive (C1)', async () => {
    const running = workbench.treeItem(/^Loyalty update, send, Sending/);
    await running.waitFor();
    const text = async (): Promise<string> => (await running.getAttribute('aria-label')) ?? '';
    const before = await text();
    while ((await text()) === before) await running.waitFor();
    assert.match(await text(), /^Loyalty update, send, Sending · [\d,]+ sent$/);
  });

  it('tell the end in a notification, which opens the panel (C2)', async () => {
    const told = await workbench.notification(/is sent/);
    assert.match(told, /^Loyalty update is sent: 99,\d+ in 2\d min( \d+ s)?, at most [\d,.]+ \/ s\.$/);
    await workbench.runCommand('View: Hide Panel');
    await workbench.pressInNotification('Open');
    await (await card('done')).waitFor();
    await workbench.statusBarItem(/send running/).waitFor({ state: 'detached' });
  });

  it('show what became of the messages (A14)', async () => {
    const page = await live();
    await page.getByRole('button', { name: 'Tracking', exact: true }).first().click();
    const tracking = page.getByRole('region', { name: 'Tracking' });
    await tracking.getByText('Delivered').waitFor();
    await tracking
      .getByRole('row', { name: /www\.northwind\.example/ })
      .first()
      .waitFor();
  });

  it('are exported: what was seen of them, and what became of their messages', async () => {
    const page = await live();
    const written = async (file: string): Promise<string> => {
      for (;;) {
        const text = await readFile(file, 'utf8').catch(() => '');
        if (text !== '') return text;
      }
    };
    await page.getByRole('button', { name: 'Export Tracking…' }).first().click();
    const tracking = await workbench.quickInput.acceptFile(/ tracking\.csv$/);
    assert.match(await written(tracking), /^Kind,Name,Count,Unique\r\n(?:.*\r\n)*.*www\.northwind\.example/);
    await page.getByRole('button', { name: 'Export Numbers…' }).first().click();
    const numbers = await workbench.quickInput.acceptFile(/ numbers\.csv$/);
    const lines = (await written(numbers)).trimEnd().split('\r\n');
    assert.equal(lines[0], 'Time (UTC),NumberSent');
    assert.equal(lines.at(-1)?.split(',')[1], String(await numberSent()));
  });

  it('start from the Sends view, after saying where and to how many (A10)', async () => {
    const { page, quickInput } = workbench;
    // What can be started stands below a month of days: a filter finds it.
    await workbench.runCommand('Marketing Cloud: Filter Sends…');
    await quickInput.title.getByText('Filter sends').waitFor();
    await quickInput.enter('product-news');
    const definition = workbench.treeItem(/^Product news, e-mail send definition/);
    await definition.hover();
    await definition.getByRole('button', { name: 'Start Send…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/In Sandbox · Northwind Outfitters\. To 2,\d{3} people, with the subject “New in the shop”/)
      .waitFor();
    await dialog.getByRole('button', { name: 'Start Send' }).click();
    await (await live()).getByRole('heading', { name: 'Product news' }).waitFor();
  });

  it('are there again after a reload, with their history', async () => {
    await workbench.reload();
    const done = (await live()).locator('.card', { hasText: 'Loyalty update' });
    await done.getByRole('img', { name: /Number sent of Loyalty update: from .* to 99,/ }).waitFor();
  });

  it('open as an editor, which a reload keeps too', async () => {
    await workbench.runCommand('View: Hide Panel');
    await workbench.runCommand('Marketing Cloud: Open Live Sends as an Editor');
    await (await card('done')).waitFor();
    await workbench.reload();
    await (await card('done')).waitFor();
  });
});

describe('live sends, in every theme', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async () => {
    sandbox = await createSandbox();
    workbench = await openConnected(sandbox);
    for (const name of [/Big sale/, /Loyalty update/, /\bActive\b/, /Weekly newsletter/]) {
      await workbench.runCommand('Marketing Cloud: Watch a Send…');
      await workbench.quickInput.fill('');
      await workbench.quickInput.pick(name);
    }
    await workbench.runCommand('View: Hide Panel');
    await workbench.runCommand('Marketing Cloud: Open Live Sends as an Editor');
  });

  after(async () => {
    await workbench.dispose();
    await sandbox.stop();
  });

  for (const theme of colourThemes) {
    it(`are readable in ${theme}`, async () => {
      await workbench.switchTheme(theme);
      const page = await workbench.webview('Live Sends');
      await page.locator('.card[data-state=sending]').first().getByRole('img').waitFor();
      await page.locator('.card[data-state=done]').first().waitFor();
      await workbench.screenshot(`live-sends-${theme.replace(' ', '-')}`);
      assert.deepEqual(await accessibilityProblems(page), []);
    });
  }
});
