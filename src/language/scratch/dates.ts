/** Dates as system variables write them: moved by an offset, in a format. */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

const milliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `now`, moved by an offset such as `-7 d`; months (`M`) and years (`y`) by the calendar, in UTC. */
export function shifted(now: number, [amount, unit]: readonly string[]): Date | undefined {
  const date = new Date(now);
  if (amount === undefined) return date;
  const number = Number(amount);
  if (!Number.isInteger(number) || unit === undefined) return undefined;
  if (unit === 'M') date.setUTCMonth(date.getUTCMonth() + number);
  else if (unit === 'y') date.setUTCFullYear(date.getUTCFullYear() + number);
  else {
    const length = milliseconds[unit];
    if (length === undefined) return undefined;
    date.setTime(date.getTime() + number * length);
  }
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * A date in UTC, or in the time of this machine.
 * @param format `iso8601`, `rfc1123`, or a pattern such as `YYYY-MM-DD HH:mm`.
 */
export function formatDate(date: Date, format: string, zone: 'utc' | 'local'): string {
  const time = zone === 'utc' ? dayjs.utc(date) : dayjs(date);
  if (format === 'iso8601')
    return zone === 'utc' ? date.toISOString() : time.format('YYYY-MM-DDTHH:mm:ss.SSSZ');
  if (format === 'rfc1123') {
    return zone === 'utc' ? date.toUTCString() : time.format('ddd, DD MMM YYYY HH:mm:ss ZZ');
  }
  return time.format(format);
}
