/**
 * The service's own time: Central Standard Time, six hours behind UTC all the year, without daylight saving.
 * Answers show it without an offset; inputs without an offset mean it (documented by the vendor).
 */

/** How far it is ahead of UTC, in milliseconds. */
export const serverOffset = -6 * 3_600_000;

/** A moment as an `xs:dateTime` of an answer: no zone, milliseconds only where there are any (`…:27.927`, `…:27`). */
export function formatDateTime(moment: number): string {
  const iso = new Date(moment + serverOffset).toISOString();
  const fraction = iso.slice(19, 23).replace(/\.?0+$/, '');
  return iso.slice(0, 19) + fraction;
}

/** A moment as UTC in whole seconds with `Z`, as the security header has it. */
export function formatUtc(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

/** A moment as US text in server time, `5/16/2030 1:01:02 PM`: how the cells of data extensions show dates. */
export function formatUsText(moment: number): string {
  const date = new Date(moment + serverOffset);
  const hours = date.getUTCHours();
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCFullYear()].join('/');
  const time = [
    String(hours % 12 === 0 ? 12 : hours % 12),
    two(date.getUTCMinutes()),
    two(date.getUTCSeconds()),
  ];
  return `${day} ${time.join(':')} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** The parts of a moment in server time, two digits each but for the year's four. */
export function serverDate(
  moment: number,
): Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>> {
  const iso = new Date(moment + serverOffset).toISOString();
  const part = (from: number, to: number): string => iso.slice(from, to);
  return { year: part(0, 4), month: part(5, 7), day: part(8, 10), hour: part(11, 13), minute: part(14, 16) };
}

/** The same time of day so many months later; a day that the month has not is its last one. */
export function addMonths(moment: number, months: number): number {
  const date = new Date(moment + serverOffset);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime() - serverOffset;
}

/** The midnight that comes next, in server time. */
export function nextMidnight(moment: number): number {
  const day = 86_400_000;
  return (Math.floor((moment + serverOffset) / day) + 1) * day - serverOffset;
}

/** The month and day of a moment in server time, as `MMDD`. */
export function monthAndDay(moment: number): string {
  return new Date(moment + serverOffset).toISOString().slice(5, 10).replace('-', '');
}

const dateTimePattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads an `xs:dateTime`, or the date alone: with `Z`, with an offset, or with neither for server time.
 * @returns milliseconds since 1970, undefined when the text is no date.
 */
export function parseDateTime(text: string): number | undefined {
  const match = dateTimePattern.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', zone] =
    match;
  const fields = [year, month, day, hour, minute, second].map(Number);
  const utc = utcOf(fields, Math.floor(Number(`0.${fraction || '0'}`) * 1000));
  return utc === undefined ? undefined : utc - zoneOffset(zone);
}

const usPattern = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?(AM|PM))?)?$/i;

/** Reads a date of either kind: an `xs:dateTime`, or US text in server time (`1/31/2024`, `1/31/2024 2:05:00 PM`). */
export function parseDate(text: string): number | undefined {
  const match = usPattern.exec(text.trim());
  if (match === null) return parseDateTime(text);
  const [, month = '', day = '', year = '', hour = '0', minute = '0', second = '0', half] = match;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const utc = utcOf([Number(year), Number(month), Number(day), hours, Number(minute), Number(second)], 0);
  return utc === undefined ? undefined : utc - serverOffset;
}

/** The moment of calendar fields read as UTC; undefined when there is no such day or time. */
function utcOf(fields: readonly number[], milliseconds: number): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, milliseconds);
  // The engine takes 31 February for 3 March; a date that is not written back as it came is no date.
  const back = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return [...back, ...time].every((field, index) => field === fields[index]) ? date.getTime() : undefined;
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined) return serverOffset;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
