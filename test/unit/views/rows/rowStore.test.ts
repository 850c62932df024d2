/** Rows that were loaded are the same whether they are kept as they came or packed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowPageBuilder } from '../../../../src/soap/wire/rowPage.ts';
import { RowStore } from '../../../../src/views/panels/rows/rowStore.ts';

const columns = ['Key', 'Text', 'Absent'];

/** A page whose cells are known from their place. */
function pageOf(
  from: number,
  count: number,
  text: (row: number) => string | null | undefined,
): RowPageBuilder {
  const page = new RowPageBuilder();
  for (let row = from; row < from + count; row += 1) {
    page.beginRow();
    for (const [name, cell] of [['Text', text(row)] as const, ['Key', String(row)] as const]) {
      page.column(name);
      page.addText(cell);
    }
  }
  return page;
}

describe('the rows that were loaded', () => {
  it('are the same to the last character, in any page, looked at in any order', () => {
    const cell = fc.oneof(
      fc.constantFrom(null, '', '00042', ' blank ', 'a\r\nb', '<&>"', '😀', 'مرحبا', '\u2028'),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), fc.nat(2999), (cells, first) => {
        const text = (row: number): string | null => cells[row % cells.length] ?? null;
        const store = new RowStore(columns);
        for (let page = 0; page < 10; page += 1) store.addPage(pageOf(page * 300, 300, text));
        for (let step = 0; step < 200; step += 1) {
          const row = (first + step * 577) % 3000;
          assert.deepEqual(store.cells(row), [String(row), text(row), '']);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('stay as they were written since, and added ones too', () => {
    const store = new RowStore(columns);
    store.addPage(pageOf(0, 300, () => 'loaded'));
    store.replace(7, ['7', 'written', '']);
    const added = store.addRow(['new', 'added', '']);
    for (let page = 0; page < 6; page += 1) store.addPage(pageOf(1000, 300, () => 'later'));
    assert.deepEqual(
      [store.cell(7, 1), store.cell(8, 1), store.cell(added, 1), store.count],
      ['written', 'loaded', 'added', 2101],
    );
  });
});
