/** Automations that send: they wait for the send, whatever becomes of it (A9, A10, C2). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, write } from './requests.ts';

const second = 1000;

describe('sandbox automations that send', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  let automation: string;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({
      clock,
      seed: {
        objects: [
          {
            type: 'DataExtension',
            CustomerKey: 'After',
            Name: 'After',
            Fields: {
              Field: [{ Name: 'Id', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true }],
            },
          },
          {
            type: 'QueryDefinition',
            CustomerKey: 'after',
            Name: 'after',
            QueryText: 'SELECT CONVERT(varchar(20), JobID) AS Id FROM _Sent',
            TargetType: 'DE',
            TargetUpdateType: 'Overwrite',
            DataExtensionTarget: { CustomerKey: 'After' },
          },
          { type: 'Email', CustomerKey: 'mail', Name: 'mail', Subject: 's', HTMLBody: 'b' },
          { type: 'List', ListName: 'Readers', CustomerKey: 'readers' },
        ],
      },
    });
    const { message } = await sandbox.retrieve('List', ['ID'], equals('CustomerKey', 'readers'));
    const listId = textOf(message, 'ID') ?? '';
    await save(
      'Subscriber',
      `<EmailAddress>ann@example.com</EmailAddress><SubscriberKey>ann</SubscriberKey><Lists><ID>${listId}</ID></Lists>`,
    );
    await save(
      'EmailSendDefinition',
      `<CustomerKey>esd</CustomerKey><Name>esd</Name><SendClassification><CustomerKey>Default Commercial</CustomerKey></SendClassification><SendDefinitionList><List><ID>${listId}</ID></List><SendDefinitionListType>SourceList</SendDefinitionListType><DataSourceTypeID>List</DataSourceTypeID></SendDefinitionList><Email><CustomerKey>mail</CustomerKey></Email>`,
    );
    const step = (sequence: number, type: string, key: string): string =>
      `<AutomationTask><Name>t</Name><Sequence>${String(sequence)}</Sequence><Activities><Activity><Name>${key}</Name><ActivityObject xsi:type="${type}"><CustomerKey>${key}</CustomerKey></ActivityObject></Activity></Activities></AutomationTask>`;
    automation = await save(
      'Automation',
      `<CustomerKey>auto</CustomerKey><Name>auto</Name><AutomationTasks>${step(1, 'EmailSendDefinition', 'esd')}${step(2, 'QueryDefinition', 'after')}</AutomationTasks><AutomationType>scheduled</AutomationType>`,
    );
  });
  afterEach(() => sandbox.stop());

  const save = async (type: string, content: string): Promise<string> => {
    const { message } = await write(sandbox, 'Create', object(type, content));
    assert.equal(textOf(message, 'StatusCode'), 'OK', message);
    return textOf(message, 'NewObjectID') ?? '';
  };
  const act = (action: string): Promise<SoapReply> =>
    perform(sandbox, action, 'Automation', `<ObjectID>${automation}</ObjectID>`);
  const send = async (): Promise<{ id: string; status: string }> => {
    const { message } = await sandbox.retrieve('Send', ['ID', 'Status']);
    return { id: textOf(message, 'ID') ?? '', status: textOf(message, 'Status') ?? '' };
  };
  const order = async (action: string): Promise<void> => {
    const reply = await perform(sandbox, action, 'Send', `<ID>${(await send()).id}</ID>`);
    assert.equal(outcome(reply), 'OK: Send performed');
  };
  const run = async (): Promise<string> => {
    const { message } = await sandbox.retrieve(
      'AutomationInstance',
      ['Status', 'StatusMessage'],
      equals('AutomationID', automation),
    );
    return `${textOf(message, 'Status') ?? ''} ${textOf(message, 'StatusMessage') ?? ''}`;
  };
  const after = async (): Promise<number> =>
    textsOf((await sandbox.retrieve('DataExtensionObject[After]', ['Id'])).message, 'Value').length;

  it('go on when the send is complete, and not before', async () => {
    await act('start');
    clock.advance(15 * second);
    assert.equal((await send()).status, 'Sending');
    assert.deepEqual([await run(), await after()], ['3 Running', 0]);
    clock.advance(60 * second);
    assert.equal((await send()).status, 'Complete');
    assert.deepEqual([await run(), await after()], ['1 Complete', 1]);
  });

  it('wait for as long as the send is paused', async () => {
    await act('start');
    clock.advance(15 * second);
    await order('pause');
    clock.advance(3600 * second);
    assert.deepEqual([await run(), await after()], ['3 Running', 0]);
    await order('resume');
    clock.advance(60 * second);
    assert.deepEqual([await run(), await after()], ['1 Complete', 1]);
  });

  it('fail when the send is canceled', async () => {
    await act('start');
    clock.advance(15 * second);
    await order('cancel');
    clock.advance(second);
    assert.deepEqual([await run(), await after()], ['2 The send was canceled.', 0]);
  });

  it('can be stopped while they wait: the send goes out, and the next step does not come', async () => {
    await act('start');
    clock.advance(15 * second);
    await act('stop');
    clock.advance(120 * second);
    assert.equal((await send()).status, 'Complete');
    assert.deepEqual([await run(), await after()], ['5 Stopped', 0]);
  });

  it('are begun by an AutomationInstance too, once at a time', async () => {
    const instance = (content: string): Promise<SoapReply> =>
      write(sandbox, 'Create', object('AutomationInstance', content));
    const made = await instance(`<AutomationID>${automation}</AutomationID>`);
    assert.equal(outcome(made), 'OK: AutomationInstance created');
    assert.equal(await run(), '3 Running');
    assert.equal(outcome(await instance(`<AutomationID>${automation}</AutomationID>`)), 'Error 355002');
    assert.equal(outcome(await instance('<AutomationID>none</AutomationID>')), 'Error 355006');
    clock.advance(120 * second);
    assert.equal(await run(), '1 Complete');
    const started = await perform(
      sandbox,
      'start',
      'AutomationInstance',
      `<AutomationID>${automation}</AutomationID>`,
    );
    assert.equal(outcome(started), 'OK: Performed Activity');
  });
});
