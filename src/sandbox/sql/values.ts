/** Values of queries, and how SQL Server converts and compares them. */
import { parseDate, serverOffset } from '../serverTime.ts';
import { SqlProblem } from './problem.ts';

/** A Date is a moment, null is no value. Booleans are 1 and 0. */
export type Value = string | number | Date | null;

/** A value that there is. */
export type Present = Exclude<Value, null>;

export type ValueType = 'integer' | 'decimal' | 'text' | 'date';

/** Below 0, 0 or above 0; undefined when either is no value. Text is compared without case or blanks at its end. */
export function compare(a: Value, b: Value): number | undefined {
  if (a === null || b === null) return undefined;
  if (a instanceof Date || b instanceof Date) return dateOf(a).getTime() - dateOf(b).getTime();
  if (typeof a === 'number' || typeof b === 'number') return numberOf(a) - numberOf(b);
  const [left, right] = [folded(a), folded(b)];
  return left < right ? -1 : Number(left > right);
}

/** A text in the form in which texts are compared. */
export function folded(text: string): string {
  return text.trimEnd().toLowerCase();
}

/** The same for values that are equal. */
export function keyOf(value: Value): string {
  if (value === null) return 'null';
  return value instanceof Date ? `d${String(value.getTime())}` : `${typeof value} ${folded(String(value))}`;
}

/** @throws SqlProblem for a text that is no number. */
export function numberOf(value: string | number | Date): number {
  if (typeof value === 'number') return value;
  const number = value instanceof Date ? NaN : Number(value.trim() === '' ? '0' : value);
  if (Number.isFinite(number)) return number;
  throw new SqlProblem(`Conversion failed when converting the value '${textOf(value)}' to a number.`);
}

/** @throws SqlProblem for what is no date. */
export function dateOf(value: string | number | Date): Date {
  if (value instanceof Date) return value;
  const moment = typeof value === 'number' ? undefined : parseDate(value);
  if (moment !== undefined) return new Date(moment);
  throw new SqlProblem('Conversion failed when converting date and/or time from character string.');
}

/** A moment with the calendar fields of server time where a Date has those of UTC. */
export function calendarOf(date: Date): Date {
  return new Date(date.getTime() + serverOffset);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A value as text. Dates look as they do by default in SQL Server: `May 16 2030  1:05PM`. */
export function textOf(value: string | number | Date): string {
  if (!(value instanceof Date)) return String(value);
  const at = calendarOf(value);
  const hour = at.getUTCHours();
  const two = (part: number, filler: string): string => String(part).padStart(2, filler);
  const time = `${two(hour % 12 === 0 ? 12 : hour % 12, ' ')}:${two(at.getUTCMinutes(), '0')}${hour < 12 ? 'AM' : 'PM'}`;
  return `${months[at.getUTCMonth()] ?? ''} ${two(at.getUTCDate(), ' ')} ${String(at.getUTCFullYear())} ${time}`;
}

/** No text that a query makes is longer; the service would hold more of it, and the sandbox has to stay alive. */
export const longestText = 1_000_000;

/** @throws SqlProblem for a text that is too long. */
export function bounded(text: string): string {
  if (text.length > longestText) throw tooLong();
  return text;
}

export function tooLong(): SqlProblem {
  return new SqlProblem(`The query makes a text of more than ${String(longestText)} characters.`);
}
