/** Dates of cells: US text in the server's time, as answers write them, or ISO dates, with or without an offset. */
import { serverTime } from '../../../soap/pure.ts';

const usDate = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*(AM|PM))?)?$/i;
const isoDate = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(\.\d+)?)?)?\s*(Z|[+-]\d\d:\d\d)?$/i;

/** The instant that a text means; undefined when it is no date. */
export function dateOfCell(text: string): Date | undefined {
  return ofIso(text.trim()) ?? ofUs(text.trim());
}

function ofIso(text: string): Date | undefined {
  const match = isoDate.exec(text);
  if (match === null) return undefined;
  const [, day = '', minutes = '00:00', seconds = '00', fraction = '', zone = ''] = match;
  const date = serverTime(`${day}T${minutes}:${seconds}${fraction}${zone.toUpperCase()}`);
  // Days such as 31 February become another day without a word.
  return date !== undefined && isDay(day) ? date : undefined;
}

function ofUs(text: string): Date | undefined {
  const match = usDate.exec(text);
  if (match === null) return undefined;
  const [, month = '', day = '', year = '', hour = '0', minute = '00', second = '00', half] = match;
  const hours = hourOf(Number(hour), half?.toUpperCase());
  const two = (part: string | number): string => String(part).padStart(2, '0');
  return hours === undefined
    ? undefined
    : ofIso(`${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}`);
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'PM' ? 12 : 0);
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
