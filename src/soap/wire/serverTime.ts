/** The server's clock: Central Standard Time, six hours behind UTC all year, written without an offset. */

const offset = '-06:00';

/**
 * The instant that a date of an answer means.
 * @param text `2014-03-26T10:02:01.987` (server time), or with `Z` or an offset; undefined for anything else.
 */
export function serverTime(text: string): Date | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (match === null) return undefined;
  const [, seconds = '', fraction = '', zone = offset] = match;
  // A Date holds milliseconds; the server writes up to seven digits.
  const date = new Date(`${seconds}${fraction.slice(0, 4)}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
