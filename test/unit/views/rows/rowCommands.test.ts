/** What a person does to rows reaches the rows that they saw. */
import assert from 'node:assert/strict';
import { setCells } from '../../../../src/views/panels/rows/rowCommands.ts';
import { openRowsOrg, openSession } from '../../../support/rowsOrg.ts';

describe('a change of a cell', () => {
  it('goes into the row that it was made in, though that was shown elsewhere then', async () => {
    const org = await openRowsOrg([
      { Id: '001', Name: 'Ada' },
      { Id: '002', Name: 'Bob' },
    ]);
    const session = await openSession(org);
    const id = session.at(0)?.id ?? '';
    await session.sortBy({ column: 'Name', ascending: false });
    setCells(session, [{ id, row: 0, column: 'Age', value: '37' }]);
    assert.deepEqual(
      session.changes.pending().map(({ base, values }) => [base['Name'], values]),
      [['Ada', { Age: '37' }]],
    );
    await org.close();
  });
});
