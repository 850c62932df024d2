/** Rows that are loaded, changed and written, against the sandbox org: what is asked for, what is sent, what is kept. */
import assert from 'node:assert/strict';
import { saveRows, type SaveOptions, type SaveOutcome } from '../../../../src/views/panels/rows/saveRows.ts';
import { addRow, removeRows, revertRows, setCells } from '../../../../src/views/panels/rows/rowCommands.ts';
import { rowsState } from '../../../../src/views/panels/rows/rowsState.ts';
import type { RowsSession } from '../../../../src/views/panels/rows/session.ts';
import type { RowEdit } from '../../../../src/views/panels/rows/rowChanges.ts';
import type { ConflictChoice, Review } from '../../../../src/shared/rowsMessages.ts';
import type { TestOrg } from '../../../support/org.ts';
import { openRowsOrg, openSession, rowOf, rowsKey, settled } from '../../../support/rowsOrg.ts';

const rows = [
  {
    Id: '001',
    Name: 'Ada',
    Age: '36',
    Price: '1.50',
    Mail: 'ada@example.com',
    Active: 'True',
    Born: '12/10/1985',
  },
  {
    Id: '002',
    Name: 'Bob',
    Age: '9',
    Price: '20.00',
    Mail: 'bob@example.com',
    Active: 'False',
    Born: '1/2/1990',
  },
  { Id: '003', Name: 'élan <&> "x" 😀', Age: '100', Price: '3.00', Mail: '', Active: 'True', Born: '' },
];

