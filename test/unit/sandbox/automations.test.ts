/** Automations: steps of activities that run one after the other, by a call and by a schedule (A9, E2). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, write, type WriteMethod } from './requests.ts';

const hour = 3_600_000;

describe('sandbox automations', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    const table = (name: string): { type: string } & Record<string, unknown> => ({
      type: 'DataExtension',
      CustomerKey: name,
      Name: name,
      Fields: {
        Field: [{ Name: 'Id', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true }],
      },
    });
    const query = (key: string, sql: string, target: string): { type: string } & Record<string, unknown> => ({
      type: 'QueryDefinition',
      CustomerKey: key,
      Name: key,
      QueryText: sql,
      TargetType: 'DE',
      TargetUpdateType: 'Append',
      DataExtensionTarget: { CustomerKey: target },
    });
    sandbox = await startSandbox({
      clock,
      seed: {
        objects: [
          ...['First', 'Second'].map(table),
          query('one', 'SELECT CONVERT(varchar(20), DATEPART(hour, GETDATE())) AS Id', 'First'),
          query('two', 'SELECT Id FROM First WHERE NOT Id IN (SELECT Id FROM Second)', 'Second'),
          query('bad', 'SELECT Nope AS Id FROM First', 'First'),
        ],
      },
    });
  });
  afterEach(() => sandbox.stop());

  const idOf = async (key: string): Promise<string> =>
    textOf(
      (await sandbox.retrieve('QueryDefinition', ['ObjectID'], equals('CustomerKey', key))).message,
      'ObjectID',
    ) ?? '';
  const task = async (sequence: number, ...keys: readonly string[]): Promise<string> => {
    const activities = await Promise.all(
      keys.map(async (key) => {
        const id = await idOf(key);
        return `<Activity><ObjectID>${id}</ObjectID><Name>${key}</Name><ActivityObject xsi:type="QueryDefinition"><ObjectID>${id}</ObjectID><CustomerKey>${key}</CustomerKey></ActivityObject></Activity>`;
      }),
    );
    return `<AutomationTask><Name>t</Name><Sequence>${String(sequence)}</Sequence><Activities>${activities.join('')}</Activities></AutomationTask>`;
  };
  const save = (method: WriteMethod, tasks: string): Promise<SoapReply> =>
    write(
      sandbox,
      method,
      object(
        'Automation',
        `<CustomerKey>auto</CustomerKey><Name>auto</Name>${tasks === '' ? '' : `<AutomationTasks>${tasks}</AutomationTasks>`}<AutomationType>scheduled</AutomationType>`,
      ),
    );
  const make = async (tasks: string): Promise<string> => {
    const made = await save('Create', tasks);
    assert.equal(outcome(made), 'OK: Automation created');
    return textOf(made.message, 'NewObjectID') ?? '';
  };
  const act = (action: string, id: string): Promise<SoapReply> =>
    perform(sandbox, action, 'Automation', `<ObjectID>${id}</ObjectID>`);
  const status = async (): Promise<string | undefined> =>
    textOf(
      (await sandbox.retrieve('Automation', ['Status'], equals('CustomerKey', 'auto'))).message,
      'Status',
    );
  const rows = async (key: string): Promise<string[]> =>
    textsOf((await sandbox.retrieve(`DataExtensionObject[${key}]`, ['Id'])).message, 'Value');
  const runs = async (id: string): Promise<string[]> => {
    const { message } = await sandbox.retrieve(
      'AutomationInstance',
      ['Status', 'StatusMessage'],
      equals('AutomationID', id),
    );
    return textsOf(message, 'StatusMessage').map(
      (text, index) => `${textsOf(message, 'Status')[index] ?? ''} ${text}`,
    );
  };

  it('run their steps in order, each after what the one before it has done', async () => {
    const id = await make((await task(2, 'two')) + (await task(1, 'one')));
    assert.equal(await status(), '2');
    const reply = await act('start', id);
    assert.match(
      reply.message,
      /<Result><StatusCode>OK<\/StatusCode><StatusMessage>Performed Activity<\/StatusMessage><Object xsi:type="Automation">.*<\/Object><\/Result>/,
    );
    assert.equal(await status(), '3');
    const run = textOf(reply.message, 'ObjectID') ?? '';
    assert.equal(outcome(await act('start', id)), 'Error 355002', 'it is running');
    clock.advance(60_000);
    assert.deepEqual([await rows('First'), await rows('Second')], [['12'], ['12']]);
    assert.equal(await status(), '2');
    const instance = await sandbox.retrieve(
      'AutomationInstance',
      ['Name', 'Status', 'StartTime', 'CompletedTime'],
      equals('ProgramInstanceID', run),
    );
    assert.match(
      instance.message,
      /<Name>auto<.*<Status>1<.*<StartTime>2030-05-16T12:00:00<.*<CompletedTime>2030-05-16T12:00:/s,
    );
  });

  it('end at the first step that fails, and say why', async () => {
    const id = await make((await task(1, 'bad', 'one')) + (await task(2, 'two')));
    await act('start', id);
    clock.advance(60_000);
    assert.equal(await status(), '-1');
    assert.deepEqual(await runs(id), ["2 Invalid column name 'Nope'."]);
    assert.deepEqual(await rows('Second'), [], 'the second step was not begun');
  });

  it('are stopped while they run', async () => {
    const id = await make((await task(1, 'one')) + (await task(2, 'two')));
    await act('start', id);
    clock.advance(1500);
    assert.equal(outcome(await act('stop', id)), 'OK: Performed Activity');
    clock.advance(60_000);
    assert.equal(await status(), '5');
    assert.deepEqual([await rows('First'), await rows('Second')], [['12'], []]);
    assert.equal(outcome(await act('stop', id)), 'Error 355002');
  });

  describe('on a schedule', () => {
    const hourly =
      '<Schedule><Recurrence xsi:type="HourlyRecurrence"><HourlyRecurrencePatternType>Interval</HourlyRecurrencePatternType><HourInterval>1</HourInterval></Recurrence><RecurrenceType>Hourly</RecurrenceType><RecurrenceRangeType>EndAfter</RecurrenceRangeType><StartDateTime>2030-05-16T13:00:00</StartDateTime><Occurrences>4</Occurrences></Schedule>';
    const schedule = (action: string, definition: string, name: string): Promise<SoapReply> =>
      sandbox.call(
        'Schedule',
        `<ScheduleRequestMsg><Action>${action}</Action>${definition}<Interactions><Interaction xsi:type="Automation">${name}</Interaction></Interactions></ScheduleRequestMsg>`,
      );

    it('start when they come due, pause whichever way they are named, and resume', async () => {
      const id = await make(await task(1, 'one'));
      const reply = await schedule('start', hourly, '<CustomerKey>auto</CustomerKey>');
      assert.match(
        reply.message,
        /<Result><StatusCode>OK<\/StatusCode><StatusMessage>Program scheduled\.<\/StatusMessage><Object.*<StartDateTime>2030-05-16T13:00:00-06:00<.*<\/Object><Task\/><\/Result>/s,
      );
      assert.doesNotMatch(reply.message, /<Recurrence /);
      assert.equal(await status(), '6');
      clock.advance(hour + 60_000);
      assert.deepEqual(await rows('First'), ['13']);
      assert.equal(
        outcome(await schedule('pause', '', `<ObjectID>${id}</ObjectID>`)),
        'OK: Performed Activity',
      );
      assert.equal(await status(), '4');
      clock.advance(hour);
      assert.deepEqual(await rows('First'), ['13'], 'nothing happens while it is paused');
      assert.equal(outcome(await act('resume', id)), 'OK: Performed Activity');
      clock.advance(hour);
      assert.deepEqual(await rows('First'), ['13', '15']);
      clock.advance(5 * hour);
      assert.deepEqual(await rows('First'), ['13', '15', '16']);
      assert.equal(await status(), '2', 'nothing comes any more');
      assert.equal((await runs(id)).length, 3);
    });

    it('are not started any more once the schedule, or the automation, is gone', async () => {
      const id = await make(await task(1, 'one'));
      await schedule('start', hourly, `<ObjectID>${id}</ObjectID>`);
      assert.equal(
        outcome(await schedule('stop', '', '<CustomerKey>auto</CustomerKey>')),
        'OK: Automation schedule stopped',
      );
      clock.advance(2 * hour);
      assert.deepEqual(await rows('First'), []);
      assert.equal(outcome(await act('pause', id)), 'Error 355002');
      assert.equal(outcome(await act('resume', id)), 'Error 355002');
      const later = hourly.replace('T13:', 'T18:');
      await schedule('start', later, `<ObjectID>${id}</ObjectID>`);
      assert.equal(outcome(await save('Delete', '')), 'OK: Program deleted');
      clock.advance(9 * hour);
      assert.deepEqual(await rows('First'), []);
    });

    it('works for queries alone as well', async () => {
      const single = hourly.replace('<Occurrences>4', '<Occurrences>2');
      const reply = await sandbox.call(
        'Schedule',
        `<ScheduleRequestMsg><Action>start</Action>${single}<Interactions><Interaction xsi:type="QueryDefinition"><CustomerKey>one</CustomerKey></Interaction></Interactions></ScheduleRequestMsg>`,
      );
      assert.equal(outcome(reply), 'OK: QueryDefinition scheduled');
      clock.advance(9 * hour);
      assert.deepEqual(await rows('First'), ['13', '14']);
    });
  });

  it('are found as Program too, as was recorded, and runs only by a filter', async () => {
    const id = await make('');
    const { message } = await sandbox.retrieve(
      'Program',
      ['ObjectID', 'CustomerKey', 'Name'],
      equals('Name', 'auto'),
    );
    assert.match(
      message,
      new RegExp(
        `<Results xsi:type="Program"><PartnerKey xsi:nil="true"/><ObjectID>${id}</ObjectID><CustomerKey>auto</CustomerKey><Name>auto</Name></Results>`,
      ),
    );
    const unfiltered = await sandbox.retrieve('AutomationInstance', ['Status']);
    assert.equal(textOf(unfiltered.message, 'OverallStatus'), 'Error: A filter by AutomationID is required.');
  });

  it('are refused by the documented codes', async () => {
    assert.equal(
      outcome(
        await save(
          'Create',
          '<AutomationTask><Activities><Activity><ObjectID>x</ObjectID></Activity></Activities></AutomationTask>',
        ),
      ),
      'Error 355003',
    );
    assert.equal(outcome(await act('start', 'none')), 'Error 355006');
    assert.equal(outcome(await perform(sandbox, 'start', 'Automation', '')), 'Error 355000');
    assert.equal(outcome(await save('Delete', '')), 'Error 355006');
  });
});
