/** The report on usage as Markdown, whose tables VS Code shows in any theme, and reads out as tables. */
import * as l10n from '@vscode/l10n';
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
  { head: l10n.t('Calls'), text: ({ calls }) => formatNumber(calls) },
  { head: l10n.t('Peak per minute'), text: ({ perMinute }) => formatNumber(perMinute) },
  { head: l10n.t('Objects'), text: ({ objects }) => formatNumber(objects) },
  { head: l10n.t('Sent'), text: ({ sent }) => size(sent) },
  { head: l10n.t('Received'), text: ({ received }) => size(received) },
  { head: l10n.t('Throttled'), text: ({ throttled }) => formatNumber(throttled) },
  { head: l10n.t('Tried again'), text: ({ again }) => formatNumber(again) },
  { head: l10n.t('Failed'), text: ({ failed }) => formatNumber(failed) },
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
    l10n.t(
      'Calls of all windows on this machine to Marketing Cloud, from the log of the last {0} days (setting `marketingCloud.log.keepDays`). Each attempt counts, as it does with the service.',
      days,
    ),
    l10n.t(
      'At most {0} calls start in a minute and {1} run at once for each connection, by the settings `marketingCloud.request`. The busiest minute had {2} ({3} % of what one connection may). How many calls the account may make in a day or a year is in its contract.',
      formatNumber(perMinute),
      formatNumber(atOnce),
      formatNumber(total.perMinute),
      share,
    ),
    total.throttled === 0
      ? l10n.t('The service has not asked for fewer calls.')
      : total.throttled === 1
        ? l10n.t(
            '**The service asked for fewer calls once.** Spread the work over the day, or lower the limits.',
          )
        : l10n.t(
            '**The service asked for fewer calls {0} times.** Spread the work over the day, or lower the limits.',
            formatNumber(total.throttled),
          ),
  ];
  return [
    `# ${l10n.t('Usage of the Marketing Cloud API')}`,
    ...intro,
    ...section(l10n.t('Today by hour'), [l10n.t('Hour')], usage.hours),
    ...section(l10n.t('By day'), [l10n.t('Day')], usage.days),
    ...section(
      l10n.t('By connection and business unit'),
      [l10n.t('Connection'), l10n.t('MID')],
      usage.accounts,
    ),
    ...section(
      l10n.t('By method and object'),
      [l10n.t('Method'), l10n.t('Object')],
      usage.subjects.slice(0, mostSubjects),
    ),
    ...(usage.subjects.length <= mostSubjects
      ? []
      : [l10n.t('And {0} more with fewer calls.', formatNumber(usage.subjects.length - mostSubjects))]),
  ].join('\n\n');
}

function section(title: string, heads: readonly string[], rows: readonly UsageRow[]): string[] {
  if (rows.length === 0) return [`## ${title}`, l10n.t('No calls.')];
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
