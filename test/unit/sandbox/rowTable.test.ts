/** Rows that are generated, and what is written over them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Field } from '../../../src/sandbox/org/field.ts';
import { RowTable } from '../../../src/sandbox/org/rowTable.ts';

function column(name: string, isPrimaryKey = false, older: string | null = null): Field {
  return {
    objectId: name,
    name,
    type: 'Text',
    maxLength: undefined,
    scale: undefined,
    isRequired: isPrimaryKey,
    isPrimaryKey,
    ordinal: 0,
    defaultValue: '',
    older,
    createdAt: 0,
    modifiedAt: 0,
  };
}

const id = column('Id', true);
const city = column('City');
const key = [id];

/** A table of generated rows `r0`, `r1`, … that counts how many cells were made. */
function generated(count: number): { table: RowTable; made: () => number } {
  let made = 0;
  const cell = (text: string): string => {
    made += 1;
    return text;
  };
  const rowOf = (text: string): number | undefined =>
    /^r\d+$/i.test(text) ? Number(text.slice(1)) : undefined;
  const columns = new Map([
    [id, { cell: (row: number) => cell(`r${String(row)}`), rowOf }],
    [city, { cell: (row: number) => cell(`city ${String(row % 7)}`) }],
  ]);
  return { table: new RowTable({ count, columns }), made: () => made };
}

function shown(table: RowTable): [string | null, string | null][] {
  const rows: [string | null, string | null][] = [];
  for (let position = 0; position < table.end; position++) {
    if (table.has(position)) rows.push([table.cell(position, id), table.cell(position, city)]);
  }
  return rows;
}

describe('sandbox row table', () => {
  it('makes no more cells of 100,000 rows than one update looks at', () => {
    const { table, made } = generated(100_000);
    const position = table.find(key, ['R77777']);
    assert.equal(position, 77_777);
    table.update(position, new Map([[city, 'Kyoto']]));
    assert.ok(made() <= 2, String(made()));
    assert.equal(table.cell(77_777, city), 'Kyoto');
    assert.equal(table.cell(77_778, city), 'city 1');
    assert.equal(table.count, 100_000);
  });

  it('shows in a column that came later what older rows have', () => {
    const { table } = generated(2);
    const tier = column('Tier', false, 'Bronze');
    table.insert(key, new Map([[id, 'x']]), 0);
    assert.deepEqual(
      [0, 2].map((position) => table.cell(position, tier)),
      ['Bronze', 'Bronze'],
    );
    table.update(0, new Map([[tier, null]]));
    assert.equal(table.cell(0, tier), null);
  });

  it('behaves like a plain list under any course of writes', () => {
    const names = fc.oneof(
      fc.nat(12).map((row) => `r${String(row)}`),
      fc.constantFrom('x', 'Y', 'z'),
    );
    const actions = fc.array(
      fc.oneof(
        {
          weight: 9,
          arbitrary: fc.record({
            kind: fc.constantFrom('insert', 'update', 'delete'),
            name: names,
            value: fc.string(),
          }),
        },
        { weight: 1, arbitrary: fc.constant({ kind: 'clear', name: '', value: '' }) },
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(actions, (course) => {
        const { table } = generated(10);
        let model = shown(table);
        for (const { kind, name, value } of course) {
          const index = model.findIndex(([each]) => each?.toLowerCase() === name.toLowerCase());
          const position = table.find(key, [name]);
          assert.equal(position !== undefined, index !== -1);
          const row = model[index];
          if (kind === 'clear') {
            table.clear();
            model = [];
          } else if (kind === 'insert' && position === undefined) {
            table.insert(
              key,
              new Map([
                [id, name],
                [city, value],
              ]),
              0,
            );
            model.push([name, value]);
          } else if (kind === 'update' && position !== undefined && row !== undefined) {
            table.update(position, new Map([[city, value]]));
            row[1] = value;
          } else if (kind === 'delete' && position !== undefined) {
            table.delete(position, key);
            model.splice(index, 1);
          }
        }
        assert.deepEqual(shown(table), model);
        assert.equal(table.count, model.length);
      }),
    );
  });
});
