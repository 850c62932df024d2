/** Schedules an e-mail send definition, once or again and again (best-practices rows A9, D11). */
import * as l10n from '@vscode/l10n';
import type { Answers, Guide } from '../guide.ts';
import { answer, choice, momentWithOffset, pick, text, wholeNumber } from '../questions.ts';
import { of, typed, type Xml } from '../xml.ts';

const again = (answers: Answers): boolean => answers['recurrence'] !== 'Once';

export const scheduleSend: Guide = {
  stage: 'send',
  title: l10n.t('Schedule an E-mail Send'),
  description: l10n.t('Once, or every day or week'),
  questions: [
    pick('definition', 'sendDefinitions', l10n.t('E-mail send definition')),
    text('start', l10n.t('First run'), l10n.t('Date and time with its offset from UTC'), {
      check: (value) => momentWithOffset(value) ?? past(value),
      example: '2030-05-16T14:30:00+02:00',
    }),
    choice('recurrence', l10n.t('How often?'), [
      { value: 'Once', label: l10n.t('Once') },
      { value: 'Daily', label: l10n.t('Every day') },
      { value: 'Weekly', label: l10n.t('Every week'), description: l10n.t('on the day of the first run') },
    ]),
    text('occurrences', l10n.t('How many times?'), l10n.t('After so many runs it ends'), {
      check: wholeNumber,
      when: again,
    }),
  ],
  build: (answers) => {
    const key = answer(answers, 'definition');
    const start = answer(answers, 'start');
    return [
      {
        title: l10n.t('Schedule {0}', key),
        name: 'scheduleSend',
        note: again(answers)
          ? l10n.t('{0} goes out at {1}, and again after it.', key, start)
          : l10n.t('{0} goes out at {1}.', key, start),
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
  return Date.parse(value) > Date.now() ? undefined : l10n.t('That is in the past.');
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
