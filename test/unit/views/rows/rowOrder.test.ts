/** The order of rows: which of them there are, and how long everything else stands still when they are put in order. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RowPage } from '../../../../src/soap/index.ts';
import { rowField } from '../../../../src/views/panels/rows/rowField.ts';
import { RowOrder } from '../../../../src/views/panels/rows/rowOrder.ts';
import { RowStore } from '../../../../src/views/panels/rows/rowStore.ts';

function storeOf(rowCount: number): RowStore {
  const store = new RowStore(['Id']);
  const cell = (row: number): string => String((row * 7919) % 1_000_003);
  const page: RowPage = {
    rowCount,
    columns: ['Id'],
    cell,
    row: (row) => [cell(row)],
    equals: (other) => other === page,
  };
  store.addPage(page);
  return store;
}

const fields = [rowField({ name: 'Id', type: 'Number', ordinal: 0, isPrimaryKey: true, isRequired: true })];

/** The shortest of some goes: what else the machine does makes the others longer. */
function shortest(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

describe('the order of rows', () => {
  it('leaves out the rows that were removed, sorted or not', async () => {
    const removals = fc.uniqueArray(fc.nat({ max: 29 }));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30 }),
        removals,
        fc.boolean(),
        async (count, gone, sorts) => {
          const store = storeOf(count);
          const order = new RowOrder(store, fields);
          const isThere = (row: number): boolean => !gone.includes(row);
          for (const row of gone) store.removed.add(row);
          await order.apply(sorts ? { column: 'Id', ascending: true } : undefined);
          const all = Array.from({ length: count }, (_row, index) => index).filter(isThere);
          const shown = Array.from({ length: order.count }, (_row, place) => order.rowAt(place));
          const cell = (row: number | undefined): number => Number(store.cell(row ?? -1, 0));
          assert.deepEqual(shown, sorts ? all.toSorted((a, b) => cell(a) - cell(b)) : all);
        },
      ),
    );
  });

  it('of a million rows is begun in less time than it takes to count them one by one', async () => {
    const store = storeOf(1_000_000);
    store.removed.add(5);
    const counted = shortest(() => Uint32Array.from({ length: store.count }, (_row, index) => index));
    const sorts: Promise<boolean>[] = [];
    const begun = shortest(() => {
      const order = new RowOrder(store, fields);
      sorts.push(order.apply({ column: 'Id', ascending: true }));
      order.cancel();
    });
    assert.ok(!(await Promise.all(sorts)).includes(true));
    assert.ok(begun < counted, `${begun.toFixed(1)} ms, ${counted.toFixed(1)} ms`);
  });
});
