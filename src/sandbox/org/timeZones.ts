/** The time zones of the service: those whose numbers are documented (1 to 3) or recorded (5); it has more. */

export interface TimeZone {
  readonly id: number;
  readonly name: string;
}

/** The zone of the service itself, and of whoever has not chosen another (documented). */
export const serverZone: TimeZone = { id: 1, name: '(GMT-06:00) Central Standard Time' };

export const timeZones: readonly TimeZone[] = [
  serverZone,
  { id: 2, name: '(GMT) Casablanca' },
  { id: 3, name: '(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London' },
  // The star stands for daylight saving time (recorded).
  { id: 5, name: '(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna *' },
];
