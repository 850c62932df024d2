/** The page of the rows editor by itself: no key that is typed is lost, whatever the host tells meanwhile. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { rowAt, RowsPage, stateOf } from '../support/rowsPage.ts';

describe('typing into the rows', () => {
  let rows: RowsPage;

  beforeEach(async () => {
    rows = await RowsPage.open(stateOf(500));
    await cell(2, 2).getByText('First 0000002').waitFor();
  });

  afterEach(() => rows.dispose());

  /** A cell by its place; the first column is that of the marks. */
  const cell = (row: number, column: number): Locator =>
    rows.page.locator(`.slick-row[data-row="${String(row)}"] .slick-cell.l${String(column)}`);

  /** The cells that the page has said were changed. */
  const edits = async (): Promise<unknown[]> => {
    // What was posted to the page is handled after two frames at most, and what it says of it is heard before this ends.
    await rows.frames(2);
    return rows.all('edit').flatMap(({ cells }) => cells.map(({ id, column, value }) => [id, column, value]));
  };
  const typed = [['id 0000002', 'First', 'abcdefgh']];

  it('goes on when the host tells of something between two keys', async () => {
    await cell(2, 2).click();
    for (const key of 'abcdefgh') {
      await rows.page.keyboard.press(key);
      await rows.show({ loaded: 500 + key.charCodeAt(0), shown: 500 + key.charCodeAt(0) });
    }
    await rows.page.keyboard.press('Enter');
    assert.deepEqual(await edits(), typed);
  });

  it('goes on when rows are drawn anew and the details below take room from the grid', async () => {
    await cell(2, 2).click();
    await rows.page.keyboard.type('abcd');
    rows.rowAt = (place) => ({
      ...rowAt(place),
      mark: 'changed',
      changed: [1],
      cellProblems: { 1: 'Not as the column wants it. '.repeat(20) },
    });
    await rows.show({ version: 2 });
    await rows.page.locator('.details .problem').waitFor();
    await rows.page.setViewportSize({ width: 900, height: 500 });
    await rows.page.keyboard.type('efgh');
    await rows.page.keyboard.press('Enter');
    assert.deepEqual(await edits(), typed);
  });

  it('into rows that have not come yet waits for them', async () => {
    rows.isSlow = true;
    await rows.scrollTo(300);
    await cell(305, 0).getByText('…').waitFor();
    await cell(305, 2).click();
    await rows.page.keyboard.type('abcdefgh');
    await rows.page.keyboard.press('Enter');
    await cell(306, 2).click();
    await rows.page.keyboard.type('abcd');
    await rows.catchUp();
    await cell(305, 1).getByText('K0000305').waitFor();
    await rows.page.keyboard.type('efgh');
    await rows.page.keyboard.press('Enter');
    assert.deepEqual(await edits(), [
      ['id 0000305', 'First', 'abcdefgh'],
      ['id 0000306', 'First', 'abcdefgh'],
    ]);
  });

  it('is kept when a person goes on to something else, and when its row is no longer shown', async () => {
    await cell(2, 2).click();
    await rows.page.keyboard.type('abcdefgh');
    await rows.page.getByRole('textbox', { name: 'Filter of the rows' }).click();
    assert.deepEqual(await edits(), typed);
    await cell(3, 2).click();
    await rows.page.keyboard.type('ijkl');
    await rows.show({ shown: 1, version: 2 });
    assert.deepEqual(await edits(), [...typed, ['id 0000003', 'First', 'ijkl']]);
  });

  it('is told of when other rows are shown before it found its own', async () => {
    rows.isSlow = true;
    await rows.scrollTo(300);
    await cell(305, 2).click();
    await rows.page.keyboard.type('abcdefgh');
    await rows.page.keyboard.press('Enter');
    await rows.show({ version: 2, sort: { column: 'First', ascending: false } });
    await rows.page.getByText(/“abcdefgh” was typed into row 306/).waitFor();
    await rows.catchUp();
    assert.deepEqual(await edits(), []);
  });

  it('finds the same rows in sight and columns as wide after the page was loaded anew', async () => {
    await rows.scrollTo(300);
    await cell(302, 1).getByText('K0000302').waitFor();
    const header = rows.page.getByRole('columnheader', { name: /First/ });
    const edge = header.locator('.slick-resizable-handle');
    await edge.hover();
    await rows.page.mouse.down();
    const { x = 0, y = 0 } = (await edge.boundingBox()) ?? {};
    await rows.page.mouse.move(x + 150, y + 5, { steps: 3 });
    await rows.page.mouse.up();
    const width = async (): Promise<number> => (await header.boundingBox())?.width ?? 0;
    const before = await width();
    assert.ok(before > 200);
    await rows.page.reload();
    await cell(302, 1).getByText('K0000302').waitFor();
    assert.equal(await width(), before);
    const [, again] = rows.all('open');
    assert.ok(Math.abs((again?.view?.top ?? 0) - 300) < 3);
  });
});
