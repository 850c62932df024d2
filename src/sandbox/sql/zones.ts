/** AT TIME ZONE: a date of one time zone as one of another, by the names that SQL Server has for them. */
import { beyond, SqlProblem } from './problem.ts';
import { calendarOf } from './values.ts';

const zones: Readonly<Record<string, string>> = {
  'alaskan standard time': 'America/Anchorage',
  'arab standard time': 'Asia/Riyadh',
  'arabian standard time': 'Asia/Dubai',
  'atlantic standard time': 'America/Halifax',
  'aus eastern standard time': 'Australia/Sydney',
  'canada central standard time': 'America/Regina',
  'central america standard time': 'America/Guatemala',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'central standard time': 'America/Chicago',
  'china standard time': 'Asia/Shanghai',
  'e. europe standard time': 'Europe/Chisinau',
  'e. south america standard time': 'America/Sao_Paulo',
  'eastern standard time': 'America/New_York',
  'fle standard time': 'Europe/Kiev',
  'gmt standard time': 'Europe/London',
  'gtb standard time': 'Europe/Bucharest',
  'hawaiian standard time': 'Pacific/Honolulu',
  'india standard time': 'Asia/Kolkata',
  'israel standard time': 'Asia/Jerusalem',
  'korea standard time': 'Asia/Seoul',
  'mountain standard time': 'America/Denver',
  'new zealand standard time': 'Pacific/Auckland',
  'pacific standard time': 'America/Los_Angeles',
  'romance standard time': 'Europe/Paris',
  'russian standard time': 'Europe/Moscow',
  'se asia standard time': 'Asia/Bangkok',
  'singapore standard time': 'Asia/Singapore',
  'south africa standard time': 'Africa/Johannesburg',
  'tokyo standard time': 'Asia/Tokyo',
  'turkey standard time': 'Europe/Istanbul',
  'us mountain standard time': 'America/Phoenix',
  utc: 'UTC',
  'w. australia standard time': 'Australia/Perth',
  'w. europe standard time': 'Europe/Berlin',
};

/**
 * What a date shows in the last of these zones, when it is one of the first: with one zone, which says no more than
 * where it is from, it shows the same.
 */
export function atZones(date: Date, names: readonly string[]): Date {
  const [from, to, ...others] = names.map(zoneNamed);
  if (from === undefined || others.length > 0) throw beyond('more than two time zones of a date');
  if (to === undefined) return date;
  const shown = calendarOf(date).getTime();
  // The offset is first looked for as if the date were one of UTC, and then where that says that it is.
  const moment = shown - offsetAt(from, shown - offsetAt(from, shown));
  return new Date(date.getTime() + moment + offsetAt(to, moment) - shown);
}

function zoneNamed(name: string): string {
  const zone = zones[name.toLowerCase()];
  if (zone !== undefined) return zone;
  throw new SqlProblem(`The time zone parameter '${name}' provided to AT TIME ZONE clause is invalid.`);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(zone: string, moment: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  formats.set(zone, format);
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([-+])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
