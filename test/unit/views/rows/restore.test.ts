/** Rows are shown again as they were, and what is no longer so is said. */
import assert from 'node:assert/strict';
import { describeError } from '../../../../src/extension/errors/describeError.ts';
import { addRow, removeRows, revertRows, setCells } from '../../../../src/views/panels/rows/rowCommands.ts';
import { rowsState } from '../../../../src/views/panels/rows/rowsState.ts';
import { saveRows } from '../../../../src/views/panels/rows/saveRows.ts';
import { RowsSession } from '../../../../src/views/panels/rows/session.ts';
import type { TestOrg } from '../../../support/org.ts';
import { openRowsOrg, openSession, settled } from '../../../support/rowsOrg.ts';
import { until } from '../../../support/until.ts';

describe('a rows session that is opened again', () => {
  let org: TestOrg;
  let session: RowsSession;

  beforeEach(async () => {
    org = await openRowsOrg([
      { Id: '001', Name: 'Ada', Age: '36' },
      { Id: '002', Name: 'Bob', Age: '9' },
      { Id: '003', Name: 'élan <&> "x" 😀', Age: '100' },
    ]);
    session = await openSession(org);
  });
  afterEach(() => org.close());

  const names = (): (string | null | undefined)[] => session.rows(0, 10).map(({ cells }) => cells[1]);
  const operations = (): unknown[] => [...(org.sandbox?.requests() ?? [])];

  it('is shown as it was before a restart, by one retrieve of fields and one of rows', async () => {
    const before = operations().length;
    await session.load(
      Promise.resolve({ filter: 'Age > 9', sort: { column: 'Age', ascending: false }, top: 1 }),
    );
    await settled(session);
    await until(() => names()[0] === 'élan <&> "x" 😀');
    assert.deepEqual(names(), ['élan <&> "x" 😀', 'Ada']);
    assert.deepEqual(rowsState(session).sort, { column: 'Age', ascending: false });
    assert.equal(operations().length - before, 2);
  });

  it('filters nothing and says so when a column of the filter has another name by now', async () => {
    await session.load(Promise.resolve({ filter: "Town = 'Rome'", top: 0 }));
    await settled(session);
    assert.match(rowsState(session).filter.problem?.message ?? '', /Town/);
    assert.equal(names().length, 3);
  });

  it('keeps a change of a column that is gone by now, and says what to do', async () => {
    setCells(session, [{ id: session.at(0)?.id ?? '', row: 0, column: 'Age', value: '37' }]);
    session.fields = session.fields.filter(({ name }) => name !== 'Age');
    assert.match(session.rows(0, 1)[0]?.problem ?? '', /no column Age any more/);
    const outcome = await saveRows(session, {
      ask: () => Promise.reject(new Error('Nothing is to be asked.')),
      confirm: () => Promise.resolve(true),
    });
    assert.equal(outcome.kind, 'invalid');
    revertRows(session, 'all');
    assert.equal(session.changes.pending().length, 0);
  });

  it('changes nothing where the connection is read-only, and says so', async () => {
    const { client } = org;
    const account = { ...session.account, isReadOnly: true, client: () => Promise.resolve(client) };
    const looking = new RowsSession(session.target, account, describeError);
    await looking.load();
    await settled(looking);
    addRow(looking, undefined);
    removeRows(looking, [0]);
    setCells(looking, [{ id: looking.at(0)?.id ?? '', row: 0, column: 'Age', value: '37' }]);
    assert.equal(looking.changes.pending().length, 0);
    const { isReadOnly, limits } = rowsState(looking);
    assert.deepEqual([isReadOnly, limits?.startsWith('Acme · UK is read-only')], [true, true]);
  });
});
