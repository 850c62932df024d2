/** When a schedule comes due: its moments one after the other, at the time of day of its time zone. */
import type { ApiStruct } from '../../message/value.ts';
import { parseDateTime } from '../../serverTime.ts';
import { momentIn, shownIn } from '../../zones.ts';
import { timeZoneNamed } from '../admin/timeZone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Recurrence {
  readonly start: number;
  /** The last moment at which it may come due. */
  readonly end: number;
  /** How often it comes due at most. */
  readonly times: number;
  /** The candidates from the start on; they are looked through until the end, the count, or too many misses. */
  readonly moments: () => Iterable<number>;
}

interface Refusal {
  readonly code: number;
  readonly text: string;
}

const refusal = (code: number, text: string): Refusal => ({ code, text });

/** Reads a ScheduleDefinition. The codes of refusals are documented. */
export function recurrenceOf(schedule: ApiStruct | undefined): Recurrence | Refusal {
  const pattern = schedule?.struct('Recurrence');
  if (schedule === undefined || pattern === undefined) {
    return refusal(140, 'The schedule is not valid: it has no Recurrence.');
  }
  const start = parseDateTime(schedule.text('StartDateTime', ''));
  if (start === undefined) return refusal(151, 'StartDateTime is not specified.');
  const range = rangeOf(schedule);
  if ('code' in range) return range;
  const make = Object.hasOwn(patterns, pattern.type) ? patterns[pattern.type] : undefined;
  if (make === undefined) return refusal(140, `The recurrence ${pattern.type} is not valid.`);
  const zone = timeZoneNamed(schedule.struct('TimeZone'));
  if ('code' in zone) return zone;
  const moments = make(pattern, start, zone.zone);
  return typeof moments === 'function' ? { start, ...range, moments } : moments;
}

/** Where a recurrence ends. */
function rangeOf(schedule: ApiStruct): Pick<Recurrence, 'end' | 'times'> | Refusal {
  switch (schedule.text('RecurrenceRangeType')) {
    case 'EndAfter': {
      const times = schedule.number('Occurrences');
      return times === undefined ? refusal(153, 'Occurrences is not specified.') : { times, end: Infinity };
    }
    case 'EndOn': {
      const end = parseDateTime(schedule.text('EndDateTime', ''));
      return end === undefined ? refusal(152, 'EndDateTime is not specified.') : { times: Infinity, end };
    }
    default:
      return refusal(150, 'RecurrenceRangeType is not specified.');
  }
}

/** The moments at which a recurrence comes due. */
export function* occurrencesOf({ start, end, times, moments }: Recurrence): Iterable<number> {
  let count = 0;
  for (const moment of moments()) {
    if (moment > end || count >= times) return;
    if (moment < start) continue;
    count += 1;
    yield moment;
  }
}

type Moments = () => Iterable<number>;
/** @param zone the IANA name of the time zone whose calendar it goes by. */
type Pattern = (pattern: ApiStruct, start: number, zone: string) => Moments | Refusal;

/** No schedule is looked ahead for longer. */
const furthest = 50 * 366;

const every =
  (member: string, unit: number): Pattern =>
  (pattern, start) =>
    function* () {
      const step = Math.max(1, pattern.number(member, 1)) * unit;
      for (let moment = start; ; moment += step) yield moment;
    };

