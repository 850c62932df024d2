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
