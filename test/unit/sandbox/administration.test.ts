/** Business units, agency clients, users and roles; e-mails, portfolio items and text messages (A12, E1, G2, G3). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, write, type WriteMethod } from './requests.ts';

describe('sandbox administration', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
  });
  afterEach(() => sandbox.stop());

  const save = (method: WriteMethod, type: string, content: string): Promise<SoapReply> =>
    write(sandbox, method, object(type, content));
  const address =
    '<Name>South</Name><Email>s@example.com</Email><FromName>South</FromName><BusinessName>South Ltd</BusinessName><Address>1 Main St</Address><City>Lisbon</City><State>LX</State><Zip>1000</Zip><Country>PT</Country>';
  const unit = (rest = address): string =>
    `<CustomerKey>south</CustomerKey><AccountType>BUSINESS_UNIT</AccountType><ParentID>100000001</ParentID>${rest}`;

  it('makes business units that work at once, changes and deletes them (G2)', async () => {
    const made = await save('Create', 'BusinessUnit', unit());
    assert.equal(outcome(made), 'OK: Business Unit created');
    const mid = Number(textOf(made.message, 'NewID'));
    const inside = await sandbox.retrieve('List', ['ListName'], '', mid);
    assert.deepEqual(textsOf(inside.message, 'ListName'), ['All Subscribers']);
    assert.equal(
      sandbox.connection.businessUnits.length,
      3,
      'the handle that the test spread is of the start',
    );
    assert.equal(
      outcome(
        await save(
          'Update',
          'BusinessUnit',
          `<ID>${String(mid)}</ID><AccountType>BUSINESS_UNIT</AccountType><BusinessName>South Europe</BusinessName>`,
        ),
      ),
      'OK: Business Unit updated',
    );
    const all = '<QueryAllAccounts>true</QueryAllAccounts>';
    const units = await sandbox.retrieve(
      'BusinessUnit',
      ['ID', 'Name', 'BusinessName', 'City', 'AccountType'],
      all,
    );
    assert.match(
      units.message,
      new RegExp(`<ID>${String(mid)}</ID>.*<AccountType>BUSINESS_UNIT</AccountType>.*South Europe.*Lisbon`),
    );
    assert.equal(
      outcome(await save('Delete', 'BusinessUnit', '<CustomerKey>south</CustomerKey>')),
      'OK: Business Unit deleted',
    );
    assert.equal(outcome(await save('Delete', 'BusinessUnit', `<ID>${String(mid)}</ID>`)), 'Error 1009');
    assert.equal(outcome(await save('Delete', 'BusinessUnit', '<ID>100000001</ID>')), 'Error 1000');
  });

  it('says by code what is wrong with a business unit', async () => {
    assert.equal(outcome(await save('Create', 'BusinessUnit', unit('<Name>South</Name>'))), 'Error 1005');
    assert.equal(
      outcome(await save('Create', 'BusinessUnit', unit().replace('100000001', '5'))),
      'Error 1011',
    );
    assert.equal(
      outcome(await save('Create', 'BusinessUnit', unit().replace('BUSINESS_UNIT', 'EXACTTARGET'))),
      'Error 1017',
    );
    assert.equal(
      outcome(await save('Create', 'BusinessUnit', unit().replace('>south<', `>${'x'.repeat(37)}<`))),
      'Error 1015',
    );
    const fromBelow = await sandbox.call(
      'Create',
      `<CreateRequest><Options/>${object('BusinessUnit', unit())}</CreateRequest>`,
      100_000_002,
    );
    assert.equal(outcome(fromBelow), 'Error 1000');
    await save('Create', 'BusinessUnit', unit());
    assert.equal(outcome(await save('Create', 'BusinessUnit', unit())), 'Error 1');
  });

  it('makes clients of an agency, which are no business units (G3)', async () => {
    const client = unit().replace('BUSINESS_UNIT', 'PRO_CONNECT_CLIENT');
    const made = await save('Create', 'Account', client);
    assert.equal(outcome(made), 'OK: Account created');
    const token = await sandbox.token(Number(textOf(made.message, 'NewID')));
    assert.ok(token.length > 50);
    const units = await sandbox.retrieve(
      'BusinessUnit',
      ['Name'],
      '<QueryAllAccounts>true</QueryAllAccounts>',
    );
    assert.ok(!textsOf(units.message, 'Name').includes('South'));
  });

  const user = (rest = ''): string =>
    `<CustomerKey>u</CustomerKey><UserID>bob.builder</UserID><Password>Str0ng-enough</Password><Name>Bob</Name><Email>bob@example.com</Email><ActiveFlag>true</ActiveFlag><Delete>0</Delete><IsAPIUser>true</IsAPIUser><DefaultBusinessUnit>100000002</DefaultBusinessUnit>${rest}<Roles><Role><CustomerKey>SYS_DEF_DATA</CustomerKey></Role></Roles>`;

  it('makes users, never shows a password, and puts them into business units (G2)', async () => {
    const made = await save('Create', 'AccountUser', user());
    assert.equal(outcome(made), 'OK: Account User Updated / Created');
    assert.equal(textOf(made.message, 'NewID'), '0');
    assert.doesNotMatch(made.message, /Str0ng/);
    assert.match(made.message, /<Password\/>|<Password><\/Password>/);
    const id = textOf(made.message, 'ID') ?? '';
    const read = async (): Promise<string> =>
      (
        await sandbox.retrieve(
          'AccountUser',
          ['UserID', 'Name', 'Password', 'ActiveFlag'],
          equals('CustomerKey', 'u'),
        )
      ).message;
    assert.match(await read(), /<Delete>0<\/Delete>.*<CustomerKey>SYS_DEF_DATA<\/CustomerKey>/);
    assert.doesNotMatch(await read(), /Str0ng/);
    const assign = await sandbox.call(
      'Configure',
      `<ConfigureRequestMsg><Action>assign</Action><Configurations><Configuration xsi:type="AccountUser"><ID>${id}</ID><BusinessUnitAssignmentConfiguration><BusinessUnitIds><BusinessUnitId>100000003</BusinessUnitId></BusinessUnitIds><IsDelete>false</IsDelete></BusinessUnitAssignmentConfiguration></Configuration></Configurations></ConfigureRequestMsg>`,
    );
    assert.equal(outcome(assign), 'OK: User Business Unit assignments successfully updated');
    const inGermany = await sandbox.retrieve(
      'AccountUser',
      ['UserID'],
      equals('CustomerKey', 'u'),
      100_000_003,
    );
    assert.equal(textOf(inGermany.message, 'UserID'), 'bob.builder');
    await save(
      'Update',
      'AccountUser',
      '<CustomerKey>u</CustomerKey><ActiveFlag>false</ActiveFlag><Delete>0</Delete>',
    );
    assert.match(await read(), /<ActiveFlag>false<\/ActiveFlag>/);
  });

  it('keeps the time zones of users and business units, by their ID or name', async () => {
    const zone = '<TimeZone><ID>5</ID></TimeZone>';
    const inZone = user().replace('<Delete>', `${zone}<Delete>`);
    assert.equal(outcome(await save('Create', 'AccountUser', inZone)), 'OK: Account User Updated / Created');
    const shown = await sandbox.retrieve('AccountUser', ['TimeZone.Name'], equals('CustomerKey', 'u'));
    assert.match(shown.message, /<TimeZone>.*Berlin.*<\/TimeZone>/);
    const wrong = inZone.replaceAll('<ID>5<', '<ID>4711<').replaceAll('bob.builder', 'bob.other');
    assert.equal(outcome(await save('Create', 'AccountUser', wrong.replace('>u<', '>v<'))), 'Error 389000');
    const change = (name: string): Promise<SoapReply> =>
      save(
        'Update',
        'BusinessUnit',
        `<CustomerKey>northwind-uk</CustomerKey><TimeZone><Name>${name}</Name></TimeZone>`,
      );
    assert.equal(outcome(await change('nowhere')), 'Error 389002');
    assert.equal(
      outcome(await change('(GMT-05:00) Eastern Time (US &amp; Canada) *')),
      'OK: Business Unit updated',
    );
    const token = await sandbox.token(100_000_002);
    const headers = { authorization: `Bearer ${token}` };
    const info = (await (await fetch(`${sandbox.address}/v2/userinfo`, { headers })).json()) as {
      organization: { zoneinfo: string; timezone: { offset: number; dst: boolean } };
    };
    assert.equal(info.organization.zoneinfo, 'America/New_York');
    assert.ok(info.organization.timezone.dst);
  });

  for (const [what, from, to, code] of [
    ['a name', '<Name>Bob</Name>', '', '11009'],
    ['an address', '<Email>bob@example.com</Email>', '', '11010'],
    ['a valid address', 'bob@example.com', 'bob', '11011'],
    ['a long password', 'Str0ng-enough', 'S0-t', '11005'],
    ['a mixed password', 'Str0ng-enough', 'onlyletters', '11006'],
    ['a password without the user name', 'Str0ng-enough', 'bob.builder-1A', '11007'],
    ['a long user name', 'bob.builder', 'bob', '11013'],
    ['a user name of its own', 'bob.builder', 'api-user', '11014'],
    ['a key of its own', '>u<', '>api-user<', '11019'],
  ] as const) {
    it(`wants ${what} of a user (F7)`, async () => {
      assert.equal(outcome(await save('Create', 'AccountUser', user().replace(from, to))), `Error ${code}`);
    });
  }

  it('makes roles, and keeps those of the system and those in use (G2)', async () => {
    const role =
      '<CustomerKey>sender</CustomerKey><Name>Sender</Name><Permissions><Permission><Name>Send</Name><IsAllowed>true</IsAllowed></Permission></Permissions>';
    assert.equal(outcome(await save('Create', 'Role', role)), 'OK: Role created');
    const { message } = await sandbox.retrieve(
      'Role',
      ['CustomerKey', 'IsSystemDefined', 'Permissions'],
      equals('IsPrivate', 'false'),
    );
    assert.deepEqual(textsOf(message, 'IsSystemDefined'), ['true', 'true', 'true', 'true', 'false']);
    assert.match(message, /<Permission>.*<IsAllowed>true<\/IsAllowed>/);
    assert.equal(
      outcome(await save('Update', 'Role', '<CustomerKey>SYS_DEF_ADMIN</CustomerKey><Name>x</Name>')),
      'Error 2',
    );
    await save('Create', 'AccountUser', user().replace('SYS_DEF_DATA', 'sender'));
    assert.equal(outcome(await save('Delete', 'Role', '<CustomerKey>sender</CustomerKey>')), 'Error 2');
    await save(
      'Update',
      'AccountUser',
      '<CustomerKey>u</CustomerKey><Roles><Role><CustomerKey>SYS_DEF_DATA</CustomerKey></Role></Roles>',
    );
    assert.equal(
      outcome(await save('Delete', 'Role', '<CustomerKey>sender</CustomerKey>')),
      'OK: Role deleted',
    );
  });

  it('makes e-mails whose links are clicked', async () => {
    const html = '&lt;a href="https://a.example/?x=1&amp;amp;y=2"&gt;A&lt;/a&gt;';
    const made = await save(
      'Create',
      'Email',
      `<CustomerKey>mail</CustomerKey><Name>Mail</Name><Subject>Hi</Subject><HTMLBody>${html}</HTMLBody>`,
    );
    assert.equal(outcome(made), 'OK: Email created');
    assert.equal(
      outcome(await save('Create', 'Email', '<CustomerKey>mail</CustomerKey><Name>Mail</Name>')),
      'Error 1',
    );
    assert.equal(outcome(await save('Create', 'Email', '')), 'Error 4004');
    assert.equal(
      outcome(await save('Update', 'Email', '<CustomerKey>mail</CustomerKey><Subject>Ho</Subject>')),
      'OK: Email updated',
    );
    assert.equal(
      outcome(await save('Update', 'Email', '<CustomerKey>mail</CustomerKey><CategoryID>1</CategoryID>')),
      'Error 4002',
    );
    const shown = await sandbox.retrieve('Email', ['Subject', 'HTMLBody'], equals('CustomerKey', 'mail'));
    assert.equal(textOf(shown.message, 'Subject'), 'Ho');
    assert.equal(
      outcome(await save('Delete', 'Email', '<CustomerKey>mail</CustomerKey>')),
      'OK: Email deleted',
    );
    assert.equal(outcome(await save('Delete', 'Email', '<CustomerKey>mail</CustomerKey>')), 'Error 4001');
  });

  it('keeps portfolio items (E1)', async () => {
    const item =
      '<CustomerKey>logo</CustomerKey><Source><URN>https://example.com/logo.png</URN></Source><FileName>logo.png</FileName><DisplayName>Logo</DisplayName>';
    assert.equal(outcome(await save('Create', 'Portfolio', item)), 'OK: Portfolio created');
    const { message } = await sandbox.retrieve(
      'Portfolio',
      ['DisplayName', 'FileURL', 'FileName'],
      equals('CustomerKey', 'logo'),
    );
    assert.deepEqual(
      ['DisplayName', 'FileURL', 'FileName'].map((name) => textOf(message, name)),
      ['Logo', 'https://example.com/logo.png', 'logo.png'],
    );
    assert.equal(outcome(await save('Create', 'Portfolio', '<DisplayName>x</DisplayName>')), 'Error 2');
  });

  it('sends text messages that arrive (A12)', async () => {
    const list =
      textOf((await sandbox.retrieve('List', ['ID'], equals('ListName', 'Newsletter'))).message, 'ID') ?? '';
    const definition = (rest: string): Promise<SoapReply> =>
      save('Create', 'SMSTriggeredSendDefinition', `<CustomerKey>sms</CustomerKey><Name>sms</Name>${rest}`);
    const send = (number: string, key = 'sms'): Promise<SoapReply> =>
      save(
        'Create',
        'SMSTriggeredSend',
        `<SMSTriggeredSendDefinition><CustomerKey>${key}</CustomerKey></SMSTriggeredSendDefinition><Subscriber><SubscriberKey>k</SubscriberKey></Subscriber><Message>Hello</Message><Number>${number}</Number>`,
      );
    assert.equal(outcome(await definition('')), 'Error 441005');
    assert.equal(outcome(await definition('<Publication><ID>5</ID></Publication>')), 'Error 441002');
    const good = `<Publication><ID>${list}</ID></Publication>`;
    assert.equal(outcome(await definition(`${good}<SendToList>true</SendToList>`)), 'Error 441003');
    assert.equal(outcome(await definition(good)), 'OK: SMSTriggeredSendDefinition created');
    assert.equal(outcome(await send('15555550100', 'no')), 'Error 33000');
    assert.equal(outcome(await send('home')), 'Error 33100');
    const sent = await send('15555550100');
    assert.equal(outcome(sent), 'OK: Created SMSTriggeredSend');
    const events = async (): Promise<string[]> =>
      textsOf(
        (await sandbox.retrieve('SMSMTEvent', ['SMSTriggeredSend.SmsSendId', 'Carrier'])).message,
        'SmsSendId',
      );
    assert.deepEqual(await events(), []);
    clock.advance(4000);
    assert.deepEqual(await events(), [textOf(sent.message, 'SmsSendId')]);
  });
});
