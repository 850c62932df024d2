/** Time zones by their IANA names: how far each is ahead of UTC, daylight saving included. */

const hour = 3_600_000;
const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
export function offsetAt(zone: string, moment: number): number {
  // Their signs are those of what is to be added for UTC.
  const fixed = /^Etc\/GMT([-+]\d+)$/.exec(zone);
  if (fixed !== null) return -Number(fixed[1]) * hour;
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  formats.set(zone, format);
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([-+])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** A moment moved so that its calendar fields in UTC are those that the zone shows. */
export function shownIn(zone: string, moment: number): number {
  return moment + offsetAt(zone, moment);
}

/**
 * The moment at which a zone shows this. Of a time that it shows twice it is the second one; one that it skips, as the
 * clocks go forward, is as much later.
 */
export function momentIn(zone: string, shown: number): number {
  const [before, after] = [offsetAt(zone, shown - day), offsetAt(zone, shown + day)];
  return offsetAt(zone, shown - after) === after ? shown - after : shown - before;
}
