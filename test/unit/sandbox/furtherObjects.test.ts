/** Objects that hang together with little else: time zones, assignments, publications, file triggers, extracts. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { allPages, equals, object, outcome, perform, taskId, write, type WriteMethod } from './requests.ts';

const main = 100_000_001;

describe('sandbox objects beyond the workflow', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({
      clock,
      seed: {
        accounts: [
          { mid: main, name: 'Main' },
          { mid: main + 1, name: 'Unit' },
        ],
        objects: [
          { type: 'PrivateIP', Name: 'Offers', IPAddress: '192.0.2.10' },
          {
            type: 'DataExtension',
            CustomerKey: 'de',
            Name: 'de',
            Fields: { Field: [{ Name: 'Id', FieldType: 'Text', MaxLength: 20 }] },
          },
          {
            type: 'ExtractDefinition',
            CustomerKey: 'nightly',
            Name: 'Nightly',
            PackageKey: 'bb94a04d-9632-4623-be47-daabc3f588a6',
            Values: {
              Value: [
                { Name: 'DECustomerKey', Value: 'de' },
                { Name: 'OutputFileName', Value: 'de.csv' },
                { Name: 'StartDate', Value: '2030-01-01' },
                { Name: 'EndDate', Value: '2031-01-01' },
              ],
            },
          },
          { type: 'Subscriber', EmailAddress: 'ann@example.com', SubscriberKey: 'ann' },
        ],
        rows: { de: [{ Id: 'first' }] },
      },
    });
  });
  afterEach(() => sandbox.stop());

  const save = (method: WriteMethod, type: string, content: string): Promise<SoapReply> =>
    write(sandbox, method, object(type, content));

  it('have the time zones that users and accounts are in', async () => {
    const { message } = await sandbox.retrieve('TimeZone', ['ID', 'Name']);
    const zones = new Map(
      textsOf(message, 'ID').map((id, index) => [id, textsOf(message, 'Name')[index]] as const),
    );
    assert.equal(zones.size, 92);
    assert.equal(zones.get('1'), '(GMT-06:00) Central Standard Time');
    assert.equal(zones.get('5'), '(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna *');
    const user = await sandbox.retrieve('AccountUser', ['TimeZone.ID', 'TimeZone.Name']);
    assert.match(
      user.message,
      /<TimeZone>.*<ID>1<\/ID>.*<Name>\(GMT-06:00\) Central Standard Time<\/Name><\/TimeZone>/,
    );
    assert.equal(outcome(await save('Create', 'TimeZone', '<Name>x</Name>')), 'Error 5');
  });

  it('say where each user can be used, as it was recorded (G2)', async () => {
    const { message } = await sandbox.retrieve('AccountUserAccount', [
      'AccountUser.AccountUserID',
      'Account.ID',
    ]);
    const [, id = ''] = /<AccountUserID>(\d+)</.exec(message) ?? [];
    const result = (mid: number): string =>
      `<Results xsi:type="AccountUserAccount"><PartnerKey xsi:nil="true"/><ObjectID xsi:nil="true"/><AccountUser><PartnerKey xsi:nil="true"/><ObjectID xsi:nil="true"/><AccountUserID>${id}</AccountUserID><Delete>0</Delete></AccountUser><Account><PartnerKey xsi:nil="true"/><ID>${String(mid)}</ID><ObjectID xsi:nil="true"/><AccountType>None</AccountType><Subscription xsi:nil="true"/></Account></Results>`;
    assert.ok(message.endsWith(`${result(main)}${result(main + 1)}</RetrieveResponseMsg>`), message);
    const one = await sandbox.retrieve(
      'AccountUserAccount',
      ['Account.Name'],
      equals('Account.Name', 'Unit'),
    );
    assert.deepEqual(textsOf(one.message, 'Name'), ['Unit']);
    const bad = await sandbox.retrieve('AccountUserAccount', ['Account.City']);
    assert.match(
      textOf(bad.message, 'OverallStatus') ?? '',
      /Request Property\(s\) Account\.City do not match/,
    );
  });

  it('have the addresses that mail goes out from', async () => {
    const { message } = await sandbox.retrieve('PrivateIP', ['Name', 'IPAddress', 'OrdinalID', 'IsActive']);
    assert.match(
      message,
      /<Name>Offers<\/Name><IsActive>true<\/IsActive><OrdinalID>1<\/OrdinalID><IPAddress>192\.0\.2\.10</,
    );
    assert.equal(outcome(await save('Create', 'PrivateIP', '<Name>x</Name>')), 'Error 5');
  });

  it('keep publications, and who is subscribed to them', async () => {
    const made = await save('Create', 'Publication', '<Name>Alerts</Name>');
    assert.equal(outcome(made), 'OK: Publication created');
    const id = textOf(made.message, 'NewID') ?? '';
    const shown = await sandbox.retrieve('Publication', ['ID', 'Name', 'Category'], equals('Name', 'Alerts'));
    assert.equal(textOf(shown.message, 'ID'), id);
    assert.equal(outcome(await save('Create', 'Publication', '<Name>alerts</Name>')), 'Error 111001');
    assert.equal(
      outcome(await save('Create', 'Publication', `<Name>${'x'.repeat(51)}</Name>`)),
      'Error 111000',
    );
    const subscribe = (publication: string, key: string): Promise<SoapReply> =>
      save(
        'Create',
        'PublicationSubscriber',
        `<Publication><ID>${publication}</ID></Publication><Subscriber><SubscriberKey>${key}</SubscriberKey></Subscriber>`,
      );
    assert.equal(outcome(await subscribe(id, 'ann')), 'OK: PublicationSubscriber created');
    assert.equal(outcome(await subscribe(id, 'ann')), 'Error 12014');
    assert.equal(outcome(await subscribe(id, 'nobody')), 'Error 12001');
    assert.equal(outcome(await subscribe('1', 'ann')), 'Error 2');
    const none = await sandbox.retrieve('PublicationSubscriber', ['ID']);
    assert.match(none.message, /Unable to find a handler for object type: PublicationSubscriber/);
  });

  it('fetch files by triggers, and tell when each kind was fetched last', async () => {
    const trigger = (key: string): string =>
      `<CustomerKey>${key}</CustomerKey><ExternalReference>shop</ExternalReference><Type>orders</Type><FileName>${key}%%Month%%.csv</FileName><Name>${key}</Name>`;
    assert.equal(outcome(await save('Create', 'FileTrigger', trigger('a'))), 'OK: FileTrigger created');
    assert.equal(outcome(await save('Create', 'FileTrigger', trigger('b'))), 'OK: FileTrigger created');
    assert.equal(
      outcome(await save('Create', 'FileTrigger', '<CustomerKey>c</CustomerKey><Name>c</Name>')),
      'Error 2',
    );
    const start = (key: string): Promise<SoapReply> =>
      perform(sandbox, 'start', 'FileTrigger', `<CustomerKey>${key}</CustomerKey>`);
    const status = async (key: string): Promise<string> => {
      const asked = ['Status', 'StatusMessage', 'LastPullDate'];
      const { message } = await sandbox.retrieve('FileTrigger', asked, equals('CustomerKey', key));
      return asked.map((name) => textOf(message, name) ?? '').join('|');
    };
    assert.equal(await status('a'), 'New||');
    await start('a');
    assert.equal(await status('a'), 'Error|The file a05.csv is not in the Import folder.|');
    await fetch(`${sandbox.address}/_sandbox/file?folder=Import&name=a05.csv`, { method: 'PUT', body: 'x' });
    assert.equal(outcome(await start('a')), 'OK: FileTrigger performed');
    assert.equal(await status('a'), 'Complete||2030-05-16T12:00:00');
    clock.advance(3_600_000);
    await fetch(`${sandbox.address}/_sandbox/file?folder=Import&name=b05.csv`, { method: 'PUT', body: 'x' });
    await start('b');
    const last = await sandbox.retrieve('FileTriggerTypeLastPull', [
      'ExternalReference',
      'Type',
      'LastPullDate',
    ]);
    assert.match(
      last.message,
      /<ExternalReference>shop<\/ExternalReference><Type>orders<\/Type><LastPullDate>2030-05-16T13:00:00</,
    );
    assert.equal(textsOf(last.message, 'Type').length, 1);
    assert.equal(outcome(await start('none')), 'Error 3');
  });

  it('run the extracts that somebody made in the web application (D1)', async () => {
    const found = await sandbox.retrieve('ExtractDefinition', ['ObjectID'], equals('CustomerKey', 'nightly'));
    const id = textOf(found.message, 'ObjectID') ?? '';
    const started = await perform(sandbox, 'start', 'ExtractDefinition', `<ObjectID>${id}</ObjectID>`);
    assert.equal(outcome(started), 'OK: ExtractDefinition performed');
    const task = taskId(started);
    clock.advance(60_000);
    const state = await sandbox.retrieve('AsyncActivityStatus', ['Status'], equals('TaskID', task));
    assert.deepEqual(textsOf(state.message, 'Value'), ['Complete']);
    const file = await fetch(`${sandbox.address}/_sandbox/file?folder=Export&name=de.csv`);
    assert.equal((await file.text()).trim(), 'first');
    assert.equal(outcome(await save('Create', 'ExtractDefinition', '<Name>x</Name>')), 'Error 5');
  });

  it('show which column of a file an import puts where (E2)', async () => {
    const content =
      '<CustomerKey>imp</CustomerKey><Name>imp</Name><DestinationObject xsi:type="DataExtension"><CustomerKey>de</CustomerKey></DestinationObject><FieldMappingType>ManualMap</FieldMappingType><FieldMaps><FieldMap><SourceName>key</SourceName><DestinationName>Id</DestinationName></FieldMap></FieldMaps><FileSpec>x.csv</FileSpec><FileType>CSV</FileType><RetrieveFileTransferLocation><CustomerKey>ExactTarget Enhanced FTP</CustomerKey></RetrieveFileTransferLocation><UpdateType>Overwrite</UpdateType>';
    assert.equal(outcome(await save('Create', 'ImportDefinition', content)), 'OK: ImportDefinition created.');
    const { message } = await sandbox.retrieve(
      'ImportDefinitionFieldMap',
      ['CustomerKey', 'DestinationName', 'Item'],
      equals('CustomerKey', 'imp'),
    );
    assert.match(message, /<CustomerKey>imp<.*<SourceName>key<.*<DestinationName>Id</);
  });

  it('have no answers to surveys and no friends who signed up, and check what is asked of them', async () => {
    for (const type of ['SurveyEvent', 'ForwardedEmailOptInEvent']) {
      const none = await sandbox.retrieve(type, ['SendID', 'EventDate']);
      assert.equal(textOf(none.message, 'OverallStatus'), 'OK');
      assert.ok(!none.message.includes('<Results'));
      const wrong = await sandbox.retrieve(type, ['Nope']);
      assert.match(textOf(wrong.message, 'OverallStatus') ?? '', /Nope do not match/);
    }
  });
});

describe('sandbox TrackingEvent', () => {
  it('answers the events of every kind, page by page, as each kind does by itself (A14)', async () => {
    const sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
    try {
      const sends = await sandbox.retrieve('Send', ['ID'], equals('EmailName', 'VIP preview'));
      const id = textOf(sends.message, 'ID') ?? '';
      const few = '<Options><BatchSize>100</BatchSize></Options>';
      const pages = await allPages(
        sandbox,
        sandbox.retrieve('TrackingEvent', ['EventType', 'SubscriberKey'], `${few}${equals('SendID', id)}`),
      );
      assert.ok(pages.length > 2);
      const counts = new Map<string, number>();
      for (const type of pages.flatMap(({ message }) => textsOf(message, 'EventType'))) {
        counts.set(type, (counts.get(type) ?? 0) + 1);
      }
      const of = async (type: string): Promise<number> => {
        const kind = await allPages(sandbox, sandbox.retrieve(type, ['SendID'], equals('SendID', id)));
        return kind.reduce((sum, { message }) => sum + textsOf(message, 'SendID').length, 0);
      };
      const bounces = ['HardBounce', 'SoftBounce', 'OtherBounce'];
      assert.deepEqual(
        {
          sent: counts.get('Sent'),
          open: counts.get('Open'),
          click: counts.get('Click') ?? 0,
          bounce: bounces.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0),
          unsubscribe: counts.get('Unsubscribe') ?? 0,
        },
        {
          sent: await of('SentEvent'),
          open: await of('OpenEvent'),
          click: await of('ClickEvent'),
          bounce: await of('BounceEvent'),
          unsubscribe: await of('UnsubEvent'),
        },
      );
    } finally {
      await sandbox.stop();
    }
  });
});
