/** The traps of the real service: quiet as it is, noted in the journal, and loud where that is wanted. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { traps, unsureTraps, type TrapName } from '../../../src/sandbox/traps/traps.ts';
import { startSandbox, textOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, perform, write } from './requests.ts';

describe('sandbox traps', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  after(() => sandbox.stop());

  const create = (type: string, content: string): Promise<SoapReply> =>
    write(sandbox, 'Create', object(type, content));
  const person = (key: string, rest: string): Promise<SoapReply> =>
    create(
      'Subscriber',
      `<EmailAddress>p@example.com</EmailAddress>${rest}<SubscriberKey>${key}</SubscriberKey>`,
    );
  const condition = (side: string, property: string, value: string): string =>
    `<${side} xsi:type="SimpleFilterPart"><Property>${property}</Property><SimpleOperator>greaterThan</SimpleOperator>${value}</${side}>`;

  /** What springs each trap; `key` is a text that no other call has. */
  const springs: Readonly<Record<TrapName, (key: string) => Promise<SoapReply>>> = {
    'unknown-element': (key) => create('List', `<ListName>${key}</ListName><Colour>red</Colour>`),
    'element-order': (key) => create('List', `<Description>x</Description><ListName>${key}</ListName>`),
    'unknown-attribute': (key) => person(key, '<Attributes><Name>Nope</Name><Value>x</Value></Attributes>'),
    'unknown-column': (key) =>
      create(
        'DataExtensionObject',
        `<CustomerKey>Customers</CustomerKey><Properties><Property><Name>CustomerKey</Name><Value>${key}</Value></Property><Property><Name>EmailAddress</Name><Value>a@example.com</Value></Property><Property><Name>Nope</Name><Value>x</Value></Property></Properties>`,
      ),
    'partner-properties': () => sandbox.retrieve('ListSubscriber', ['UnsubscribedDate']),
    'date-without-offset': (key) =>
      person(key, '<UnsubscribedDate>2030-01-01T00:00:00</UnsubscribedDate>').then(() =>
        create(
          'Subscriber',
          `<EmailAddress>p@example.com</EmailAddress><SubscriberKey>${key}d</SubscriberKey><UnsubscribedDate>2030-01-01T00:00:00</UnsubscribedDate>`,
        ),
      ),
    'server-time': () => sandbox.retrieve('List', ['CreatedDate']),
    'error-in-200': () => create('List', ''),
    'star-properties': () => sandbox.retrieve('DataExtensionObject[Customers]', ['*']),
    'long-key': (key) =>
      create('List', `<CustomerKey>${key.padEnd(40, 'x')}</CustomerKey><ListName>${key}</ListName>`),
    'many-objects': (key) =>
      write(
        sandbox,
        'Create',
        Array.from({ length: 51 }, (_, index) =>
          object('List', `<ListName>${key} ${String(index)}</ListName>`),
        ).join(''),
      ),
    'date-and-id': () =>
      sandbox.retrieve(
        'Send',
        ['ID'],
        `<Filter xsi:type="ComplexFilterPart">${condition('LeftOperand', 'SentDate', '<DateValue>2000-01-01T00:00:00Z</DateValue>')}<LogicalOperator>AND</LogicalOperator>${condition('RightOperand', 'ID', '<Value>1</Value>')}</Filter>`,
      ),
    'replaced-lists': () =>
      write(
        sandbox,
        'Update',
        object(
          'EmailSendDefinition',
          '<CustomerKey>vip-preview</CustomerKey><SendDefinitionList><SendDefinitionListType>ExclusionList</SendDefinitionListType><DataSourceTypeID>DomainExclusion</DataSourceTypeID></SendDefinitionList>',
        ),
      ),
    'deleted-queries': async (key) => {
      const target = '<DataExtensionTarget><CustomerKey>Customers</CustomerKey></DataExtensionTarget>';
      const name = `<CustomerKey>${key}</CustomerKey>`;
      await create(
        'QueryDefinition',
        `${name}<Name>q</Name><QueryText>SELECT CustomerKey FROM Customers</QueryText><TargetType>DE</TargetType>${target}<TargetUpdateType>Update</TargetUpdateType>`,
      );
      await write(sandbox, 'Delete', object('QueryDefinition', name));
      return sandbox.retrieve('QueryDefinition', ['Name', 'Status'], equals('CustomerKey', key));
    },
    'action-without-id': () => perform(sandbox, 'pause', 'Send', ''),
    'delete-without-fields': () =>
      write(sandbox, 'Delete', object('DataExtension', '<CustomerKey>Order_Confirmations</CustomerKey>')),
    'shared-rows': () => sandbox.retrieve('DataExtensionObject[Country_Codes]', ['Code'], '', 100_000_002),
    'classic-key': () => sandbox.retrieve('Email', ['ID'], equals('CustomerKey', 'none')),
  };

  /** These show in what is answered, and the others in a refusal. */
  const shown: readonly TrapName[] = ['server-time', 'error-in-200'];

  for (const name of Object.keys(traps) as TrapName[]) {
    it(`"${name}" is quiet, or loud and explains itself`, async () => {
      // Loud first: what is refused has not been done.
      sandbox.traps.set(name, true);
      const loud = await springs[name](`loud ${name}`);
      sandbox.traps.set(name, false);
      const quiet = await springs[name](`quiet ${name}`);
      if (!shown.includes(name)) {
        assert.match(loud.envelope, new RegExp(`Sandbox, trap (?:"|&quot;)${name}(?:"|&quot;)`));
        const isNamed = sandbox.lastRequest()?.traps?.includes(name) === true;
        assert.equal(
          isNamed,
          !unsureTraps.has(name),
          'the journal names it, where the service surely has it',
        );
      }
      assert.doesNotMatch(quiet.envelope, /Sandbox, trap/);
      assert.equal(quiet.status, 200);
    });
  }

  it('show the offset of date-times, and nothing else, when server time is loud', async () => {
    sandbox.traps.set('server-time', true);
    const { message } = await sandbox.retrieve(
      'List',
      ['CreatedDate', 'ListName'],
      equals('ListName', 'Hikers'),
    );
    const status = await sandbox.call('Create', '<CreateRequest><Options/></CreateRequest>');
    sandbox.traps.set('server-time', false);
    assert.match(textOf(message, 'CreatedDate') ?? '', /T\d\d:\d\d:\d\d-06:00$/);
    assert.equal(status.status, 200);
  });

  it('answer errors by a fault that names them when that is loud', async () => {
    sandbox.traps.set('error-in-200', true);
    const written = await springs['error-in-200']('x');
    const read = await sandbox.retrieve('Nonsense', ['ID']);
    sandbox.traps.set('error-in-200', false);
    assert.equal(written.status, 500);
    assert.match(textOf(written.envelope, 'faultstring') ?? '', /The list name is required/);
    assert.match(textOf(read.envelope, 'faultstring') ?? '', /Unable to find a handler/);
  });

  it('are switched over HTTP, one or all', async () => {
    const set = async (body: unknown): Promise<{ status: number; answer: unknown }> => {
      const response = await fetch(`${sandbox.address}/_sandbox/traps`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return { status: response.status, answer: await response.json() };
    };
    const { answer } = await set({ all: true, 'long-key': false });
    const list = answer as { name: string; loud: boolean; about: string }[];
    assert.deepEqual(
      list.filter(({ loud }) => !loud).map(({ name }) => name),
      ['long-key'],
    );
    assert.equal((await set({ nope: true })).status, 400);
    assert.equal((await set({ all: 1 })).status, 400);
    assert.equal((await set({ all: false })).status, 200);
    assert.ok(sandbox.traps.all().every(({ loud }) => !loud));
  });
});