/** Days from the start on that a test lets through, at the start's time of day in the zone. */
function days(start: number, zone: string, isDue: (date: Date, number: number) => boolean): Moments {
  return function* () {
    const first = shownIn(zone, start);
    for (let number = 0; number < furthest; number++) {
      const shown = first + number * day;
      if (isDue(new Date(shown), number)) yield momentIn(zone, shown);
    }
  };
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const daily: Pattern = (pattern, start, zone) => {
  const kind = pattern.text('DailyRecurrencePatternType');
  if (kind === undefined) return refusal(160, 'DailyRecurrencePatternType is not specified.');
  if (kind === 'EveryWeekDay') return days(start, zone, (date) => date.getUTCDay() % 6 !== 0);
  const interval = pattern.number('DayInterval');
  if (interval === undefined) return refusal(161, 'DayInterval is not specified.');
  return days(start, zone, (_, number) => number % Math.max(1, interval) === 0);
};

const weekly: Pattern = (pattern, start, zone) => {
  if (pattern.text('WeeklyRecurrencePatternType') === undefined) {
    return refusal(170, 'WeeklyRecurrencePatternType is not specified.');
  }
  const wanted = weekdays.map((name) => pattern.flag(name, false));
  const interval = Math.max(1, pattern.number('WeekInterval', 1));
  const firstDay = new Date(shownIn(zone, start)).getUTCDay();
  return days(start, zone, (date, number) => {
    const week = Math.floor((number + firstDay) / 7);
    return week % interval === 0 && wanted[date.getUTCDay()] === true;
  });
};

const monthly: Pattern = (pattern, start, zone) => {
  const kind = pattern.text('MonthlyRecurrencePatternType');
  if (kind === undefined) return refusal(180, 'MonthlyRecurrencePatternType is not specified.');
  const interval = pattern.number('MonthlyInterval');
  if (interval === undefined) return refusal(181, 'MonthlyInterval is not specified.');
  const isDay = dayOf(pattern, kind, { day: 182, week: 183, dayOfWeek: 184 });
  if (typeof isDay !== 'function') return isDay;
  const first = monthNumber(new Date(shownIn(zone, start)));
  return days(
    start,
    zone,
    (date) => (monthNumber(date) - first) % Math.max(1, interval) === 0 && isDay(date),
  );
};

const yearly: Pattern = (pattern, start, zone) => {
  const kind = pattern.text('YearlyRecurrencePatternType');
  if (kind === undefined) return refusal(190, 'YearlyRecurrencePatternType is not specified.');
  const month = months.indexOf(pattern.text('ScheduledMonth', ''));
  if (month === -1) return refusal(194, 'ScheduledMonth is not specified.');
  const isDay = dayOf(pattern, kind, { day: 191, week: 193, dayOfWeek: 192 });
  if (typeof isDay !== 'function') return isDay;
  return days(start, zone, (date) => date.getUTCMonth() === month && isDay(date));
};

function monthNumber(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const weeks = ['first', 'second', 'third', 'fourth'];

/** The day of a month: by its number, or as the second Tuesday. */
function dayOf(
  pattern: ApiStruct,
  kind: string,
  codes: { readonly day: number; readonly week: number; readonly dayOfWeek: number },
): ((date: Date) => boolean) | Refusal {
  if (kind !== 'ByWeek') {
    const wanted = pattern.number('ScheduledDay');
    if (wanted === undefined) return refusal(codes.day, 'ScheduledDay is not specified.');
    return (date) => date.getUTCDate() === wanted;
  }
  const week = pattern.text('ScheduledWeek');
  const weekday = weekdays.indexOf(pattern.text('ScheduledDayOfWeek', ''));
  if (week === undefined) return refusal(codes.week, 'ScheduledWeek is not specified.');
  if (weekday === -1) return refusal(codes.dayOfWeek, 'ScheduledDayOfWeek is not specified.');
  return (date) => {
    if (date.getUTCDay() !== weekday) return false;
    if (week !== 'last') return Math.floor((date.getUTCDate() - 1) / 7) === weeks.indexOf(week);
    return new Date(date.getTime() + 7 * day).getUTCMonth() !== date.getUTCMonth();
  };
}

const patterns: Readonly<Record<string, Pattern>> = {
  MinutelyRecurrence: every('MinuteInterval', minute),
  HourlyRecurrence: every('HourInterval', hour),
  DailyRecurrence: daily,
  WeeklyRecurrence: weekly,
  MonthlyRecurrence: monthly,
  YearlyRecurrence: yearly,
};
