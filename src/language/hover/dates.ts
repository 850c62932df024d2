/** What a date in a request means to the service, in UTC, and here. */
import { serverTime } from '../../soap/pure.ts';

/** Central Standard Time, all the year. */
const serverOffset = -6 * 3_600_000;

/** Markdown; undefined for a text that is no date and time. */
export function aboutDate(text: string): string | undefined {
  const instant = serverTime(text.trim());
  if (instant === undefined) return undefined;
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(text.trim());
  const server = new Date(instant.getTime() + serverOffset).toISOString().slice(0, 19).replace('T', ' ');
  return [
    ...(hasOffset ? [] : ['Without an offset from UTC, the service takes this as its own time.']),
    `| | |\n|---|---|\n| Server | ${server} (UTC−06:00) |\n| UTC | ${instant.toISOString().slice(0, 19).replace('T', ' ')} |\n| Here | ${localText(instant)} |`,
  ].join('\n\n');
}

function localText(instant: Date): string {
  return instant.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
}

/** A file name with placeholders for parts of the date; by their names. */
const placeholders: ReadonlyMap<string, (now: Date) => string> = new Map([
  ['year', (now) => String(now.getFullYear())],
  ['month', (now) => String(now.getMonth() + 1).padStart(2, '0')],
  ['day', (now) => String(now.getDate()).padStart(2, '0')],
  ['hour', (now) => String(now.getHours()).padStart(2, '0')],
  ['minute', (now) => String(now.getMinutes()).padStart(2, '0')],
  ['second', (now) => String(now.getSeconds()).padStart(2, '0')],
]);

/** The file name that a naming pattern gives at a time; undefined for a name without placeholders. */
export function fileNameAt(pattern: string, now: Date): string | undefined {
  const name = pattern.replace(
    /%%(\w+)%%/g,
    (whole, word: string) => placeholders.get(word.toLowerCase())?.(now) ?? whole,
  );
  return name === pattern ? undefined : name;
}
