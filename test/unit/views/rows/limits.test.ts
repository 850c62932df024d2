/** What cannot be written is known, and said, before anything is changed. */
import assert from 'node:assert/strict';
import { describeError } from '../../../../src/extension/errors/describeError.ts';
import { ClientCredentialsSource, SoapClient } from '../../../../src/soap/index.ts';
import { addRow, removeRows, setCells } from '../../../../src/views/panels/rows/rowCommands.ts';
import { rowsState } from '../../../../src/views/panels/rows/rowsState.ts';
import { RowsSession } from '../../../../src/views/panels/rows/session.ts';
import { openOrg, type TestOrg } from '../../../support/org.ts';
import { newSession, settled } from '../../../support/rowsOrg.ts';

describe('rows that cannot be written', () => {
  let org: TestOrg;
  before(async () => {
    org = await openOrg();
  });
  after(() => org.close());

  async function loaded(session: RowsSession): Promise<RowsSession> {
    await session.load();
    await settled(session);
    assert.ok(session.shown > 0);
    return session;
  }

  /** Nothing that a person does is kept, and the page offers none of it. */
  function assertReadOnly(session: RowsSession, why: RegExp): void {
    const id = session.at(0)?.id ?? '';
    const column = session.fields.at(-1)?.name ?? '';
    setCells(session, [{ id, row: 0, column, value: 'x' }]);
    addRow(session, undefined);
    removeRows(session, [0]);
    const { isReadOnly, limits, changes } = rowsState(session);
    assert.deepEqual([isReadOnly, changes.changed, changes.added, changes.deleted], [true, 0, 0, 0]);
    assert.match(limits ?? '', why);
  }

  it('are those of a synchronised data extension', async () => {
    const session = await loaded(newSession(org, 'Contact_Salesforce'));
    assertReadOnly(session, /synchronised: its rows come from the CRM.*Change them in the CRM/);
  });

  it('are those that the token may only read (F4)', async () => {
    const scopes = ['data_extensions_read'];
    const tokens = new ClientCredentialsSource({ ...org.credentials, scopes }, { transport: org.transport });
    const client = new SoapClient({ tokens, transport: org.transport });
    const session = await loaded(newSession({ client }, 'Country_Codes'));
    assertReadOnly(session, /may not write.*data_extensions_write/);
  });

  it('are those of a connection that is read-only by its settings (F6)', async () => {
    const { client } = org;
    const place = { connectionId: 'test', mid: 1 };
    const account = { ...place, label: 'Acme · UK', isReadOnly: true, client: () => Promise.resolve(client) };
    const target = { ...place, key: 'Country_Codes', name: 'Country_Codes' };
    const session = await loaded(new RowsSession(target, account, describeError));
    assertReadOnly(session, /^Acme · UK is read-only by the settings/);
  });

  it('are no others, and where they come from is asked once', async () => {
    const session = await loaded(newSession(org, 'Country_Codes'));
    const asked = (): number =>
      (org.sandbox?.requests() ?? []).filter(({ objectType }) => objectType === 'DataFolder').length;
    const before = asked();
    await loaded(session);
    const { isReadOnly, limits } = rowsState(session);
    assert.deepEqual([isReadOnly, limits, asked()], [false, undefined, before]);
  });
});
