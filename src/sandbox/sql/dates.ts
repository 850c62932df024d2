/** Arithmetic of dates in queries, in server time. */
import { addMonths } from '../serverTime.ts';
import { SqlProblem } from './problem.ts';
import { calendarOf } from './values.ts';

const milliseconds: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
};

const names: Readonly<Record<string, string>> = {
  ...{ year: 'year', yy: 'year', yyyy: 'year', quarter: 'quarter', qq: 'quarter', q: 'quarter' },
  ...{ month: 'month', mm: 'month', m: 'month', week: 'week', wk: 'week', ww: 'week' },
  ...{ day: 'day', dd: 'day', d: 'day', hour: 'hour', hh: 'hour' },
  ...{ minute: 'minute', mi: 'minute', n: 'minute', second: 'second', ss: 'second', s: 'second' },
  ...{ weekday: 'weekday', dw: 'weekday', dayofyear: 'dayofyear', dy: 'dayofyear' },
};

/** @throws SqlProblem for a part of dates that there is none such. */
export function datePart(name: string): string {
  const part = names[name.toLowerCase()];
  if (part === undefined) throw new SqlProblem(`'${name}' is not a recognized datepart option.`);
  return part;
}

const monthsIn: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

/** A moment so many parts later; days that a month has not end with it. */
export function dateAdd(part: string, count: number, date: Date): Date {
  const months = monthsIn[part];
  if (months === undefined) return new Date(date.getTime() + Math.trunc(count) * (milliseconds[part] ?? 0));
  return new Date(addMonths(date.getTime(), Math.trunc(count) * months));
}

/** How many borders of a part lie between two moments. */
export function dateDiff(part: string, from: Date, to: Date): number {
  return ordinal(part, calendarOf(to)) - ordinal(part, calendarOf(from));
}

function ordinal(part: string, at: Date): number {
  const months = monthsIn[part];
  if (months !== undefined) return Math.floor((at.getUTCFullYear() * 12 + at.getUTCMonth()) / months);
  // Weeks begin on Sunday; 1 January 1970 was a Thursday.
  const offset = part === 'week' ? 4 * 86_400_000 : 0;
  return Math.floor((at.getTime() + offset) / (milliseconds[part] ?? 86_400_000));
}

/** A part of a moment as a number. */
export function partOf(part: string, date: Date): number {
  const at = calendarOf(date);
  const read: Readonly<Record<string, () => number>> = {
    year: () => at.getUTCFullYear(),
    quarter: () => Math.floor(at.getUTCMonth() / 3) + 1,
    month: () => at.getUTCMonth() + 1,
    day: () => at.getUTCDate(),
    weekday: () => at.getUTCDay() + 1,
    hour: () => at.getUTCHours(),
    minute: () => at.getUTCMinutes(),
    second: () => at.getUTCSeconds(),
    dayofyear: () => ordinal('day', at) - ordinal('day', new Date(Date.UTC(at.getUTCFullYear(), 0))) + 1,
    week: () => ordinal('week', at) - ordinal('week', new Date(Date.UTC(at.getUTCFullYear(), 0))) + 1,
  };
  return read[part]?.() ?? 0;
}

/** Midnight of a day, its month counted from 1; undefined for a day that there is none such. */
export function serverTimeOf(year: number, month: number, day: number): Date | undefined {
  const calendar = new Date(Date.UTC(year, month - 1, day));
  const isDay = calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === day;
  // The fields are those of server time.
  return isDay ? new Date(2 * calendar.getTime() - calendarOf(calendar).getTime()) : undefined;
}

/** The last day of the month of a date, or of one so many months later. */
export function endOfMonth(date: Date, months: number): Date {
  const at = calendarOf(date);
  const calendar = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0));
  return new Date(2 * calendar.getTime() - calendarOf(calendar).getTime());
}
