/** Business units: who sees and writes what. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type TestSandbox } from '../../support/sandbox.ts';

const [enterprise, uk, germany] = [100_000_001, 100_000_002, 100_000_003];
const allAccounts = '<QueryAllAccounts>true</QueryAllAccounts>';
const clients = (...mids: number[]): string =>
  mids.map((mid) => `<ClientIDs><ID>${String(mid)}</ID></ClientIDs>`).join('');

describe('sandbox business units', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  after(() => sandbox.stop());

  const owners = async (type: string, rest: string, mid: number): Promise<string[]> => {
    const { message } = await sandbox.retrieve(type, ['Client.ID'], rest, mid);
    return [...new Set(textsOf(message, 'ID'))].sort();
  };
  const status = async (rest: string, mid: number): Promise<string | undefined> =>
    textOf((await sandbox.retrieve('List', ['ID'], rest, mid)).message, 'OverallStatus');

  it('see their own data alone, and so does the enterprise', async () => {
    for (const mid of [enterprise, uk, germany]) {
      for (const type of [
        'DataExtension',
        'List',
        'DataFolder',
        'Email',
        'EmailSendDefinition',
        'Send',
        'Subscriber',
        'DataExtensionField',
        'ListSubscriber',
        'SentEvent',
      ]) {
        assert.deepEqual(await owners(type, '', mid), [String(mid)], type);
      }
    }
  });

  it('are seen by the enterprise that names them, or asks for all', async () => {
    assert.deepEqual(await owners('List', clients(uk), enterprise), [String(uk)]);
    assert.deepEqual(await owners('List', clients(uk, germany), enterprise), [String(uk), String(germany)]);
    assert.deepEqual(
      await owners('List', `<Options><Client><ID>${String(germany)}</ID></Client></Options>`, enterprise),
      [String(germany)],
    );
    assert.deepEqual(
      await owners('List', clients(uk) + allAccounts, enterprise),
      [enterprise, uk, germany].map(String),
    );
  });

  it('see neither each other nor the enterprise, save what that shares', async () => {
    assert.match((await status(clients(germany), uk)) ?? '', /^Error: API Permission Failed/);
    assert.match((await status(clients(enterprise), uk)) ?? '', /^Error: API Permission Failed/);
    assert.match((await status(clients(7), enterprise)) ?? '', /^Error: API Permission Failed/);
    assert.equal(await status(clients(uk), uk), 'OK');
    assert.deepEqual(await owners('List', allAccounts, uk), [String(uk)]);
    const folders = await sandbox.retrieve('DataFolder', ['Client.ID', 'ContentType'], allAccounts, uk);
    const shared = folders.message
      .split('<Results')
      .filter((result) => result.includes(`<ID>${String(enterprise)}<`));
    assert.ok(shared.length >= 3);
    for (const result of shared) assert.match(result, /<ContentType>shared_dataextension</);
    const extensions = await sandbox.retrieve('DataExtension', ['Name'], allAccounts, uk);
    assert.ok(textsOf(extensions.message, 'Name').includes('Country_Codes'));
    assert.ok(!textsOf(extensions.message, 'Name').includes('Customers'));
  });

  it('are listed with QueryAllAccounts alone; an account sees itself', async () => {
    const names = async (type: string, rest: string, mid: number): Promise<string[]> =>
      textsOf((await sandbox.retrieve(type, ['Name'], rest, mid)).message, 'Name');
    assert.deepEqual(await names('BusinessUnit', allAccounts, enterprise), [
      'Northwind Outfitters',
      'Northwind UK',
      'Northwind Germany',
    ]);
    assert.deepEqual(await names('BusinessUnit', '', enterprise), ['Northwind Outfitters']);
    assert.deepEqual(await names('Account', allAccounts, enterprise), ['Northwind Outfitters']);
    assert.deepEqual(await names('Account', '', uk), ['Northwind UK']);
    const { message } = await sandbox.retrieve('BusinessUnit', ['Name'], '', uk);
    assert.match(
      message,
      /<AccountType>None<\/AccountType><Name>Northwind UK<\/Name><Subscription xsi:nil="true"\/><MasterUnsubscribeBehavior>ENTIRE_ENTERPRISE</,
    );
  });

  it('are written to by the enterprise in their name, and by nobody else', async () => {
    const create = (client: number, mid: number, name: string): Promise<string | undefined> =>
      sandbox
        .call(
          'Create',
          `<CreateRequest><Options/><Objects xsi:type="List"><Client><ID>${String(client)}</ID></Client><ListName>${name}</ListName></Objects></CreateRequest>`,
          mid,
        )
        .then(({ message }) => textOf(message, 'OverallStatus'));
    const lists = async (mid: number): Promise<string[]> =>
      textsOf((await sandbox.retrieve('List', ['ListName'], '', mid)).message, 'ListName');
    assert.equal(await create(uk, enterprise, 'From above'), 'OK');
    assert.ok((await lists(uk)).includes('From above'));
    assert.ok(!(await lists(enterprise)).includes('From above'));
    assert.equal(await create(germany, uk, 'From aside'), 'Error');
    assert.equal(await create(enterprise, uk, 'From below'), 'Error');
  });
});
