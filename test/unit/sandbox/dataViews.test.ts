/** The data views that queries select from: subscribers, lists, sends, and what became of their messages. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, taskId, write } from './requests.ts';

const text = (Name: string, rest: object = {}): object => ({
  Name,
  FieldType: 'Text',
  MaxLength: 200,
  ...rest,
});

describe('sandbox data views', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  before(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({
      clock,
      seed: {
        objects: [
          {
            type: 'DataExtension',
            CustomerKey: 'Result',
            Name: 'Result',
            Fields: {
              Field: [
                text('A', { IsPrimaryKey: true, IsRequired: true }),
                text('B'),
                text('C'),
                { Name: 'N', FieldType: 'Number' },
              ],
            },
          },
          { type: 'Subscriber', EmailAddress: 'eve@example.com', SubscriberKey: 'eve' },
          { type: 'Email', CustomerKey: 'm', Name: 'mail', Subject: 's', HTMLBody: 'b' },
        ],
      },
    });
    const { message } = await sandbox.retrieve('List', ['ID'], equals('ListName', 'All Subscribers'));
    const list = `<List><ID>${textOf(message, 'ID') ?? ''}</ID></List>`;
    await write(
      sandbox,
      'Create',
      object(
        'EmailSendDefinition',
        `<CustomerKey>d</CustomerKey><Name>Definition</Name><SendClassification><CustomerKey>Default Commercial</CustomerKey></SendClassification><SendDefinitionList>${list}<SendDefinitionListType>SourceList</SendDefinitionListType><DataSourceTypeID>List</DataSourceTypeID></SendDefinitionList><Email><CustomerKey>m</CustomerKey></Email>`,
      ),
    );
    await perform(sandbox, 'start', 'EmailSendDefinition', '<CustomerKey>d</CustomerKey>');
    clock.advance(60_000);
  });
  after(() => sandbox.stop());

  /** The rows that a query puts into the empty target. */
  const select = async (sql: string): Promise<string> => {
    const content = `<CustomerKey>q</CustomerKey><Name>q</Name><QueryText>${sql.replaceAll('<', '&lt;')}</QueryText><TargetType>DE</TargetType><DataExtensionTarget><CustomerKey>Result</CustomerKey></DataExtensionTarget><TargetUpdateType>Overwrite</TargetUpdateType>`;
    const made = outcome(await write(sandbox, 'Create', object('QueryDefinition', content)));
    if (made === 'Error 1') await write(sandbox, 'Update', object('QueryDefinition', content));
    const started = await perform(sandbox, 'start', 'QueryDefinition', '<CustomerKey>q</CustomerKey>');
    const id = taskId(started);
    clock.advance(60_000);
    const state = await sandbox.retrieve('AsyncActivityStatus', ['Status', 'ErrorMsg'], equals('TaskID', id));
    assert.deepEqual(textsOf(state.message, 'Value'), ['Complete', ''], sql);
    const { message } = await sandbox.retrieve('DataExtensionObject[Result]', ['A', 'B', 'C', 'N']);
    return message
      .split('</Results>')
      .slice(0, -1)
      .map((each) => textsOf(each, 'Value').join(','))
      .join(' ');
  };

  it('have the subscribers, and the lists that they are on', async () => {
    assert.equal(
      await select(
        "SELECT SubscriberKey AS A, Domain AS B, SubscriberType AS C, BounceCount AS N FROM _Subscribers WHERE Status = 'active' AND DateUndeliverable IS NULL",
      ),
      'eve,example.com,ExactTarget,0',
    );
    assert.equal(
      await select(
        "SELECT l.ListName AS A, l.ListType AS B FROM _ListSubscribers l JOIN _Subscribers s ON s.SubscriberID = l.SubscriberID WHERE s.SubscriberKey = 'eve'",
      ),
      'All Subscribers,Private,,',
    );
  });

  it('have the sends, their messages, and who did not complain', async () => {
    assert.equal(
      await select(
        'SELECT s.SubscriberKey AS A, j.JobStatus AS B, j.EmailSendDefinition AS C, COUNT(*) AS N FROM _Sent s INNER JOIN _Job j ON j.JobID = s.JobID LEFT JOIN _Open o ON o.JobID = s.JobID AND o.SubscriberKey = s.SubscriberKey WHERE NOT EXISTS (SELECT 1 FROM _Complaint c WHERE c.SubscriberKey = s.SubscriberKey) GROUP BY s.SubscriberKey, j.JobStatus, j.EmailSendDefinition',
      ),
      'eve,Complete,Definition,1',
    );
    assert.equal(
      await select('SELECT SendClassification AS A, SendClassificationType AS B, EmailName AS C FROM _Job'),
      'Default Commercial,Marketing,mail,',
    );
    assert.equal(
      await select(
        'SELECT s.SubscriberKey AS A, l.ListName AS B FROM _Sent s JOIN _ListSubscribers l ON l.ListID = s.ListID AND l.SubscriberKey = s.SubscriberKey WHERE s.EventDate < GETDATE() AND s.BatchID = 1',
      ),
      'eve,All Subscribers,,',
    );
  });

  it('can all be selected from, by the names of their documented columns', async () => {
    const event =
      'AccountID, OYBAccountID, JobID, ListID, BatchID, SubscriberID, SubscriberKey, EventDate, Domain';
    for (const [view, columns] of [
      ['_Sent', `${event}, TriggererSendDefinitionObjectID, TriggeredSendCustomerKey`],
      ['_Open', `${event}, IsUnique`],
      ['_Click', `${event}, URL, LinkName, LinkContent, IsUnique`],
      ['_Bounce', `${event}, IsUnique, BounceCategory, BounceType, SMTPBounceReason, SMTPCode`],
      ['_Unsubscribe', `${event}, IsUnique`],
      ['_Complaint', `${event}, IsUnique`],
      ['_FTAF', event],
    ] as const) {
      // What it selects is not looked at: that it is there is what matters.
      assert.match(
        await select(`SELECT '${view}' AS A, COUNT(*) AS N FROM (SELECT ${columns} FROM ${view}) v`),
        new RegExp(`^${view},,,\\d+$`),
      );
    }
  });
});
