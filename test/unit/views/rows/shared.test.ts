/** What the enterprise shares, worked on from a business unit: columns, rows, writes, files, definition and properties. */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../../src/catalogue/index.ts';
import { describeError } from '../../../../src/extension/errors/describeError.ts';
import { rowsRequest } from '../../../../src/extension/requests/templates.ts';
import { deleteRequest, upsertRequest } from '../../../../src/extension/requests/rowTemplates.ts';
import type { SoapClient } from '../../../../src/soap/index.ts';
import { readDefinition, renamed } from '../../../../src/views/dataExtensions/definition.ts';
import { objectOf } from '../../../../src/views/panels/properties/objects.ts';
import { PropertiesSession } from '../../../../src/views/panels/properties/session.ts';
import { exportedTable, wholeTable } from '../../../../src/views/panels/rows/exportedTable.ts';
import { addRow, removeRows, setCells } from '../../../../src/views/panels/rows/rowCommands.ts';
import { rowsState } from '../../../../src/views/panels/rows/rowsState.ts';
import { saveRows } from '../../../../src/views/panels/rows/saveRows.ts';
import { RowsSession } from '../../../../src/views/panels/rows/session.ts';
import { addressOf, targetOf, type RowsTarget } from '../../../../src/views/panels/rows/target.ts';
import { openOrg, type TestOrg } from '../../../support/org.ts';
import { newSession, settled } from '../../../support/rowsOrg.ts';

const key = 'Country_Codes';

describe('rows that the enterprise shares', () => {
  let org: TestOrg;
  let client: SoapClient;
  let target: RowsTarget;

  before(async () => {
    org = await openOrg();
    const { enterpriseId = 0, businessUnits = [] } = org.sandbox?.connection ?? {};
    const unit = businessUnits.find(({ mid }) => mid !== enterpriseId);
    assert.ok(unit);
    client = org.clientFor(unit.mid);
    target = { connectionId: 'test', mid: unit.mid, key, name: key, owner: enterpriseId };
  });
  after(() => org.close());

  const account = () => ({
    ...{ connectionId: 'test', mid: target.mid, label: 'Acme · UK' },
    client: () => Promise.resolve(client),
  });

  async function openHere(): Promise<RowsSession> {
    const session = new RowsSession(target, account(), describeError);
    await session.load();
    await settled(session);
    return session;
  }

  it('are read where they live, which is said', async () => {
    const session = await openHere();
    assert.equal(rowsState(session).error, undefined);
    assert.equal(session.loaded, 249);
    assert.match(rowsState(session).limits ?? '', /enterprise shares.*Whether this one may write/);
    assert.equal(rowsState(session).isReadOnly, false);
  });

  it('are changed, added and deleted there', async () => {
    const session = await openHere();
    const codes = session.rows(0, 2).map(({ cells }) => cells[0]);
    setCells(session, [{ id: session.at(0)?.id ?? '', row: 0, column: 'Name', value: 'Elsewhere' }]);
    removeRows(session, [1]);
    addRow(session, undefined);
    setCells(session, [{ id: session.at(0)?.id ?? '', row: 0, column: 'Code', value: 'XYZ' }]);
    const outcome = await saveRows(session, {
      ask: () => Promise.resolve({}),
      confirm: () => Promise.resolve(true),
    });
    assert.deepEqual(outcome, { kind: 'written', written: 3, failed: 0, kept: 0 });
    const theirs = newSession(org, key);
    await theirs.load();
    await settled(theirs);
    const held = new Map(theirs.rows(0, 300).map(({ cells }) => [cells[0], cells[1]]));
    assert.deepEqual(
      [held.get(codes[0] ?? ''), held.has(codes[1] ?? ''), held.has('XYZ')],
      ['Elsewhere', false, true],
    );
  });

  it('are exported, from the editor and whole', async () => {
    const { signal } = new AbortController();
    const session = await openHere();
    const tables = [exportedTable(session, signal), await wholeTable(client, target, signal)];
    for (const { columns, batches } of tables) {
      let count = 0;
      for await (const rows of batches) count += rows.length;
      assert.deepEqual([columns.map(({ name }) => name), count], [['Code', 'Name'], 249]);
    }
  });

  it('have a definition, of which a copy goes into no folder of the enterprise', async () => {
    const definition = await readDefinition(client, target);
    assert.ok(definition);
    assert.ok('CategoryID' in definition);
    const copy = renamed(definition, 'Codes of ours', true);
    assert.equal('CategoryID' in copy, false);
    assert.equal((await client.create([copy])).results[0]?.ok, true);
  });

  it('have properties', async () => {
    const found = objectOf({ kind: 'dataExtension', ...target });
    assert.ok(found);
    const session = new PropertiesSession({
      account: account(),
      catalogue: () => Promise.resolve(shippedCatalogue),
      target: found,
      describeError,
      changed: () => undefined,
    });
    await session.load();
    assert.equal(session.state.error, undefined);
    assert.equal(session.state.rows.find(({ path }) => path === 'Name')?.value, key);
    assert.deepEqual(found.update?.({ Description: 'x' }, {}), {
      $type: 'DataExtension',
      Client: { ID: target.owner },
      CustomerKey: key,
      Description: 'x',
    });
  });

  it('are opened again after a restart, and asked for by requests made from them', () => {
    assert.deepEqual(targetOf(addressOf(target)), target);
    const owner = `<ID>${String(target.owner)}</ID>`;
    assert.ok(rowsRequest(key, { ...target, columns: ['Code'], filter: '' }).includes(`<ClientIDs>${owner}`));
    const columns = [{ name: 'Code', type: 'Text', isPrimaryKey: true, isRequired: true }];
    for (const write of [upsertRequest, deleteRequest])
      assert.ok(write({ ...target, columns }).includes(`<Client>${owner}</Client>`));
  });
});
