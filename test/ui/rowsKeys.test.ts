/** The page of the rows editor by keys alone, and what a screen reader is told: by itself, with a host that the test plays. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { rowAt, RowsPage, stateOf } from '../support/rowsPage.ts';

/** Fifty columns, of which two that are not the first are the primary key. */
function wideState(): ReturnType<typeof stateOf> {
  const [example] = stateOf(0).columns;
  const columns = Array.from({ length: 50 }, (_column, index) => ({
    ...(example ?? { type: 'Text(50)', kind: 'text' as const }),
    name: `Column${String(index)}`,
    isPrimaryKey: index === 3 || index === 5,
    isRequired: false,
  }));
  return stateOf(500, { columns });
}

describe('the rows by keys', () => {
  let rows: RowsPage;
  afterEach(() => rows.dispose());

  const press = (...keys: readonly string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => rows.page.keyboard.press(key)), Promise.resolve());
  const cell = (row: number, column: number): Locator =>
    rows.page.locator(`.slick-row[data-row="${String(row)}"] .slick-cell.l${String(column)}`);
  const focused = (): Locator => rows.page.locator(':focus');
  const attributes = async (where: Locator, ...names: readonly string[]): Promise<(string | null)[]> =>
    Promise.all(names.map((name) => where.getAttribute(name)));

  it('are come to by Tab, gone through, and left by Tab', async () => {
    rows = await RowsPage.open(stateOf(500));
    await cell(2, 2).getByText('First 0000002').waitFor();
    await rows.page.getByRole('button', { name: 'SOAP' }).focus();
    await press('Tab');
    assert.match(await focused().innerText(), /^K0000000/);
    await press('ArrowDown', 'ArrowRight');
    assert.match(await focused().innerText(), /^First 0000001/);
    assert.deepEqual(await attributes(focused(), 'role', 'aria-colindex', 'aria-readonly', 'aria-selected'), [
      'gridcell',
      '3',
      null,
      'true',
    ]);
    // Rows that are drawn anew give the focus back.
    await rows.show({ version: 2 });
    await rows.frames(2);
    assert.match(await focused().innerText(), /^First 0000001/);
    await press('Tab');
    assert.equal(await focused().getAttribute('aria-label'), 'Content of the cell');
    await press('Shift+Tab');
    assert.match(await focused().innerText(), /^First 0000001/);
    await press('Shift+Tab');
    assert.equal(await focused().innerText(), 'SOAP');
  });

  it('are changed, copied, added and deleted', async () => {
    rows = await RowsPage.open(stateOf(500));
    await cell(2, 2).getByText('First 0000002').waitFor();
    await rows.page.getByRole('button', { name: 'SOAP' }).focus();
    await press('Tab', 'ArrowRight', 'F2', 'End', 'x', 'Enter', 'ArrowDown', 'Enter', 'y', 'Escape');
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'ControlOrMeta+C', 'Insert', 'ControlOrMeta+Delete');
    await rows.frames(2);
    assert.deepEqual(
      rows.all('edit').flatMap(({ cells }) => cells.map(({ value }) => value)),
      ['First 0000000x'],
    );
    assert.deepEqual(rows.all('copy'), [
      { kind: 'copy', format: 'tsv', rows: [1, 2], columns: ['First', 'Last'] },
    ]);
    assert.deepEqual(
      [rows.all('add'), rows.all('remove')],
      [[{ kind: 'add' }], [{ kind: 'remove', rows: [1, 2] }]],
    );
    assert.equal(await rows.page.locator('[aria-selected="true"]').count(), 4);
  });

  it('are sorted from the headers above the first of them', async () => {
    rows = await RowsPage.open(stateOf(500));
    await cell(0, 2).click();
    await press('ArrowUp', 'ArrowRight', 'Enter');
    await rows.frames(2);
    assert.deepEqual(rows.all('sort'), [{ kind: 'sort', column: 'Last', ascending: true }]);
    await rows.show({ sort: { column: 'Last', ascending: true }, version: 2 });
    const header = rows.page.getByRole('columnheader', { name: /Last/ });
    await rows.page.locator('[aria-sort="ascending"]').waitFor();
    assert.deepEqual(await attributes(header, 'aria-sort', 'aria-colindex'), ['ascending', '4']);
    await press('ArrowDown');
    assert.match(await focused().innerText(), /^Last 0000000/);
  });

  it('say how many they are, where each cell is, and which cannot be changed', async () => {
    rows = await RowsPage.open(stateOf(500));
    await cell(2, 2).getByText('First 0000002').waitFor();
    const grid = rows.page.getByRole('grid', { name: 'Rows' });
    assert.deepEqual(await attributes(grid, 'aria-rowcount', 'aria-colcount'), ['501', '5']);
    assert.deepEqual(await attributes(cell(2, 1), 'aria-readonly', 'aria-colindex'), ['true', '2']);
    assert.equal(await rows.page.locator('[aria-rowindex="4"]').count(), 1);
    await rows.show({ status: 'paused' });
    await rows.frames(2);
    assert.equal(await grid.getAttribute('aria-rowcount'), '-1');
  });

  it('keep their primary key in sight while fifty columns are scrolled, as far as there is room', async () => {
    rows = await RowsPage.open(wideState());
    rows.rowAt = (place) => ({
      ...rowAt(place),
      cells: Array.from({ length: 50 }, (_c, at) => `${String(at)}/${String(place)}`),
    });
    await rows.show({ version: 2 });
    await cell(1, 1).getByText('3/1').waitFor();
    const left = async (where: Locator): Promise<number> => (await where.boundingBox())?.x ?? -1;
    const before = [await left(cell(1, 1)), await left(cell(1, 2))];
    await cell(1, 4).click();
    await press('End');
    await cell(1, 50).getByText('49/1').waitFor();
    await cell(0, 50).getByText('49/0').waitFor();
    assert.deepEqual([await left(cell(1, 1)), await left(cell(1, 2))], before);
    assert.equal(await cell(1, 2).innerText(), '5/1');
    await rows.page.screenshot({ path: 'test-results/screenshots/rows-frozen.png' });
    // A row of two parts is one row, for those who hear it.
    const row = rows.page.locator('[aria-rowindex="3"]');
    const owned = rows.page.locator(`[id="${(await row.getAttribute('aria-owns')) ?? ''}"]`);
    assert.deepEqual(await attributes(owned, 'role', 'data-row'), ['presentation', '1']);
    await press('Home', 'ArrowRight', 'F2');
    assert.equal(await rows.page.getByText(/part of the primary key/).count(), 1);
    await rows.page.setViewportSize({ width: 320, height: 500 });
    await rows.page.getByRole('columnheader', { name: /Column5/ }).waitFor();
    await press('End');
    await cell(1, 50).waitFor();
    assert.ok((await left(cell(1, 50))) >= 0);
  });

  it('take what a spreadsheet has on the clipboard, breaks of lines in its cells as well', async () => {
    rows = await RowsPage.open(stateOf(500));
    await cell(0, 2).click();
    await rows.page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '"a\\r\\nb ""c"""\\td\\r\\n\\te\\r\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await rows.frames(2);
    assert.deepEqual(
      rows.all('edit').flatMap(({ cells }) => cells.map(({ row, column, value }) => [row, column, value])),
      [
        [0, 'First', 'a\r\nb "c"'],
        [0, 'Last', 'd'],
        [1, 'First', ''],
        [1, 'Last', 'e'],
      ],
    );
  });
});
