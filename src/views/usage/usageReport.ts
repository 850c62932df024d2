/** The report on usage as Markdown, whose tables VS Code shows in any theme, and reads out as tables. */
import { formatBytes, formatNumber } from '../display.ts';
import type { Counts, Usage, UsageRow } from './usage.ts';

/** What calls are held to here. */
export interface UsageLimits {
  readonly perMinute: number;
  readonly atOnce: number;
  /** Days that the log is kept for. */
  readonly days: number;
}

const columns: readonly { readonly head: string; readonly text: (counts: Counts) => string }[] = [
  { head: 'Calls', text: ({ calls }) => formatNumber(calls) },
  { head: 'Peak per minute', text: ({ perMinute }) => formatNumber(perMinute) },
  { head: 'Objects', text: ({ objects }) => formatNumber(objects) },
  { head: 'Sent', text: ({ sent }) => size(sent) },
  { head: 'Received', text: ({ received }) => size(received) },
  { head: 'Throttled', text: ({ throttled }) => formatNumber(throttled) },
  { head: 'Tried again', text: ({ again }) => formatNumber(again) },
  { head: 'Failed', text: ({ failed }) => formatNumber(failed) },
];

/** A number and its unit stay on one line. */
function size(bytes: number): string {
  return formatBytes(bytes).replace(' ', '\u00A0');
}

/** So many objects are listed: those that matter are at the top. */
const mostSubjects = 50;

export function usageReport(usage: Usage, { perMinute, atOnce, days }: UsageLimits): string {
  const { total } = usage;
  const share = Math.round((total.perMinute / perMinute) * 100);
  const intro = [
    `Calls of all windows on this machine to Marketing Cloud, from the log of the last ${String(days)} days (setting \`marketingCloud.log.keepDays\`). Each attempt counts, as it does with the service.`,
    `At most ${formatNumber(perMinute)} calls start in a minute and ${formatNumber(atOnce)} run at once for each connection, by the settings \`marketingCloud.request\`. The busiest minute had ${formatNumber(total.perMinute)} (${String(share)} % of what one connection may). How many calls the account may make in a day or a year is in its contract.`,
    total.throttled === 0
      ? 'The service has not asked for fewer calls.'
      : `**The service asked for fewer calls ${formatNumber(total.throttled)} times.** Spread the work over the day, or lower the limits.`,
  ];
  return [
    '# Usage of the Marketing Cloud API',
    ...intro,
    ...section('Today by hour', ['Hour'], usage.hours),
    ...section('By day', ['Day'], usage.days),
    ...section('By connection and business unit', ['Connection', 'MID'], usage.accounts),
    ...section('By method and object', ['Method', 'Object'], usage.subjects.slice(0, mostSubjects)),
    ...(usage.subjects.length <= mostSubjects
      ? []
      : [`And ${formatNumber(usage.subjects.length - mostSubjects)} more with fewer calls.`]),
  ].join('\n\n');
}

function section(title: string, heads: readonly string[], rows: readonly UsageRow[]): string[] {
  if (rows.length === 0) return [`## ${title}`, 'No calls.'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    [
      line([...heads, ...columns.map(({ head }) => head)]),
      line([...heads.map(() => '---'), ...columns.map(() => '--:')]),
      ...rows.map(({ names, counts }) =>
        line([...names.map(cell), ...columns.map(({ text }) => text(counts))]),
      ),
    ].join('\n'),
  ];
}

/** Names of objects are other people's texts: nothing in them may become markup. */
function cell(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain === '' ? '–' : plain.replaceAll(/[\\`*_{}[\]()#+!|<>&~:/@.-]/g, (mark) => `\\${mark}`);
}
