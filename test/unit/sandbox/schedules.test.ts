/** Schedules that fire, and every pattern of recurrence (A9). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { ApiStruct, type MemberInput } from '../../../src/sandbox/message/value.ts';
import { occurrencesOf, recurrenceOf } from '../../../src/sandbox/objects/schedules/recurrence.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, outcome, perform, taskId } from './requests.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('sandbox schedules', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
  });
  afterEach(() => sandbox.stop());

  const daily =
    '<Recurrence xsi:type="DailyRecurrence"><DailyRecurrencePatternType>Interval</DailyRecurrencePatternType><DayInterval>1</DayInterval></Recurrence>';
  const schedule = (action: string, definition: string, interaction: string): Promise<SoapReply> =>
    sandbox.call(
      'Schedule',
      `<ScheduleRequestMsg><Action>${action}</Action>${definition}<Interactions><Interaction ${interaction}</Interaction></Interactions></ScheduleRequestMsg>`,
    );
  const twice = (start: string): string =>
    `<Schedule>${daily}<RecurrenceType>Daily</RecurrenceType><RecurrenceRangeType>EndAfter</RecurrenceRangeType><StartDateTime>${start}</StartDateTime><Occurrences>2</Occurrences></Schedule>`;
  const vip = 'xsi:type="EmailSendDefinition"><CustomerKey>vip-preview</CustomerKey>';
  const sends = async (): Promise<string[]> => {
    const { message } = await sandbox.retrieve(
      'Send',
      ['Status', 'CreatedDate'],
      `<Filter xsi:type="ComplexFilterPart"><LeftOperand xsi:type="SimpleFilterPart"><Property>EmailSendDefinition.CustomerKey</Property><SimpleOperator>equals</SimpleOperator><Value>vip-preview</Value></LeftOperand><LogicalOperator>AND</LogicalOperator><RightOperand xsi:type="SimpleFilterPart"><Property>CreatedDate</Property><SimpleOperator>greaterThanOrEqual</SimpleOperator><DateValue>2030-05-16T18:00:00Z</DateValue></RightOperand></Filter>`,
    );
    return textsOf(message, 'Status');
  };

  it('make sends that wait, start when their time comes, and come again', async () => {
    const reply = await schedule('start', twice('2030-05-17T08:00:00-04:00'), vip);
    assert.equal(outcome(reply), 'OK: EmailSendDefinition scheduled');
    assert.equal(textOf(reply.message, 'StartDateTime'), '2030-05-17T06:00:00-06:00');
    const id = taskId(reply);
    assert.equal(
      textOf((await sandbox.retrieve('Send', ['Status'], equals('ID', id))).message, 'Status'),
      'Scheduled',
    );
    assert.deepEqual(await sends(), ['Scheduled']);
    clock.advance(18 * hour + 5000);
    assert.deepEqual(await sends(), ['Sending', 'Scheduled']);
    clock.advance(day);
    assert.deepEqual(await sends(), ['Complete', 'Sending']);
    clock.advance(3 * day);
    assert.deepEqual(await sends(), ['Complete', 'Complete']);
  });

  it('end when they are stopped, are replaced by others, and a send that waits can be canceled', async () => {
    await schedule('start', twice('2030-05-17T12:00:00Z'), vip);
    clock.advance(18 * hour + 60_000);
    assert.equal(outcome(await schedule('stop', '', vip)), 'OK: EmailSendDefinition schedule stopped');
    assert.equal(outcome(await schedule('stop', '', vip)), 'Error 140');
    const waiting = textsOf(
      (await sandbox.retrieve('Send', ['ID', 'Status'], equals('Status', 'Scheduled'))).message,
      'ID',
    );
    for (const id of waiting) {
      assert.equal(outcome(await perform(sandbox, 'cancel', 'Send', `<ID>${id}</ID>`)), 'OK: Send performed');
    }
    clock.advance(3 * day);
    assert.deepEqual(await sends(), ['Complete', 'Canceled']);
  });

  for (const [definition, code] of [
    ['', '140'],
    [
      `<Schedule>${daily}<RecurrenceRangeType>EndAfter</RecurrenceRangeType><Occurrences>1</Occurrences></Schedule>`,
      '151',
    ],
    [`<Schedule>${daily}<StartDateTime>2030-06-01T00:00:00</StartDateTime></Schedule>`, '150'],
    [
      `<Schedule>${daily}<RecurrenceRangeType>EndOn</RecurrenceRangeType><StartDateTime>2030-06-01T00:00:00</StartDateTime></Schedule>`,
      '152',
    ],
    [
      `<Schedule>${daily}<RecurrenceRangeType>EndAfter</RecurrenceRangeType><StartDateTime>2030-06-01T00:00:00</StartDateTime></Schedule>`,
      '153',
    ],
    [
      `<Schedule>${daily}<RecurrenceRangeType>EndOn</RecurrenceRangeType><StartDateTime>2020-06-01T00:00:00</StartDateTime><EndDateTime>2020-07-01T00:00:00</EndDateTime></Schedule>`,
      '140',
    ],
  ] as const) {
    it(`are refused with the documented code ${code}`, async () => {
      assert.equal(outcome(await schedule('start', definition, vip)), `Error ${code}`);
    });
  }

  it('are refused for what is not there, and for what cannot be scheduled', async () => {
    const soon = twice('2030-06-01T00:00:00');
    const nobody = 'xsi:type="EmailSendDefinition"><CustomerKey>nobody</CustomerKey>';
    assert.equal(outcome(await schedule('start', soon, nobody)), 'Error 42002');
    assert.equal(outcome(await schedule('start', soon, 'xsi:type="List"><ID>1</ID>')), 'Error 5');
  });
});

describe('recurrences', () => {
  /** The first moments of a recurrence that starts on Thursday 16 May 2030 at noon, server time. */
  const first = (
    type: string,
    members: Readonly<Record<string, MemberInput>>,
    count = 3,
  ): string[] | number => {
    const recurrence = recurrenceOf(
      new ApiStruct('ScheduleDefinition', {
        Recurrence: new ApiStruct(`${type}Recurrence`, members),
        RecurrenceRangeType: 'EndAfter',
        StartDateTime: '2030-05-16T12:00:00',
        Occurrences: count,
      }),
    );
    if ('code' in recurrence) return recurrence.code;
    return [...occurrencesOf(recurrence)].map((at) => new Date(at - 6 * hour).toISOString().slice(0, 16));
  };
  const days = (...dates: readonly string[]): string[] => dates.map((date) => `2030-${date}T12:00`);

  it('come every so many minutes, hours and days', () => {
    assert.deepEqual(first('Minutely', { MinuteInterval: 15 }, 2), ['2030-05-16T12:00', '2030-05-16T12:15']);
    assert.deepEqual(first('Hourly', { HourInterval: 7 }, 2), ['2030-05-16T12:00', '2030-05-16T19:00']);
    assert.deepEqual(
      first('Daily', { DailyRecurrencePatternType: 'Interval', DayInterval: 2 }),
      days('05-16', '05-18', '05-20'),
    );
    assert.deepEqual(
      first('Daily', { DailyRecurrencePatternType: 'EveryWeekDay' }),
      days('05-16', '05-17', '05-20'),
    );
    assert.equal(first('Daily', {}), 160);
    assert.equal(first('Daily', { DailyRecurrencePatternType: 'Interval' }), 161);
    assert.equal(first('Secondly', {}), 140);
  });

  it('keep to their time of day in their time zone, over daylight saving, and have none that is not there', () => {
    const inZone = (zone: Readonly<Record<string, MemberInput>>, start: string): string[] | number => {
      const recurrence = recurrenceOf(
        new ApiStruct('ScheduleDefinition', {
          Recurrence: new ApiStruct('DailyRecurrence', {
            DailyRecurrencePatternType: 'Interval',
            DayInterval: 1,
          }),
          RecurrenceRangeType: 'EndAfter',
          StartDateTime: start,
          Occurrences: 3,
          TimeZone: new ApiStruct('TimeZone', zone),
        }),
      );
      if ('code' in recurrence) return recurrence.code;
      return [...occurrencesOf(recurrence)].map((at) => new Date(at).toISOString().slice(5, 16));
    };
    // The clocks of Berlin go forward on 31 March 2030, at two in the morning.
    const berlin = ['03-30T07:00', '03-31T06:00', '04-01T06:00'];
    assert.deepEqual(inZone({ ID: 5 }, '2030-03-30T08:00:00+01:00'), berlin);
    const name = '(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna *';
    assert.deepEqual(inZone({ Name: name }, '2030-03-30T08:00:00+01:00'), berlin);
    assert.deepEqual(inZone({ ID: 5, Name: 'Nowhere' }, '2030-03-30T08:00:00+01:00'), berlin, 'by its ID');
    assert.deepEqual(
      inZone({ ID: 5 }, '2030-03-30T02:30:00+01:00'),
      ['03-30T01:30', '03-31T01:30', '04-01T00:30'],
      'a time that is skipped comes as much later',
    );
    assert.deepEqual(inZone({ ID: 1 }, '2030-03-30T08:00:00-06:00'), [
      '03-30T14:00',
      '03-31T14:00',
      '04-01T14:00',
    ]);
    assert.equal(inZone({ ID: 4711 }, '2030-03-30T08:00:00Z'), 389_000);
    assert.equal(inZone({ Name: 'Nowhere' }, '2030-03-30T08:00:00Z'), 389_002);
  });

  it('come on days of every so many weeks', () => {
    const pattern = { WeeklyRecurrencePatternType: 'ByDay', Monday: true, Thursday: true };
    assert.deepEqual(first('Weekly', pattern), days('05-16', '05-20', '05-23'));
    assert.deepEqual(first('Weekly', { ...pattern, WeekInterval: 2 }), days('05-16', '05-27', '05-30'));
    assert.equal(first('Weekly', {}), 170);
  });

  it('come on a day of every so many months, by its number or by its week', () => {
    const byDay = { MonthlyRecurrencePatternType: 'ByDay', MonthlyInterval: 1, ScheduledDay: 31 };
    assert.deepEqual(first('Monthly', byDay), days('05-31', '07-31', '08-31'));
    const byWeek = {
      MonthlyRecurrencePatternType: 'ByWeek',
      MonthlyInterval: 2,
      ScheduledDayOfWeek: 'Friday',
    };
    assert.deepEqual(first('Monthly', { ...byWeek, ScheduledWeek: 'last' }), days('05-31', '07-26', '09-27'));
    assert.deepEqual(first('Monthly', { ...byWeek, ScheduledWeek: 'second' }, 2), days('07-12', '09-13'));
    assert.equal(first('Monthly', {}), 180);
    assert.equal(first('Monthly', { MonthlyRecurrencePatternType: 'ByDay' }), 181);
    assert.equal(first('Monthly', { MonthlyRecurrencePatternType: 'ByDay', MonthlyInterval: 1 }), 182);
    assert.equal(first('Monthly', byWeek), 183);
    assert.equal(first('Monthly', { ...byWeek, ScheduledWeek: 'last', ScheduledDayOfWeek: undefined }), 184);
  });

  it('come on a day of a month every year', () => {
    const pattern = { YearlyRecurrencePatternType: 'ByDay', ScheduledMonth: 'February', ScheduledDay: 29 };
    assert.deepEqual(first('Yearly', pattern, 2), ['2032-02-29T12:00', '2036-02-29T12:00']);
    assert.equal(first('Yearly', {}), 190);
    assert.equal(first('Yearly', { YearlyRecurrencePatternType: 'ByDay' }), 194);
    assert.equal(first('Yearly', { ...pattern, ScheduledDay: undefined }), 191);
  });
});
