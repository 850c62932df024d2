/** Moments as the parameters of extracts have them: US text in the service's own time. */

/** Central Standard Time, all the year. */
const serverOffset = -6 * 3_600_000;

/** @param moment with an offset; `2030-05-16T14:30:00+02:00` is `5/16/2030 6:30:00 AM` */
export function serverText(moment: string): string {
  const date = new Date(Date.parse(moment) + serverOffset);
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = date.getUTCHours();
  const day = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCFullYear()].join('/');
  const time = [
    String(hours % 12 === 0 ? 12 : hours % 12),
    two(date.getUTCMinutes()),
    two(date.getUTCSeconds()),
  ];
  return `${day} ${time.join(':')} ${hours < 12 ? 'AM' : 'PM'}`;
}
