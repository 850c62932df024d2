/** What the sandbox answers is valid by the schema, save where the recorded service is known not to be. */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../src/catalogue/index.ts';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, type TestSandbox } from '../../support/sandbox.ts';
import { equals } from './requests.ts';
import { deviations } from './schemaDeviations.ts';
import { schemaAvailable, schemaProblems } from '../../support/schema.ts';

const used = new Set<string>();

function unexcused(message: string, problems: readonly string[]): string[] {
  return problems.filter((problem) => {
    const excuse = deviations.find((each) => each.where.test(message) && each.problem.test(problem));
    if (excuse !== undefined) used.add(excuse.source);
    return excuse === undefined;
  });
}

describe('sandbox answers', () => {
  let sandbox: TestSandbox;
  before(async function () {
    const clock = manualClock(Date.UTC(2030, 4, 16, 18, 1));
    sandbox = await startSandbox({ clock });
    if (!schemaAvailable()) this.skip();
    await makeSomething();
    clock.advance(60_000);
  });
  after(() => sandbox.stop());

  /** Something of every type that the demo begins without. */
  const makeSomething = async (): Promise<void> => {
    const create = async (type: string, content: string): Promise<string> => {
      const objects = `<Objects xsi:type="${type}"><CustomerKey>v</CustomerKey>${content}</Objects>`;
      const { message } = await sandbox.call('Create', `<CreateRequest><Options/>${objects}</CreateRequest>`);
      assert.equal(textOf(message, 'StatusCode'), 'OK', message);
      return textOf(message, 'NewObjectID') ?? '';
    };
    const source = '<CustomerKey>Country_Codes</CustomerKey>';
    const filter = await create(
      'FilterDefinition',
      `<Name>v</Name><DataSource xsi:type="DataExtension">${source}</DataSource><DataFilter xsi:type="SimpleFilterPart"><Property>Code</Property><SimpleOperator>isNotNull</SimpleOperator></DataFilter>`,
    );
    const codes = await sandbox.retrieve(
      'DataExtension',
      ['ObjectID'],
      equals('CustomerKey', 'Country_Codes'),
    );
    await create(
      'FilterActivity',
      `<Name>v</Name><FilterDefinitionID>${filter}</FilterDefinitionID><DestinationObjectID>${textOf(codes.message, 'ObjectID') ?? ''}</DestinationObjectID>`,
    );
    await create(
      'FileTrigger',
      '<ExternalReference>v</ExternalReference><Type>v</Type><FileName>v.csv</FileName><Name>v</Name>',
    );
    await fetch(`${sandbox.address}/_sandbox/file?folder=Import&name=v.csv`, { method: 'PUT', body: 'v' });
    await sandbox.call(
      'Perform',
      '<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="FileTrigger"><CustomerKey>v</CustomerKey></Definition></Definitions></PerformRequestMsg>',
    );
    await create('Publication', '<Name>v</Name>');
    await create('ContentArea', '<Content>v</Content><Name>v</Name>');
    await create('Template', '<TemplateName>v</TemplateName><LayoutHTML>v</LayoutHTML>');
    await create(
      'QueryDefinition',
      `<Name>v</Name><QueryText>SELECT Code FROM Country_Codes</QueryText><TargetType>DE</TargetType><DataExtensionTarget>${source}</DataExtensionTarget><TargetUpdateType>Update</TargetUpdateType>`,
    );
    await create('Automation', '<Name>v</Name><AutomationType>scheduled</AutomationType>');
    const definition = `<Name>v</Name><CustomerKey>v</CustomerKey><DestinationObject xsi:type="DataExtension"><CustomerKey>Customers</CustomerKey></DestinationObject><FieldMappingType>ManualMap</FieldMappingType><FieldMaps><FieldMap><SourceName>v</SourceName><DestinationName>City</DestinationName></FieldMap></FieldMaps><FileSpec>v.csv</FileSpec><FileType>CSV</FileType><RetrieveFileTransferLocation><CustomerKey>ExactTarget Enhanced FTP</CustomerKey></RetrieveFileTransferLocation><UpdateType>AddAndUpdate</UpdateType>`;
    await sandbox.call(
      'Create',
      `<CreateRequest><Options/><Objects xsi:type="ImportDefinition">${definition}</Objects></CreateRequest>`,
    );
    await sandbox.call(
      'Perform',
      '<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="ImportDefinition"><CustomerKey>v</CustomerKey></Definition></Definitions></PerformRequestMsg>',
    );
    await sandbox.call(
      'Create',
      '<CreateRequest><Options><RequestType>Asynchronous</RequestType></Options><Objects xsi:type="List"><ListName>before</ListName></Objects></CreateRequest>',
    );
  };

  /** Everything that can be asked of a type at once, save what would keep the validator from looking further. */
  const allProperties = (type: string): string[] =>
    (shippedCatalogue.properties(type) ?? [])
      .filter(({ retrievable, path }) => retrievable && path !== 'IsPlatformObject')
      .map(({ path }) => path);

  const types = [
    ...['Account', 'BusinessUnit', 'DataFolder', 'DataExtension', 'DataExtensionField', 'List', 'Subscriber'],
    ...[
      'ListSubscriber',
      'Email',
      'SendClassification',
      'EmailSendDefinition',
      'Send',
      'SentEvent',
      'OpenEvent',
    ],
    ...['ClickEvent', 'BounceEvent', 'TriggeredSendDefinition', 'TriggeredSendSummary'],
    ...[
      'UnsubEvent',
      'NotSentEvent',
      'ForwardedEmailEvent',
      'LinkSend',
      'ListSend',
      'SubscriberList',
      'Group',
    ],
    ...['Automation', 'ContentArea', 'DataExtensionTemplate', 'FilterActivity', 'FilterDefinition'],
    ...['QueryDefinition', 'SenderProfile', 'Template', 'FileTrigger', 'FileTriggerTypeLastPull'],
    ...['ImportDefinitionFieldMap', 'Publication', 'SuppressionListContext', 'SuppressionListDefinition'],
    ...['TimeZone', 'TrackingEvent'],
  ];

  it('are valid for every property of every type', async () => {
    const few = '<QueryAllAccounts>true</QueryAllAccounts><Options><BatchSize>60</BatchSize></Options>';
    const interactions = ['DataExtension', 'EmailSendDefinition', 'TriggeredSendDefinition'];
    const requests = [
      ...types.map((type) => ({ type, properties: allProperties(type) })),
      ...interactions.map((type) => ({ type, properties: ['Name', 'IsPlatformObject'] })),
    ];
    const answers = await Promise.all(
      requests.map(async ({ type, properties }) => {
        const { message } = await sandbox.retrieve(type, properties, few);
        assert.match(textOf(message, 'OverallStatus') ?? '', /^(OK|MoreDataAvailable)$/, type);
        assert.ok(message.includes(`xsi:type="${type}"`), type);
        return { type, message, problems: await schemaProblems(message) };
      }),
    );
    for (const { type, message, problems } of answers)
      assert.deepEqual(unexcused(message, problems), [], type);
  });

  const objects = (method: string, content: string): [string, string] => [
    method,
    `<${method}Request><Options/>${content}</${method}Request>`,
  ];
  const definition = (action: string, type: string, content: string): [string, string] => [
    'Perform',
    `<PerformRequestMsg><Action>${action}</Action><Definitions><Definition xsi:type="${type}">${content}</Definition></Definitions></PerformRequestMsg>`,
  ];
  const row = (content: string): string =>
    `<Objects xsi:type="DataExtensionObject"><CustomerKey>Customers</CustomerKey>${content}</Objects>`;
  const properties = (name: string, value: string): string =>
    `<Properties><Property><Name>${name}</Name><Value>${value}</Value></Property></Properties>`;
  const key = (value: string): string =>
    `<Keys><Key><Name>CustomerKey</Name><Value>${value}</Value></Key></Keys>`;
  const messages: readonly (readonly [operation: string, message: string])[] = [
    [
      'Retrieve',
      '<RetrieveRequestMsg><RetrieveRequest><ObjectType>Nonsense</ObjectType></RetrieveRequest></RetrieveRequestMsg>',
    ],
    [
      'Retrieve',
      '<RetrieveRequestMsg><RetrieveRequest><ObjectType>DataExtensionObject[Customers]</ObjectType><Properties>CustomerKey</Properties><Properties>Notes</Properties></RetrieveRequest></RetrieveRequestMsg>',
    ],
    [
      'Describe',
      `<DefinitionRequestMsg><DescribeRequests>${types.map((type) => `<ObjectDefinitionRequest><ObjectType>${type}</ObjectType></ObjectDefinitionRequest>`).join('')}</DescribeRequests></DefinitionRequestMsg>`,
    ],
    ['GetSystemStatus', '<SystemStatusRequestMsg/>'],
    [
      'VersionInfo',
      '<VersionInfoRequestMsg><IncludeVersionHistory>true</IncludeVersionHistory></VersionInfoRequestMsg>',
    ],
    objects(
      'Create',
      '<Objects xsi:type="DataExtension"><CustomerKey>v</CustomerKey><Name>v</Name><Fields><Field><Name>Id</Name></Field></Fields></Objects><Objects xsi:type="List"><ListName>v</ListName></Objects><Objects xsi:type="Subscriber"><EmailAddress>v@example.com</EmailAddress></Objects><Objects xsi:type="Subscriber"/>',
    ),
    objects(
      'Create',
      row(properties('CustomerKey', 'v') + properties('EmailAddress', 'v')) + row(properties('Nope', '')),
    ),
    objects(
      'Update',
      '<Objects xsi:type="DataFolder"><CustomerKey>list_default</CustomerKey><Name>my lists</Name></Objects>',
    ),
    objects('Create', '<Objects xsi:type="DataFolder"/><Objects xsi:type="OpenEvent"/>'),
    objects(
      'Update',
      row(properties('City', 'v') + key('NW-0000001')) +
        row(properties('EmailAddress', 'v') + key('')) +
        row(key('nope')),
    ),
    objects(
      'Update',
      '<Objects xsi:type="DataExtension"><CustomerKey>Customers</CustomerKey><Description>v</Description></Objects><Objects xsi:type="List"><ID>1</ID></Objects>',
    ),
    objects(
      'Update',
      '<Objects xsi:type="EmailSendDefinition"><CustomerKey>hiking-tips</CustomerKey><Description>v</Description></Objects>',
    ),
    objects('Delete', row(key('NW-0000009')) + row(key('nope')) + row('')),
    objects(
      'Delete',
      '<Objects xsi:type="Subscriber"><SubscriberKey>NW-0000003</SubscriberKey></Objects><Objects xsi:type="DataExtension"><CustomerKey>Survey_NPS_2023_Q1</CustomerKey></Objects>',
    ),
    definition('start', 'EmailSendDefinition', '<CustomerKey>weekly-newsletter</CustomerKey>'),
    definition('GetMaxCount', 'EmailSendDefinition', '<CustomerKey>weekly-newsletter</CustomerKey>'),
    definition('pause', 'Send', '<ID>1</ID>'),
    definition('ClearData', 'DataExtension', '<CustomerKey>Customers</CustomerKey>'),
    [
      'Configure',
      '<ConfigureRequestMsg><Action>Create</Action><Configurations><Configuration xsi:type="PropertyDefinition"><Name>x</Name></Configuration></Configurations></ConfigureRequestMsg>',
    ],
    [
      'Schedule',
      '<ScheduleRequestMsg><Action>start</Action><Schedule><Recurrence xsi:type="DailyRecurrence"><DailyRecurrencePatternType>Interval</DailyRecurrencePatternType></Recurrence></Schedule><Interactions><Interaction xsi:type="EmailSendDefinition"/></Interactions></ScheduleRequestMsg>',
    ],
    [
      'Execute',
      '<ExecuteRequestMsg><Requests><Name>LogUnsubEvent</Name></Requests><Requests><Name>LogUnsubEvent</Name><Parameters><Name>SubscriberKey</Name><Value>NW-0000004</Value></Parameters></Requests></ExecuteRequestMsg>',
    ],
    objects(
      'Create',
      '<Objects xsi:type="TriggeredSend"><TriggeredSendDefinition><CustomerKey>welcome</CustomerKey></TriggeredSendDefinition><Subscribers><EmailAddress>v@example.com</EmailAddress></Subscribers><Subscribers><EmailAddress>v</EmailAddress></Subscribers></Objects>',
    ),
    [
      'Create',
      '<CreateRequest><Options><RequestType>Asynchronous</RequestType></Options><Objects xsi:type="List"><ListName>later</ListName></Objects></CreateRequest>',
    ],
    ['Extract', '<ExtractRequestMsg><Requests><ID>x</ID><Options/></Requests></ExtractRequestMsg>'],
    definition('start', 'ImportDefinition', '<CustomerKey>v</CustomerKey>'),
    definition('start', 'QueryDefinition', '<CustomerKey>v</CustomerKey>'),
    definition('start', 'FilterActivity', '<CustomerKey>v</CustomerKey>'),
    definition('start', 'Automation', '<CustomerKey>v</CustomerKey>'),
    definition('start', 'Automation', '<CustomerKey>none</CustomerKey>'),
    [
      'Schedule',
      '<ScheduleRequestMsg><Action>start</Action><Schedule><Recurrence xsi:type="HourlyRecurrence"><HourlyRecurrencePatternType>Interval</HourlyRecurrencePatternType><HourInterval>1</HourInterval></Recurrence><RecurrenceRangeType>EndAfter</RecurrenceRangeType><StartDateTime>2030-05-18T00:00:00Z</StartDateTime><Occurrences>1</Occurrences></Schedule><Interactions><Interaction xsi:type="Automation"><CustomerKey>v</CustomerKey></Interaction></Interactions></ScheduleRequestMsg>',
    ],
    [
      'Retrieve',
      '<RetrieveRequestMsg><RetrieveRequest><ObjectType>AutomationInstance</ObjectType><Properties>ObjectID</Properties><Properties>Status</Properties><Properties>StartTime</Properties><Filter xsi:type="SimpleFilterPart"><Property>CustomerKey</Property><SimpleOperator>equals</SimpleOperator><Value>v</Value></Filter></RetrieveRequest></RetrieveRequestMsg>',
    ],
    objects(
      'Create',
      '<Objects xsi:type="Send"><Email><ID>31001</ID></Email><List><ID>2401</ID></List></Objects><Objects xsi:type="Send"/>',
    ),
    [
      'Retrieve',
      '<RetrieveRequestMsg><RetrieveRequest><ObjectType>ExtractDescription</ObjectType><Properties>ObjectID</Properties><Properties>Parameters</Properties></RetrieveRequest></RetrieveRequestMsg>',
    ],
    [
      'Schedule',
      '<ScheduleRequestMsg><Action>start</Action><Schedule><Recurrence xsi:type="DailyRecurrence"><DailyRecurrencePatternType>Interval</DailyRecurrencePatternType><DayInterval>1</DayInterval></Recurrence><RecurrenceRangeType>EndAfter</RecurrenceRangeType><StartDateTime>2030-05-18T00:00:00Z</StartDateTime><Occurrences>1</Occurrences></Schedule><Interactions><Interaction xsi:type="EmailSendDefinition"><CustomerKey>vip-preview</CustomerKey></Interaction></Interactions></ScheduleRequestMsg>',
    ],
    [
      'Query',
      '<QueryRequestMsg><QueryRequest><Query><Object><ObjectType>List</ObjectType><Properties>ID</Properties></Object></Query></QueryRequest></QueryRequestMsg>',
    ],
  ];

  it('are valid for every operation, in success and failure', async () => {
    const answers = await Promise.all(
      messages.map(async ([operation, message]) => {
        const reply = await sandbox.call(operation, message);
        assert.equal(reply.status, 200, `${operation}: ${reply.message}`);
        return { message: reply.message, problems: await schemaProblems(reply.message) };
      }),
    );
    for (const { message, problems } of answers)
      assert.deepEqual(unexcused(message, problems), [], message.slice(0, 2000));
  });

  it('deviate in no other way than recorded, and in all of those', () => {
    assert.deepEqual([...used].sort(), deviations.map(({ source }) => source).sort());
  });

  it('would be found out if they were not', async () => {
    const { message } = await sandbox.retrieve('List', ['ID', 'ListName']);
    const [swapped, cut] = await Promise.all([
      schemaProblems(message.replace('<PartnerKey xsi:nil="true"/>', '<Nonsense/>')),
      schemaProblems(message.slice(0, -5)),
    ]);
    assert.match(swapped.join(), /Nonsense/);
    assert.ok(cut.length > 0);
  });
});
