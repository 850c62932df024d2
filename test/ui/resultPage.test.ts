/** The page of the result panel by itself: as many rows as the service gives, and the tree of an answer of any length. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { postTo } from '../support/lonePage.ts';
import { manyAnswers } from '../support/manyAnswers.ts';
import { ResultPage } from '../support/resultPage.ts';

const pageSize = 2500;
const rowCount = 100_000;
/** Longer than this, in milliseconds, and a person sees that something stood still. */
const noticed = 250;

const columns = ['Key', 'Name', 'Mail', 'City', 'Age'];

const cellsOf = (row: number): string[] => {
  const number = String(row).padStart(6, '0');
  return [`key-${number}`, `Name ${number}`, `mail-${number}@example.com`, 'Leeds', String(row % 90)];
};

describe('the page of a large result', () => {
  let host: ResultPage;
  let page: Page;

  before(async () => {
    host = await ResultPage.open(columns, manyAnswers(3));
    ({ page } = host);
  });

  after(() => page.context().close());

  const cell = (words: string): Locator => page.getByRole('gridcell', { name: words, exact: true });

  /** The longest that the page stood still while something was done, in milliseconds. */
  async function stillness(work: () => Promise<void>): Promise<number> {
    await page.evaluate(`
      window.longest = 0;
      window.watched?.disconnect();
      window.watched = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      });
      window.watched.observe({ entryTypes: ['longtask'] });`);
    await work();
    return page.evaluate<number>('new Promise((done) => setTimeout(() => done(window.longest), 100))');
  }

  it('takes a hundred thousand rows, page by page', async () => {
    await host.show({});
    for (let from = 0; from < rowCount; from += pageSize) {
      const rows = Array.from({ length: pageSize }, (_, index) => cellsOf(from + index));
      await postTo(page, { kind: 'rows', from, rows });
    }
    await host.show({ status: 'done', rowCount, answerCount: 3 });
    await page.getByRole('tab', { name: 'Table (100,000)' }).waitFor();
    await cell('key-000000').waitFor();
  });

  it('scrolls through them to the last without standing still', async () => {
    await cell('key-000000').hover();
    const still = await stillness(async () => {
      for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 1200);
      await page.mouse.wheel(0, rowCount * 24);
      await cell('key-099999').waitFor();
    });
    assert.ok(still < noticed, `${String(still)} ms`);
    assert.ok((await page.locator('.slick-row').count()) < 200, 'only what is in sight is drawn');
  });

  it('narrows them down, and sorts them', async () => {
    await page.getByRole('searchbox').fill('mail-077777@ leeds');
    await page.getByText('1 of 100,000 rows').waitFor();
    await cell('key-077777').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('columnheader', { name: 'Name' }).click();
    await page.getByRole('columnheader', { name: 'Name' }).click();
    await page.locator('.slick-viewport').first().hover();
    await page.mouse.wheel(0, -rowCount * 24);
    await cell('key-099999').waitFor();
  });

  it('has a tree of each answer, asked for when it is opened', async () => {
    await page.getByRole('tab', { name: 'Objects' }).click();
    assert.deepEqual(
      host.said.filter(({ kind }) => kind === 'openAnswer'),
      [],
    );
    const still = await stillness(async () => {
      await page.getByText('Answer 3', { exact: true }).click();
      await page.getByText(`Show more (${(pageSize + 2 - 200).toLocaleString('en')} left)`).waitFor();
    });
    assert.ok(still < 4 * noticed, `${String(still)} ms`);
    assert.deepEqual(
      host.said.filter(({ kind }) => kind === 'openAnswer'),
      [{ kind: 'openAnswer', index: 2 }],
    );
    await page.getByText('Results', { exact: true }).first().click();
    await page.getByText('Properties', { exact: true }).first().click();
  });

  it('begins anew with the next result', async () => {
    await host.show({ session: 2, answerCount: 0 });
    await page.getByRole('tab', { name: 'Objects' }).click();
    await page.getByText('Nothing to show as a tree').waitFor();
  });
});
