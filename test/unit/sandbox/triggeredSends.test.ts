/** Triggered sends: defined, started, fired, paused, counted and tracked (A11, A14, A15). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, write, type WriteMethod } from './requests.ts';

describe('sandbox triggered sends', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  let email: string;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
    email = textOf((await sandbox.retrieve('Email', ['ID'])).message, 'ID') ?? '';
  });
  afterEach(() => sandbox.stop());

  const save = (method: WriteMethod, content: string): Promise<SoapReply> =>
    write(sandbox, method, object('TriggeredSendDefinition', `<CustomerKey>tsd</CustomerKey>${content}`));
  const define = (rest = ''): Promise<SoapReply> =>
    save(
      'Create',
      `<Name>My messages</Name><SendClassification><CustomerKey>Default Transactional</CustomerKey></SendClassification><Email><ID>${email}</ID></Email><AutoAddSubscribers>true</AutoAddSubscribers>${rest}`,
    );
  const setStatus = async (status: string, rest = ''): Promise<string> =>
    outcome(await save('Update', `<TriggeredSendStatus>${status}</TriggeredSendStatus>${rest}`));
  const fire = (...subscribers: readonly string[]): Promise<SoapReply> =>
    write(
      sandbox,
      'Create',
      object(
        'TriggeredSend',
        `<TriggeredSendDefinition><CustomerKey>tsd</CustomerKey></TriggeredSendDefinition>${subscribers.map((each) => `<Subscribers>${each}</Subscribers>`).join('')}`,
      ),
    );
  const person = (key: string): string =>
    `<EmailAddress>${key}@example.com</EmailAddress><SubscriberKey>${key}</SubscriberKey>`;
  const summary = async (): Promise<Record<string, number>> => {
    const names = ['Sent', 'Queued', 'NotSentDueToOptOut', 'NotSentDueToUndeliverable'];
    const { message } = await sandbox.retrieve('TriggeredSendSummary', names, equals('CustomerKey', 'tsd'));
    return Object.fromEntries(names.map((name) => [name, Number(textOf(message, name))]));
  };

  it('are new until they are started, wait while paused, and are counted', async () => {
    assert.equal(outcome(await define()), 'OK: TriggeredSendDefinition created');
    assert.equal(outcome(await fire(person('p1'))), 'Error 18001');
    assert.equal(await setStatus('Inactive'), 'Error 17002');
    assert.equal(await setStatus('Active'), 'OK: TriggeredSendDefinition updated');
    const fired = await fire(person('p1'), person('p2'));
    assert.equal(outcome(fired), 'OK: Created TriggeredSend');
    assert.match(fired.message, /<Results xsi:type="TriggeredSendCreateResult">/);
    assert.ok(!fired.message.includes('<Object'));
    const counts = { NotSentDueToOptOut: 0, NotSentDueToUndeliverable: 0 };
    assert.deepEqual(await summary(), { Sent: 0, Queued: 2, ...counts });
    clock.advance(30_000);
    assert.deepEqual(await summary(), { Sent: 2, Queued: 0, ...counts });
    assert.equal(await setStatus('Inactive'), 'OK: TriggeredSendDefinition updated');
    assert.equal(outcome(await fire(person('p3'))), 'OK: Created TriggeredSend');
    clock.advance(3_600_000);
    assert.deepEqual(await summary(), { Sent: 2, Queued: 1, ...counts });
    await setStatus('Active');
    clock.advance(30_000);
    assert.deepEqual(await summary(), { Sent: 3, Queued: 0, ...counts });
  });

  it('leave events that name their definition', async () => {
    const id = textOf((await define()).message, 'NewObjectID') ?? '';
    await setStatus('Active');
    await fire(...Array.from({ length: 60 }, (_, index) => person(`p${String(index)}`)));
    clock.advance(48 * 3_600_000);
    const events = async (type: string): Promise<number> =>
      textsOf(
        (await sandbox.retrieve(type, ['SubscriberKey'], equals('TriggeredSendDefinitionObjectID', id)))
          .message,
        'SubscriberKey',
      ).length;
    assert.equal(await events('SentEvent'), 60);
    const opened = await events('OpenEvent');
    assert.ok(opened > 5 && opened < 40, String(opened));
    assert.ok((await events('ClickEvent')) < opened);
  });

  it('leave out whom a suppression list has, unless the message waits already', async () => {
    const id = textOf((await define()).message, 'NewObjectID') ?? '';
    await setStatus('Active');
    await setStatus('Inactive');
    await fire(person('early'));
    const list = `<CustomerKey>no-mail</CustomerKey><Name>no-mail</Name><Contexts><Context><Context>BusinessUnit</Context><AppliesToAllSends>true</AppliesToAllSends></Context></Contexts>`;
    await write(sandbox, 'Create', object('SuppressionListDefinition', list));
    const row = (name: string): string =>
      object(
        'DataExtensionObject',
        `<CustomerKey>no-mail</CustomerKey><Properties><Property><Name>Email Address</Name><Value>${name}@Example.com</Value></Property></Properties>`,
      );
    await write(sandbox, 'Create', row('early') + row('late'));
    await setStatus('Active');
    const fired = await fire(person('late'), person('other'));
    assert.equal(outcome(fired), 'OK: Created TriggeredSend');
    assert.doesNotMatch(fired.message, /SubscriberFailures/);
    clock.advance(60_000);
    const keys = async (type: string): Promise<string[]> =>
      textsOf(
        (await sandbox.retrieve(type, ['SubscriberKey'], equals('TriggeredSendDefinitionObjectID', id)))
          .message,
        'SubscriberKey',
      );
    assert.deepEqual(await keys('SentEvent'), ['early', 'other']);
    assert.deepEqual(await keys('NotSentEvent'), ['late']);
    assert.deepEqual(await summary(), {
      Sent: 2,
      Queued: 0,
      NotSentDueToOptOut: 1,
      NotSentDueToUndeliverable: 0,
    });
  });

  it('say which subscribers cannot have a message', async () => {
    await define();
    await setStatus('Active');
    const people = textsOf(
      (await sandbox.retrieve('Subscriber', ['SubscriberKey'], equals('Status', 'Unsubscribed'))).message,
      'SubscriberKey',
    );
    const left = `<EmailAddress>x@example.com</EmailAddress><SubscriberKey>${people[0] ?? ''}</SubscriberKey>`;
    const mixed = await fire(person('good'), left, '<EmailAddress>nonsense</EmailAddress>');
    assert.equal(textOf(mixed.message, 'StatusMessage'), 'Created TriggeredSend');
    const failures = [...mixed.message.matchAll(/<\/Subscriber><ErrorCode>(\d+)<\/ErrorCode>/g)];
    assert.deepEqual(
      failures.map(([, code]) => code),
      ['1', '5'],
    );
    assert.equal(textOf(mixed.message, 'OverallStatus'), 'HasErrors: 2 subscribers failed to queue out of 3');
    assert.equal(outcome(await fire(left)), 'Error 180008');
    assert.equal(outcome(await fire()), 'Error 180007');
    assert.equal((await summary())['NotSentDueToOptOut'], 2);
  });

  it('change only while they are paused, and never again once they are deleted', async () => {
    await define();
    await setStatus('Active');
    assert.equal(outcome(await save('Update', '<EmailSubject>New</EmailSubject>')), 'Error 17003');
    assert.equal(await setStatus('Active', '<RefreshContent>true</RefreshContent>'), 'Error 17005');
    await setStatus('Inactive');
    assert.equal(
      await setStatus('Active', '<RefreshContent>true</RefreshContent>'),
      'OK: TriggeredSendDefinition updated',
    );
    assert.equal(outcome(await save('Delete', '')), 'OK: TriggeredSendDefinition deleted');
    assert.equal(await setStatus('Active'), 'Error 17003');
    assert.equal(outcome(await fire(person('p'))), 'Error 18002');
    const shown = await sandbox.retrieve(
      'TriggeredSendDefinition',
      ['TriggeredSendStatus'],
      equals('CustomerKey', 'tsd'),
    );
    assert.equal(textOf(shown.message, 'TriggeredSendStatus'), 'Deleted');
  });

  it('keep the attributes of their messages in their data extension', async () => {
    const fields = ['SubscriberKey', 'EmailAddress', 'FirstName']
      .map(
        (name) =>
          `<Field><Name>${name}</Name><MaxLength>100</MaxLength><IsPrimaryKey>${String(name === 'SubscriberKey')}</IsPrimaryKey><IsRequired>${String(name === 'SubscriberKey')}</IsRequired></Field>`,
      )
      .join('');
    const made = object(
      'DataExtension',
      `<CustomerKey>data</CustomerKey><Name>data</Name><Fields>${fields}</Fields>`,
    );
    assert.equal(outcome(await write(sandbox, 'Create', made)), 'OK: Data Extension created.');
    await define('<SendSourceDataExtension><CustomerKey>data</CustomerKey></SendSourceDataExtension>');
    await setStatus('Active');
    const attribute = (name: string, value: string): string =>
      `<Attributes><Name>${name}</Name><Value>${value}</Value></Attributes>`;
    await fire(
      `<EmailAddress>a@example.com</EmailAddress>${attribute('FirstName', 'Ana')}${attribute('Nope', 'x')}<SubscriberKey>a</SubscriberKey>`,
    );
    assert.match(sandbox.lastRequest()?.problems.join() ?? '', /data takes no "Nope"/);
    const { message } = await sandbox.retrieve('DataExtensionObject[data]', ['SubscriberKey', 'FirstName']);
    assert.deepEqual(textsOf(message, 'Value'), ['a', 'Ana']);
  });

  for (const [rest, code] of [
    ['<Email><ID>5</ID></Email>', '17016'],
    ['<List><ID>5</ID></List>', '17017'],
    ['<SendSourceDataExtension><CustomerKey>no</CustomerKey></SendSourceDataExtension>', '180015'],
  ] as const) {
    it(`are refused with ${code} when what they refer to is not there`, async () => {
      await define();
      assert.equal(outcome(await save('Update', rest)), `Error ${code}`);
    });
  }
});
