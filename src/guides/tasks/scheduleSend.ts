/** Schedules an e-mail send definition, once or again and again (best-practices rows A9, D11). */
import type { Answers, Guide } from '../guide.ts';
import { answer, choice, momentWithOffset, pick, text, wholeNumber } from '../questions.ts';
import { of, typed, type Xml } from '../xml.ts';

const again = (answers: Answers): boolean => answers['recurrence'] !== 'Once';

export const scheduleSend: Guide = {
  stage: 'The send',
  title: 'Schedule an E-mail Send',
  description: 'Once, or every day or week',
  questions: [
    pick('definition', 'sendDefinitions', 'E-mail send definition'),
    text('start', 'First run', 'Date and time with its offset from UTC', {
      check: (value) => momentWithOffset(value) ?? past(value),
      example: '2030-05-16T14:30:00+02:00',
    }),
    choice('recurrence', 'How often?', [
      { value: 'Once', label: 'Once' },
      { value: 'Daily', label: 'Every day' },
      { value: 'Weekly', label: 'Every week', description: 'on the day of the first run' },
    ]),
    text('occurrences', 'How many times?', 'After so many runs it ends', { check: wholeNumber, when: again }),
  ],
  build: (answers) => {
    const key = answer(answers, 'definition');
    const start = answer(answers, 'start');
    return [
      {
        title: `Schedule ${key}`,
        name: 'scheduleSend',
        note: `${key} goes out at ${start}${again(answers) ? ', and again after it' : ''}.`,
        body: of('ScheduleRequestMsg', [
          of('Options'),
          of('Action', 'start'),
          of('Schedule', [
            recurrence(answers, start),
            of('RecurrenceType', answers['recurrence'] === 'Weekly' ? 'Weekly' : 'Daily'),
            of('RecurrenceRangeType', 'EndAfter'),
            of('StartDateTime', start),
            of('Occurrences', again(answers) ? answer(answers, 'occurrences') : '1'),
          ]),
          of('Interactions', [typed('Interaction', 'EmailSendDefinition', [of('CustomerKey', key)])]),
        ]),
      },
    ];
  },
};

function past(value: string): string | undefined {
  return Date.parse(value) > Date.now() ? undefined : 'That is in the past.';
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function recurrence(answers: Answers, start: string): Xml {
  if (answers['recurrence'] !== 'Weekly') {
    return typed('Recurrence', 'DailyRecurrence', [
      of('DailyRecurrencePatternType', 'Interval'),
      of('DayInterval', '1'),
    ]);
  }
  // The day is that of the place whose offset the person wrote.
  const today = days[new Date(`${start.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  return typed('Recurrence', 'WeeklyRecurrence', [
    of('WeeklyRecurrencePatternType', 'ByDay'),
    of('WeekInterval', '1'),
    ...days.map((day) => of(day, String(day === today))),
  ]);
}