describe('the rows session', () => {
  let org: TestOrg;
  let session: RowsSession;
  let reviews: Review[];

  beforeEach(async () => {
    org = await openRowsOrg(rows);
    session = await openSession(org);
    reviews = [];
  });
  afterEach(() => org.close());

  const names = (): (string | null | undefined)[] => session.rows(0, 10).map(({ cells }) => cells[1]);
  const edit = (row: number, column: string, value: string | null): void =>
    setCells(session, [{ id: session.at(row)?.id ?? '', row, column, value }]);
  const save = (
    conflicts: Readonly<Record<string, ConflictChoice>> = {},
    options: Partial<SaveOptions> = {},
  ): Promise<SaveOutcome> =>
    saveRows(session, {
      ask: (review) => {
        reviews.push(review);
        return Promise.resolve(conflicts);
      },
      confirm: () => Promise.resolve(true),
      ...options,
    });
  const operations = (): string[] => (org.sandbox?.requests() ?? []).map(({ operation }) => operation);
  async function held(): Promise<Record<string, (string | null)[]>> {
    const other = await openSession(org);
    return Object.fromEntries(other.rows(0, 100).map(({ cells }) => [cells[0] ?? '', [...cells]]));
  }

  it('shows every cell as it is, with types and key, by one retrieve of fields and one of rows', () => {
    assert.deepEqual(names(), ['Ada', 'Bob', 'élan <&> "x" 😀']);
    const { columns, status, loaded } = rowsState(session);
    assert.deepEqual(
      columns.map(({ name, type }) => `${name} ${type}`),
      [
        'Id Text(20)',
        'Name Text(50)',
        'Age Number',
        'Price Decimal(8,2)',
        'Mail EmailAddress(254)',
        'Active Boolean',
        'Born Date',
      ],
    );
    assert.deepEqual([status, loaded, columns[0]?.isPrimaryKey], ['complete', 3, true]);
    assert.deepEqual(operations().slice(-2), ['Retrieve', 'Retrieve']);
  });

  it('filters on the server', async () => {
    const shown = await session.applyFilter("Age > 30 AND Name NOT LIKE '%Bob%'");
    await settled(session);
    assert.equal(shown.problem, undefined);
    assert.match(shown.soap, /<SimpleOperator>greaterThan<\/SimpleOperator>/);
    assert.deepEqual(names(), ['Ada', 'élan <&> "x" 😀']);
    const wrong = await session.applyFilter('Age > thirty');
    assert.match(wrong.problem?.message ?? '', /Expected a value/);
    assert.deepEqual(names(), ['Ada', 'élan <&> "x" 😀']);
  });

  it('sorts numbers, decimals and dates by their value, both ways and back', async () => {
    await session.sortBy({ column: 'Age', ascending: true });
    assert.deepEqual(names(), ['Bob', 'Ada', 'élan <&> "x" 😀']);
    await session.sortBy({ column: 'Price', ascending: false });
    assert.deepEqual(names(), ['Bob', 'élan <&> "x" 😀', 'Ada']);
    await session.sortBy({ column: 'Born', ascending: true });
    assert.deepEqual(names(), ['élan <&> "x" 😀', 'Ada', 'Bob']);
    await session.sortBy(undefined);
    assert.deepEqual(names(), ['Ada', 'Bob', 'élan <&> "x" 😀']);
  });

  it('writes changed, added and deleted rows, only what changed, and shows what the server made of it', async () => {
    edit(0, 'Price', '7');
    edit(0, 'Name', 'Ada L.');
    removeRows(session, [1]);
    addRow(session, undefined);
    edit(0, 'Id', '004');
    edit(0, 'Name', 'Dan');
    assert.deepEqual(rowsState(session).changes, { changed: 1, added: 1, deleted: 1, invalid: 0, failed: 0 });
    assert.deepEqual(await save(), { kind: 'written', written: 3, failed: 0, kept: 0 });
    assert.equal(reviews[0]?.summary, '1 changed, 1 new, 1 deleted, in Acme · UK');
    const change = reviews[0].rows.find(({ mark }) => mark === 'changed');
    assert.deepEqual(change?.cells, [
      { column: 'Name', before: 'Ada', after: 'Ada L.' },
      { column: 'Price', before: '1.50', after: '7' },
    ]);
    assert.deepEqual(
      session.rows(0, 10).map(({ cells }) => cells.slice(0, 6)),
      [
        ['001', 'Ada L.', '36', '7.00', 'ada@example.com', 'True'],
        ['003', 'élan <&> "x" 😀', '100', '3.00', '', 'True'],
        ['004', 'Dan', '', '', '', 'True'],
      ],
    );
    assert.equal(rowsState(session).changes.changed, 0);
    const now = await held();
    assert.deepEqual(Object.keys(now), ['001', '003', '004']);
    assert.deepEqual(now['001']?.slice(0, 4), ['001', 'Ada L.', '36', '7.00']);
  });

  it('refuses what a column would not take before anything is sent, and keeps it', async () => {
    const before = operations().length;
    edit(0, 'Age', 'old');
    edit(1, 'Mail', 'not an address');
    edit(2, 'Price', '12345678.5');
    assert.deepEqual(
      session.rows(0, 3).map(({ cellProblems }) => Object.values(cellProblems ?? {})),
      [
        ['A whole number from -2147483648 to 2147483647 is needed.'],
        ['An e-mail address is needed, such as name@example.com.'],
        ['At most 6 digits before the point fit.'],
      ],
    );
    const outcome = await save();
    assert.deepEqual([outcome.kind, reviews.length, operations().length], ['invalid', 0, before]);
    assert.equal(rowsState(session).changes.changed, 3);
  });

  it('tells of each row that failed in the service’s words, writes the others, and keeps the failed one (B9)', async () => {
    edit(0, 'Name', 'Ada L.');
    edit(1, 'Name', 'Robert');
    // Gone between the check and the write: nothing but the service can tell.
    const outcome = await save(
      {},
      {
        confirm: async () => {
          await org.client.delete([
            {
              $type: 'DataExtensionObject',
              CustomerKey: rowsKey,
              Keys: { Key: [{ Name: 'Id', Value: '002' }] },
            },
          ]);
          return true;
        },
      },
    );
    assert.deepEqual(outcome, { kind: 'written', written: 1, failed: 1, kept: 0 });
    const [ada, bob] = session.rows(0, 2);
    assert.deepEqual([ada?.mark, ada?.cells[1]], [undefined, 'Ada L.']);
    assert.deepEqual([bob?.mark, bob?.cells[1]], ['changed', 'Robert']);
    assert.match(bob?.problem ?? '', /Concurrency violation/);
    assert.equal(rowsState(session).changes.failed, 1);
  });

  it('finds what others changed meanwhile, and does as it is told of each', async () => {
    for (const row of [0, 1, 2]) edit(row, 'Name', `mine ${String(row)}`);
    await org.client.update(['001', '002', '003'].map((Id) => rowOf({ Id, Name: `theirs ${Id}` })));
    const ids = [0, 1, 2].map((row) => session.at(row)?.id ?? '');
    const outcome = await save({ [ids[0] ?? '']: 'mine', [ids[1] ?? '']: 'theirs' });
    assert.deepEqual(outcome, { kind: 'written', written: 1, failed: 0, kept: 1 });
    assert.deepEqual(
      reviews[0]?.rows.map(({ conflict, cells }) => [conflict, cells[0]?.theirs]),
      [
        ['This row was changed on the server meanwhile.', 'theirs 001'],
        ['This row was changed on the server meanwhile.', 'theirs 002'],
        ['This row was changed on the server meanwhile.', 'theirs 003'],
      ],
    );
    assert.deepEqual(names(), ['mine 0', 'theirs 002', 'mine 2']);
    assert.deepEqual(
      session.rows(0, 3).map(({ mark }) => mark),
      [undefined, undefined, 'changed'],
    );
    assert.deepEqual(
      Object.values(await held()).map((cells) => cells[1]),
      ['mine 0', 'theirs 002', 'theirs 003'],
    );
  });

  it('leaves cells alone that others changed and nobody here did', async () => {
    edit(0, 'Name', 'mine');
    await org.client.update([rowOf({ Id: '001', Age: '37' })]);
    assert.equal((await save()).kind, 'written');
    assert.equal(reviews[0]?.rows[0]?.conflict, undefined);
    assert.deepEqual((await held())['001']?.slice(1, 3), ['mine', '37']);
    assert.deepEqual(session.rows(0, 1)[0]?.cells.slice(1, 3), ['mine', '37']);
  });

  it('says that a row to be added is there, and that one to be changed is gone', async () => {
    edit(1, 'Name', 'mine');
    addRow(session, undefined);
    edit(0, 'Id', '009');
    await org.client.create([rowOf({ Id: '009', Name: 'theirs' })]);
    await org.client.delete([
      { $type: 'DataExtensionObject', CustomerKey: rowsKey, Keys: { Key: [{ Name: 'Id', Value: '002' }] } },
    ]);
    const outcome = await save(
      Object.fromEntries(session.changes.pending().map(({ id }) => [id, 'mine' as const])),
    );
    assert.deepEqual(outcome, { kind: 'written', written: 2, failed: 0, kept: 0 });
    assert.deepEqual(reviews[0]?.rows.map(({ conflict }) => conflict).sort(), [
      'A row with this key is on the server already.',
      'This row was deleted on the server meanwhile.',
    ]);
    const now = await held();
    assert.deepEqual(
      [now['002']?.[1], now['002']?.[4], now['009']?.[1]],
      ['mine', 'bob@example.com', 'theirs'],
    );
  });

  it('undoes and redoes, across a write too', async () => {
    const edits: RowEdit[] = [];
    session.listen({ stateChanged: () => undefined, edited: (one) => edits.push(one) });
    edit(0, 'Name', 'Ada L.');
    removeRows(session, [1]);
    const [renamed, removed] = edits;
    assert.ok(renamed && removed);
    session.changes.undo(removed);
    assert.deepEqual(
      session.rows(0, 3).map(({ mark }) => mark),
      ['changed', undefined, undefined],
    );
    session.changes.perform(removed);
    await save();
    assert.deepEqual(names(), ['Ada L.', 'élan <&> "x" 😀']);
    session.changes.undo(removed);
    session.changes.undo(renamed);
    assert.deepEqual(
      session.rows(0, 3).map(({ mark, cells }) => [mark, cells[1]]),
      [
        ['added', 'Bob'],
        ['changed', 'Ada'],
        [undefined, 'élan <&> "x" 😀'],
      ],
    );
    await save();
    assert.deepEqual(
      Object.values(await held())
        .map((cells) => cells[1])
        .sort(),
      ['Ada', 'Bob', 'élan <&> "x" 😀'],
    );
  });

  it('keeps what is pending over a restart and a reload', async () => {
    edit(0, 'Name', 'Ada L.');
    addRow(session, undefined);
    edit(0, 'Id', '010');
    const saved = JSON.parse(JSON.stringify(session.changes.save())) as Parameters<
      typeof session.changes.restore
    >[0];
    const other = await openSession(org);
    other.changes.restore(saved);
    assert.deepEqual(
      other.rows(0, 2).map(({ mark, cells }) => [mark, cells[0], cells[1]]),
      [
        ['added', '010', null],
        ['changed', '001', 'Ada L.'],
      ],
    );
    revertRows(other, 'all');
    assert.equal(other.changes.pending().length, 0);
  });
});
