/** Pages of rows as one table. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowPageBuilder } from '../../../../src/soap/wire/rowPage.ts';
import { RowTable } from '../../../../src/soap/wire/rowTable.ts';

function pageOf(columns: readonly string[], rows: number, prefix: string): RowPageBuilder {
  const page = new RowPageBuilder();
  for (const column of columns) page.column(column);
  for (let row = 0; row < rows; row += 1) {
    page.beginRow();
    for (const column of columns) page.addText(`${prefix}/${String(row)}/${column}`);
  }
  return page;
}

describe('row table', () => {
  it('has every cell of every page at its place, whatever the order of the columns', () => {
    const pages = fc.array(fc.tuple(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }), fc.nat(4)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pages, (given) => {
        const table = new RowTable(['a', 'b']);
        let first = 0;
        given.forEach(([columns, rows], index) => {
          table.add(pageOf(columns, rows, String(index)));
          for (let row = 0; row < rows; row += 1) {
            for (const column of ['a', 'b', 'c']) {
              const cell = table.cell(first + row, table.columns.indexOf(column));
              const expected = `${String(index)}/${String(row)}/${column}`;
              assert.equal(cell, columns.includes(column) ? expected : undefined);
            }
          }
          first += rows;
        });
        assert.equal(table.rowCount, first);
        assert.deepEqual(table.columns.slice(0, 2), ['a', 'b']);
        for (const row of [-1, first]) assert.equal(table.cell(row, 0), undefined);
      }),
    );
  });
});
