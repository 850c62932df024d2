/** Retrieve: properties, filters and pages, as the service answers them. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { condition, filter } from './requests.ts';

const complex = (content: string): string => `<Filter xsi:type="ComplexFilterPart">${content}</Filter>`;
const part = (name: string, content: string, type = 'SimpleFilterPart'): string =>
  `<${name} xsi:type="${type}">${content}</${name}>`;

const status = (reply: SoapReply): string | undefined => textOf(reply.message, 'OverallStatus');

describe('sandbox retrieve', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  after(() => sandbox.stop());

  it('answers only the properties asked for, in the order of the schema, with the nil pair', async () => {
    const { message } = await sandbox.retrieve(
      'DataFolder',
      ['Name', 'ParentFolder.ID', 'ID'],
      filter('Name', 'equals', 'my lists'),
    );
    assert.match(
      message,
      /<Results xsi:type="DataFolder"><PartnerKey xsi:nil="true"\/><ID>\d+<\/ID><ObjectID xsi:nil="true"\/><ParentFolder><PartnerKey xsi:nil="true"\/><ID>0<\/ID><ObjectID xsi:nil="true"\/><\/ParentFolder><Name>my lists<\/Name><\/Results>/,
    );
  });

  it('leaves nothing but OK and the RequestID when there are no rows', async () => {
    const reply = await sandbox.retrieve('List', ['ID'], filter('ListName', 'equals', 'nobody'));
    assert.match(
      reply.message,
      /<OverallStatus>OK<\/OverallStatus><RequestID>[0-9a-f-]{36}<\/RequestID><\/RetrieveResponseMsg>$/,
    );
  });

  it('shows empty texts as empty elements, and leaves out other members without a value', async () => {
    const reply = await sandbox.retrieve(
      'DataExtension',
      ['Description', 'DataRetentionPeriodLength', 'RetainUntil', 'SendableSubscriberField.Name'],
      filter('Name', 'equals', 'Web_Sessions_2025_01'),
    );
    assert.match(reply.message, /<Description\/>.*<DataRetentionPeriodLength>90<.*<RetainUntil\/>/);
    assert.ok(!reply.message.includes('SendableSubscriberField'));
  });

  it('puts retrievable names without a place in the schema into partner properties', async () => {
    const reply = await sandbox.retrieve('SentEvent', ['SendID', 'SubscriberID', 'ListID']);
    assert.match(
      reply.message,
      /<Results xsi:type="SentEvent"><PartnerKey xsi:nil="true"\/><PartnerProperties><Name>SubscriberID<\/Name><Value>\d+<\/Value><\/PartnerProperties><PartnerProperties><Name>ListID<\/Name><Value>\d+<\/Value><\/PartnerProperties><ObjectID/,
    );
  });

  const refusals: readonly (readonly [
    what: string,
    type: string,
    properties: readonly string[],
    rest: string,
    text: string,
  ])[] = [
    [
      'an unknown type',
      'Nonsense',
      ['ID'],
      '',
      'Error: Unable to find a handler for object type: Nonsense. Object types are case-sensitive, check spelling.',
    ],
    [
      'a type in the wrong case',
      'list',
      ['ID'],
      '',
      'Error: Unable to find a handler for object type: list. Object types are case-sensitive, check spelling.',
    ],
    [
      'a type that cannot be retrieved',
      'DeliveryProfile',
      ['CustomerKey'],
      '',
      'Error: Unable to find a handler for object type: DeliveryProfile. Object types are case-sensitive, check spelling.',
    ],
    [
      'names of no properties',
      'Send',
      ['ID', 'SentTime', 'SendID'],
      '',
      'Error: The Request Property(s) SentTime, SendID do not match with the fields of Send retrieve',
    ],
    [
      'a property that is there but not retrievable',
      'Send',
      ['Email'],
      '',
      'Error: The Request Property(s) Email do not match with the fields of Send retrieve',
    ],
    [
      'what Describe advertises wrongly',
      'EmailSendDefinition',
      ['SendWindowCloses'],
      '',
      'Error: The Request Property(s) SendWindowCloses do not match with the fields of EmailSendDefinition retrieve',
    ],
    [
      'a filter on an unknown property',
      'List',
      ['ID'],
      filter('RowCount', 'equals', '1'),
      "Error: Invalid column name 'RowCount'.",
    ],
    [
      'an unknown column',
      'DataExtensionObject[Customers]',
      ['Nope'],
      '',
      "Error: Invalid column name 'Nope'.",
    ],
    [
      'a filter on an unknown column',
      'DataExtensionObject[Customers]',
      ['City'],
      filter('Nope', 'equals', '1'),
      "Error: Invalid column name 'Nope'.",
    ],
    [
      'an operand without xsi:type',
      'List',
      ['ID'],
      complex(
        `<LeftOperand>${condition('ID', 'equals', '1')}</LeftOperand><LogicalOperator>AND</LogicalOperator>${part('RightOperand', condition('ID', 'equals', '1'))}`,
      ),
      'Error: Unknown filter of type FilterPart encountered',
    ],
    [
      'a filter without xsi:type',
      'List',
      ['ID'],
      `<Filter>${condition('ID', 'equals', '1')}</Filter>`,
      'Error: Unknown filter of type FilterPart encountered',
    ],
    [
      'a tag filter',
      'List',
      ['ID'],
      '<Filter xsi:type="TagFilterPart"><Tags><Tag>x</Tag></Tags></Filter>',
      'Error: Unknown filter of type TagFilterPart encountered',
    ],
    [
      'a filter without values',
      'List',
      ['ID'],
      filter('ID', 'equals'),
      'Error: Invalid argument for the equals operator. Filter array cannot be null.',
    ],
    [
      'a complex filter with one side',
      'List',
      ['ID'],
      complex(`${part('LeftOperand', condition('ID', 'equals', '1'))}<LogicalOperator>AND</LogicalOperator>`),
      "Error: Incorrect syntax near the keyword 'AND'.",
    ],
    [
      'a filter that is half filled',
      'List',
      ['ID'],
      '<Filter xsi:type="SimpleFilterPart"><Property>ID</Property></Filter>',
      'Error: Object reference not set to an instance of an object.',
    ],
    [
      'an unknown handle',
      'List',
      ['ID'],
      '<ContinueRequest>1234</ContinueRequest>',
      'Error: The RequestID sent through ContinueRequest does not exist.',
    ],
  ];
  for (const [what, type, properties, rest, text] of refusals) {
    it(`refuses ${what} inside OverallStatus`, async () => {
      const reply = await sandbox.retrieve(type, properties, rest);
      assert.equal(reply.status, 200);
      assert.equal(status(reply), text);
      assert.ok(!reply.message.includes('<Results'));
      assert.equal(sandbox.lastRequest()?.outcome, text);
    });
  }

  it('refuses LIKE on rows, and takes it elsewhere', async () => {
    const like = (property: string): string => filter(property, 'like', '%a%');
    assert.match(
      status(await sandbox.retrieve('DataExtensionObject[Customers]', ['City'], like('City'))) ?? '',
      /^Error: .*like/,
    );
    assert.equal(status(await sandbox.retrieve('List', ['ID'], like('ListName'))), 'OK');
  });

  it('answers no rows to the column *', async () => {
    const reply = await sandbox.retrieve('DataExtensionObject[Country_Codes]', ['*']);
    assert.equal(status(reply), 'OK');
    assert.ok(!reply.message.includes('<Results'));
  });

  it('nests filters and joins additional operands', async () => {
    const names = async (content: string): Promise<string[]> =>
      textsOf((await sandbox.retrieve('List', ['ListName'], complex(content))).message, 'ListName');
    const either = `${part('LeftOperand', condition('ListName', 'equals', 'hikers'))}<LogicalOperator>OR</LogicalOperator>${part('RightOperand', condition('ListName', 'equals', 'Staff'))}`;
    assert.deepEqual(await names(either), ['Hikers', 'Staff']);
    const more = `${either}<AdditionalOperands>${part('Operand', condition('ListName', 'beginsWith', 'Cl'))}${part('Operand', condition('ListName', 'endsWith', 'ers'))}</AdditionalOperands>`;
    assert.deepEqual(await names(more), [
      'All Subscribers',
      'Partner offers',
      'VIP customers',
      'Hikers',
      'Climbers',
      'Campers',
      'Staff',
    ]);
    const both = `${part('LeftOperand', either, 'ComplexFilterPart')}<LogicalOperator>AND</LogicalOperator>${part('RightOperand', condition('ListName', 'notEquals', 'staff'))}`;
    assert.deepEqual(await names(both), ['Hikers']);
  });

  it('filters dates by Value and by DateValue, with and without an offset', async () => {
    const count = async (value: string): Promise<number> => {
      const after = filter('CreatedDate', 'greaterThan').replace('</Filter>', `${value}</Filter>`);
      return textsOf((await sandbox.retrieve('Send', ['ID'], after)).message, 'ID').length;
    };
    const expected = await count('<DateValue>2030-05-10T12:00:00Z</DateValue>');
    assert.ok(expected > 5 && expected < 40, String(expected));
    assert.equal(await count('<DateValue>2030-05-10T06:00:00</DateValue>'), expected);
    assert.equal(await count('<DateValue>2030-05-10T14:00:00+02:00</DateValue>'), expected);
    assert.equal(await count('<Value>2030-05-10T06:00:00</Value>'), expected);
    assert.equal(await count('<Value>5/10/2030 6:00:00 AM</Value>'), expected);
  });

  it('compares the cells of rows by the type of their column', async () => {
    const cells = async (property: string, operator: string, ...values: string[]): Promise<string[]> =>
      textsOf(
        (
          await sandbox.retrieve(
            'DataExtensionObject[Customers]',
            [property],
            filter(property, operator, ...values),
          )
        ).message,
        'Value',
      );
    for (const cell of await cells('LoyaltyPoints', 'between', '900', '1000'))
      assert.ok(Number(cell) >= 900 && Number(cell) <= 1000);
    for (const cell of await cells('PostalCode', 'equals', '04109')) assert.equal(cell, '04109');
    assert.deepEqual(new Set(await cells('EmailOptIn', 'equals', 'true')), new Set(['True']));
    assert.deepEqual(new Set(await cells('BirthDate', 'isNull')), new Set(['']));
    const born = await cells('BirthDate', 'lessThan', '1960-01-01T00:00:00');
    assert.ok(born.length > 100);
    for (const cell of born) assert.match(cell, /\/195\d /);
  });
});
