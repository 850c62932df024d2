/** How CONVERT writes and reads dates by the number of a style, and FORMAT and DATENAME by patterns; in server time. */
import { serverTimeOf } from './dates.ts';
import { beyond } from './problem.ts';
import { calendarOf, textOf } from './values.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const two = (part: number): string => String(part).padStart(2, '0');
const hourOf = (at: Date): number => (at.getUTCHours() % 12 === 0 ? 12 : at.getUTCHours() % 12);

/** The parts of patterns, which are those of .NET; `at` has the fields of server time. */
const parts: Readonly<Record<string, (at: Date) => string>> = {
  yyyy: (at) => String(at.getUTCFullYear()).padStart(4, '0'),
  yy: (at) => two(at.getUTCFullYear() % 100),
  MMMM: (at) => months[at.getUTCMonth()] ?? '',
  MMM: (at) => (months[at.getUTCMonth()] ?? '').slice(0, 3),
  MM: (at) => two(at.getUTCMonth() + 1),
  M: (at) => String(at.getUTCMonth() + 1),
  dddd: (at) => weekdays[at.getUTCDay()] ?? '',
  ddd: (at) => (weekdays[at.getUTCDay()] ?? '').slice(0, 3),
  dd: (at) => two(at.getUTCDate()),
  d: (at) => String(at.getUTCDate()),
  HH: (at) => two(at.getUTCHours()),
  H: (at) => String(at.getUTCHours()),
  hh: (at) => two(hourOf(at)),
  h: (at) => String(hourOf(at)),
  mm: (at) => two(at.getUTCMinutes()),
  m: (at) => String(at.getUTCMinutes()),
  ss: (at) => two(at.getUTCSeconds()),
  s: (at) => String(at.getUTCSeconds()),
  fff: (at) => String(at.getUTCMilliseconds()).padStart(3, '0'),
  tt: (at) => (at.getUTCHours() < 12 ? 'AM' : 'PM'),
};

const inPattern = /'([^']*)'|\\(.)|yyyy|yy|M{1,4}|d{1,4}|HH?|hh?|mm?|ss?|fff|tt/g;

/** A date by a pattern such as `yyyy-MM-dd HH:mm`. */
export function formatDate(date: Date, pattern: string): string {
  const at = calendarOf(date);
  return pattern.replace(
    inPattern,
    (part, quoted?: string, escaped?: string) => quoted ?? escaped ?? parts[part]?.(at) ?? part,
  );
}

/** The patterns of the styles (documented by SQL Server). Styles below 100 write years by two digits. */
const styles: Readonly<Record<number, string>> = {
  101: 'MM/dd/yyyy',
  102: 'yyyy.MM.dd',
  103: 'dd/MM/yyyy',
  104: 'dd.MM.yyyy',
  105: 'dd-MM-yyyy',
  106: 'dd MMM yyyy',
  107: 'MMM dd, yyyy',
  108: 'HH:mm:ss',
  110: 'MM-dd-yyyy',
  111: 'yyyy/MM/dd',
  112: 'yyyyMMdd',
  113: 'dd MMM yyyy HH:mm:ss:fff',
  114: 'HH:mm:ss:fff',
  120: 'yyyy-MM-dd HH:mm:ss',
  121: 'yyyy-MM-dd HH:mm:ss.fff',
  126: "yyyy-MM-dd'T'HH:mm:ss.fff",
  127: "yyyy-MM-dd'T'HH:mm:ss.fff",
};

/** A date as a text of a style. @throws SqlProblem for a style that is not known. */
export function styledText(date: Date, style: number): string {
  if (style === 0 || style === 100) return textOf(date);
  const pattern = styles[style] ?? styles[style + 100]?.replace('yyyy', 'yy');
  if (pattern === undefined) throw beyond(`style ${String(style)} of CONVERT`);
  return formatDate(date, pattern);
}

/** The styles whose days come before their months, and the one without signs between them. */
const dayFirst: ReadonlySet<number> = new Set([3, 4, 5, 103, 104, 105]);

/** The date that a text of a style is; undefined where only the usual ways to read dates are of use. */
export function dateOfStyle(text: string, style: number): Date | undefined {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\s*$/.exec(text);
  if (match === null || !dayFirst.has(style)) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return serverTimeOf(full, Number(month), Number(day));
}

/** The name of a part of a date: of its month or weekday; undefined for parts that are numbers. */
export function nameOfPart(part: string, date: Date): string | undefined {
  const at = calendarOf(date);
  if (part === 'month') return months[at.getUTCMonth()];
  return part === 'weekday' ? weekdays[at.getUTCDay()] : undefined;
}
