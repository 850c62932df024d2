/** Rows whose data extension is deleted while they are open. */
import assert from 'node:assert/strict';
import type { ExportCell } from '../../../../src/views/export/index.ts';
import { exportedTable } from '../../../../src/views/panels/rows/exportedTable.ts';
import { setCells } from '../../../../src/views/panels/rows/rowCommands.ts';
import { rowsState } from '../../../../src/views/panels/rows/rowsState.ts';
import { newSession, openRowsOrg, openSession, rowsKey } from '../../../support/rowsOrg.ts';
import type { TestOrg } from '../../../support/org.ts';

describe('rows whose data extension is gone', () => {
  let org: TestOrg;
  before(async () => {
    org = await openRowsOrg([
      { Id: '1', Name: 'Ada' },
      { Id: '2', Name: 'Bob' },
    ]);
  });
  after(() => org.close());

  it('stay with what was typed, are exported so, and say what to do', async () => {
    const session = await openSession(org);
    const id = session.at(0)?.id ?? '';
    setCells(session, [{ id, row: 0, column: 'Name', value: 'Ada L.' }]);
    await org.client.delete([{ $type: 'DataExtension', CustomerKey: rowsKey }]);
    await session.load();
    const { error } = rowsState(session);
    assert.match(error?.title ?? '', /^Rows is gone, or this business unit may not see it/);
    assert.match(error?.advice ?? '', /refresh the side bar.*stays here until you close the tab/);
    await session.applyFilter("Name = 'nobody'");
    const exported: (readonly ExportCell[])[] = [];
    for await (const batch of exportedTable(session, new AbortController().signal).batches)
      exported.push(...batch);
    assert.deepEqual(
      exported.map(([key, name]) => [key, name]),
      [
        ['1', 'Ada L.'],
        ['2', 'Bob'],
      ],
    );
  });

  it('promise nothing to keep when none were ever loaded', async () => {
    const session = newSession(org);
    await session.load();
    assert.match(rowsState(session).error?.advice ?? '', /there\.$/);
    assert.deepEqual(session.rows(0, 10), []);
  });
});
