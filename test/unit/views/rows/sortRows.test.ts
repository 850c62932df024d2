/** Sorting rows: the same order as the collator's, stable, in turns, and as the person asked last. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TestOrg } from '../../../support/org.ts';
import { openRowsOrg, openSession } from '../../../support/rowsOrg.ts';
import { sortRows } from '../../../../src/views/panels/rows/sortRows.ts';
import { compareTexts, plainKey } from '../../../../src/views/panels/rows/textOrder.ts';

const never = new AbortController().signal;
const numbers = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_row, index) => index);

describe('sorting rows', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }),
    fc.stringMatching(/^[a-cA-C]{0,3}[ _.-]?0{0,3}[0-9]{0,12}[a-c-]{0,2}$/),
    fc.constantFrom('', 'Ärger', 'ch', 'ci', 'résumé', 'a\tb', '😀', '00042', '42', 'x'.repeat(40)),
  );

  it('orders texts as the language does, the faster way too', () => {
    assert.notEqual(plainKey('NW-0000042'), undefined);
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [first, second] = [plainKey(a), plainKey(b)];
        if (first === undefined || second === undefined) return;
        const order = first < second ? -1 : first > second ? 1 : 0;
        assert.equal(order, Math.sign(compareTexts(a, b)), JSON.stringify([a, b]));
      }),
      { numRuns: 5000 },
    );
  });

  it('is stable, both ways, with more rows than are sorted at a time', async () => {
    const cells = ['b', 'a', 'Ärger', 'B', '', 'a10', 'a9'];
    const cell = (row: number): string => cells[row % cells.length] ?? '';
    for (const ascending of [true, false]) {
      const sorted = await sortRows({ rows: numbers(9001), kind: 'text', ascending, cell }, never);
      const direction = ascending ? 1 : -1;
      const expected = [...numbers(9001)].sort((a, b) => direction * compareTexts(cell(a), cell(b)) || a - b);
      assert.deepEqual([...(sorted ?? [])], expected);
    }
  });

  it('lets others have their turn, tells how far it is, and ends when it is told to', async () => {
    const cell = (row: number): string => String((row * 7919) % 200_003);
    const leaving = new AbortController();
    const shares: number[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const request = { rows: numbers(200_000), kind: 'text', ascending: true, cell } as const;
    const sorted = await sortRows({ ...request, progress: (share) => shares.push(share) }, never);
    assert.equal(sorted?.length, 200_000);
    assert.ok(turns > 5, String(turns));
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    );
    assert.ok(shares.length > 5 && (shares.at(-1) ?? 2) <= 1, String(shares.at(-1)));
    clearInterval(timer);
    const cancelled = await sortRows({ ...request, progress: () => leaving.abort() }, leaving.signal);
    assert.equal(cancelled, undefined);
  });
});

describe('sorts that follow one another', () => {
  let org: TestOrg;
  before(async () => {
    org = await openRowsOrg([
      { Id: '1', Name: 'b', Age: '3' },
      { Id: '2', Name: 'a', Age: '2' },
      { Id: '3', Name: 'c', Age: '1' },
    ]);
  });
  after(() => org.close());

  it('end as the last one asked, whenever the rows come', async () => {
    const session = await openSession(org);
    await session.sortBy({ column: 'Name', ascending: true });
    // All is loaded anew, by the first order; while that comes, another one is asked for.
    await session.load();
    const second = session.sortBy({ column: 'Age', ascending: true });
    assert.equal(session.sort?.column, 'Age');
    await second;
    session.loadAll();
    while (session.status !== 'complete' || session.canStop) await new Promise(setImmediate);
    assert.equal(session.sort.column, 'Age');
    assert.deepEqual(
      session.rows(0, 3).map(({ cells }) => cells[0]),
      ['3', '2', '1'],
    );
  });

  it('leave the order before when they are cancelled', async () => {
    const session = await openSession(org);
    await session.sortBy({ column: 'Name', ascending: true });
    const cancelled = session.sortBy({ column: 'Age', ascending: true });
    assert.equal(session.canStop, true);
    session.cancelSorting();
    await cancelled;
    assert.deepEqual([session.sort?.column, session.canStop, session.busy], ['Name', false, undefined]);
    assert.deepEqual(
      session.rows(0, 3).map(({ cells }) => cells[0]),
      ['2', '1', '3'],
    );
  });
});
