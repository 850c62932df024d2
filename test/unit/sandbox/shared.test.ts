/** Data extensions that the enterprise shares with its business units: their columns, their rows, sends to them. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, taskId } from './requests.ts';

const [enterprise, uk, germany] = [100_000_001, 100_000_002, 100_000_003];
const client = (mid: number): string => `<Client><ID>${String(mid)}</ID></Client>`;
const clients = (mid: number): string => `<ClientIDs><ID>${String(mid)}</ID></ClientIDs>`;
const everything = '<QueryAllAccounts>true</QueryAllAccounts>';

describe('sandbox shared data extensions', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
  });
  afterEach(() => sandbox.stop());

  /** How many rows a retrieve finds, or why it fails. */
  const rows = async (key: string, rest: string, mid: number): Promise<number | string> => {
    const { message } = await sandbox.retrieve(
      `DataExtensionObject[${key}]`,
      ['_CustomObjectKey'],
      rest,
      mid,
    );
    const status = textOf(message, 'OverallStatus') ?? '';
    return status === 'OK' ? textsOf(message, 'Value').length : status;
  };
  const country = (content: string, code = 'XX'): string =>
    object(
      'DataExtensionObject',
      `${content}<CustomerKey>Country_Codes</CustomerKey><Properties><Property><Name>Code</Name><Value>${code}</Value></Property><Property><Name>Name</Name><Value>Nowhere</Value></Property></Properties>`,
    );
  const write = async (method: string, content: string, mid: number, options = ''): Promise<string> =>
    outcome(
      await sandbox.call(
        method,
        `<${method}Request><Options>${options}</Options>${content}</${method}Request>`,
        mid,
      ),
    );
  const problems = (): string => sandbox.lastRequest()?.problems.join(' ') ?? '';

  it('are read by the enterprise as its own, by a business unit that names it, or asks for all', async () => {
    assert.equal(await rows('Country_Codes', '', enterprise), 249);
    assert.equal(await rows('Country_Codes', clients(enterprise), uk), 249);
    assert.equal(await rows('Country_Codes', `<Options>${client(enterprise)}</Options>`, uk), 249);
    assert.equal(await rows('Country_Codes', everything, germany), 249);
  });

  it('are not found by a business unit that says nothing of the enterprise, and the journal tells why', async () => {
    const missing = 'Error: Data extension does not exist: Country_Codes.';
    assert.equal(await rows('Country_Codes', '', uk), missing);
    assert.match(problems(), /Country_Codes is shared by the enterprise, whose MID is 100000001\./);
    assert.equal(await write('Create', country(''), uk), 'Error 2');
    assert.match(problems(), /whose MID is 100000001/);
    // A prefix of SQL and of scripts is no part of a key.
    assert.match(String(await rows('ENT.Country_Codes', '', uk)), /does not exist/);
  });

  it('are written by a business unit that names the enterprise', async () => {
    assert.equal(await write('Create', country(client(enterprise)), uk), 'OK: Created DataExtensionObject');
    assert.equal(
      await write('Update', country('', 'XX'), uk, client(enterprise)),
      'OK: Updated DataExtensionObject',
    );
    assert.equal(await rows('Country_Codes', '', enterprise), 250);
    assert.equal(await write('Delete', country(client(enterprise)), uk), 'OK: Deleted DataExtensionObject');
    assert.equal(await rows('Country_Codes', '', enterprise), 249);
  });

  it('show their columns, folders and settings so, and nothing that is not shared', async () => {
    const found = async (type: string, property: string, rest: string): Promise<string[]> =>
      textsOf((await sandbox.retrieve(type, [property], rest, uk)).message, property);
    const named = await found('DataExtension', 'Name', clients(enterprise));
    assert.ok(named.includes('Country_Codes') && !named.includes('Customers'));
    const columns = equals('DataExtension.CustomerKey', 'Country_Codes');
    assert.deepEqual(await found('DataExtensionField', 'Name', clients(enterprise) + columns), [
      'Code',
      'Name',
    ]);
    assert.deepEqual(await found('DataExtensionField', 'Name', columns), []);
    assert.ok((await found('DataFolder', 'ContentType', clients(enterprise))).length > 0);
    for (const type of await found('DataFolder', 'ContentType', clients(enterprise))) {
      assert.match(type, /^shared_/);
    }
    assert.match(String(await rows('Customers', clients(enterprise), uk)), /does not exist/);
    const customer = country(client(enterprise)).replaceAll('Country_Codes', 'Customers');
    assert.equal(await write('Create', customer, uk), 'Error 2');
    assert.doesNotMatch(problems(), /shared/);
  });

  it('belong to the enterprise, which alone changes, clears and deletes them', async () => {
    const extension = object(
      'DataExtension',
      `${client(enterprise)}<CustomerKey>Country_Codes</CustomerKey>`,
    );
    for (const method of ['Update', 'Delete']) assert.equal(await write(method, extension, uk), 'Error 4');
    const cleared = await sandbox.call(
      'Perform',
      `<PerformRequestMsg><Action>ClearData</Action><Definitions><Definition xsi:type="DataExtension">${client(enterprise)}<CustomerKey>Country_Codes</CustomerKey></Definition></Definitions></PerformRequestMsg>`,
      uk,
    );
    assert.equal(outcome(cleared), 'Error 4');
    assert.equal(await rows('Country_Codes', '', enterprise), 249);
  });

  it('are what business units can send to', async () => {
    const { message } = await sandbox.retrieve(
      'DataExtension',
      ['ObjectID'],
      everything + equals('CustomerKey', 'Legal_Exclusions'),
      uk,
    );
    const own = async (type: string): Promise<string> =>
      textOf((await sandbox.retrieve(type, ['CustomerKey'], '', uk)).message, 'CustomerKey') ?? '';
    const id = textOf(message, 'ObjectID') ?? '';
    const source = `<SendDefinitionListType>SourceList</SendDefinitionListType><CustomObjectID>${id}</CustomObjectID><DataSourceTypeID>CustomObject</DataSourceTypeID>`;
    const content = `<CustomerKey>to-shared</CustomerKey><Name>to-shared</Name><SendClassification><CustomerKey>${await own('SendClassification')}</CustomerKey></SendClassification><SendDefinitionList>${source}</SendDefinitionList><Email><CustomerKey>${await own('Email')}</CustomerKey></Email>`;
    assert.equal(
      await write('Create', object('EmailSendDefinition', content), uk),
      'OK: EmailSendDefinition created',
    );
    const started = await sandbox.call(
      'Perform',
      '<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="EmailSendDefinition"><CustomerKey>to-shared</CustomerKey></Definition></Definitions></PerformRequestMsg>',
      uk,
    );
    const send = taskId(started);
    clock.advance(3_600_000);
    const shown = await sandbox.retrieve('Send', ['NumberTargeted', 'Status'], equals('ID', send), uk);
    assert.equal(textOf(shown.message, 'Status'), 'Complete');
    assert.equal(textOf(shown.message, 'NumberTargeted'), '350');
    // What is not shared is no audience.
    const customers = await sandbox.retrieve(
      'DataExtension',
      ['ObjectID'],
      equals('CustomerKey', 'Customers'),
    );
    const other = content.replace(id, textOf(customers.message, 'ObjectID') ?? '');
    assert.equal(
      await write('Create', object('EmailSendDefinition', other.replaceAll('to-shared', 'other')), uk),
      'Error 42008',
    );
  });

  it('are filled by queries of business units, from tables of the enterprise', async () => {
    const query = (target: string): string =>
      object(
        'QueryDefinition',
        `<CustomerKey>q</CustomerKey><Name>q</Name><QueryText>SELECT 'QQ' AS Code, MIN(Name) AS Name FROM ENT.Country_Codes</QueryText><TargetType>DE</TargetType><DataExtensionTarget><CustomerKey>${target}</CustomerKey></DataExtensionTarget><TargetUpdateType>Append</TargetUpdateType>`,
      );
    assert.equal(await write('Create', query('Customers_Of_Nobody'), uk), 'Error 2');
    assert.equal(await write('Create', query('Country_Codes'), uk), 'OK: QueryDefinition created');
    const definition = '<Definition xsi:type="QueryDefinition"><CustomerKey>q</CustomerKey></Definition>';
    await sandbox.call(
      'Perform',
      `<PerformRequestMsg><Action>start</Action><Definitions>${definition}</Definitions></PerformRequestMsg>`,
      uk,
    );
    clock.advance(60_000);
    assert.equal(await rows('Country_Codes', '', enterprise), 250);
  });
});
