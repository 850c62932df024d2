/** Makes of a send's tracking what its card shows, and what is exported. */
import * as l10n from '@vscode/l10n';
import type { Figure, TrackingPart } from '../../../shared/liveSendsMessages.ts';
import { formatNumber, formatTime } from '../../display.ts';
import type { Tracking } from '../../sends/tracking.ts';

/** As many links as fit a card; the export has all of them. */
const shownLinks = 5;

/** Each total: what it is called, and of what it is shown as a share. */
const rows: readonly (readonly [
  name: Exclude<keyof Tracking, 'links'>,
  label: string,
  of: 'sent' | 'delivered' | undefined,
  title: string,
])[] = [
  ['sent', l10n.t('Sent'), undefined, l10n.t('Messages that went out')],
  ['delivered', l10n.t('Delivered'), 'sent', l10n.t('Sent and not bounced')],
  ['hardBounces', l10n.t('Hard bounces'), 'sent', l10n.t('The address does not exist')],
  ['softBounces', l10n.t('Soft bounces'), 'sent', l10n.t('The mailbox could not take it for now')],
  ['otherBounces', l10n.t('Other bounces'), 'sent', l10n.t('Bounced for another reason')],
  ['opens', l10n.t('Opened'), 'delivered', l10n.t('People who opened it at least once')],
  ['clicks', l10n.t('Clicked'), 'delivered', l10n.t('People who clicked a link at least once')],
  ['unsubscribes', l10n.t('Unsubscribed'), 'delivered', l10n.t('People who unsubscribed by it')],
  ['forwards', l10n.t('Forwarded'), undefined, l10n.t('Forwarded to a friend by its link')],
];

export const trackingAskedFor: TrackingPart = { figures: [], links: [], note: l10n.t('Asking the service…') };

/** @param at when it was asked for, in milliseconds since the epoch */
export function trackingPartOf(tracking: Tracking, at: number): TrackingPart {
  return {
    figures: figuresOf(tracking),
    links: tracking.links.slice(0, shownLinks).map(({ link, clicks, unique }) => ({
      link,
      clicks: formatNumber(clicks),
      unique: formatNumber(unique),
    })),
    note: l10n.t('As of {0}. Opens, clicks and bounces go on coming in for days.', formatTime(at)),
  };
}

function figuresOf(tracking: Tracking): Figure[] {
  return rows.flatMap(([name, label, of, title]) => {
    const count = tracking[name];
    return count === undefined
      ? []
      : [{ label, value: `${formatNumber(count)}${shareText(count, of && tracking[of])}`, title }];
  });
}

function shareText(count: number, whole: number | undefined): string {
  if (whole === undefined || whole === 0) return '';
  return ` (${(count / whole).toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 1 })})`;
}

/** The tracking as rows for a file: first the totals, then every link. */
export function trackingRows({
  links,
  ...counts
}: Tracking): (readonly [string, string, number, number | undefined])[] {
  return [
    ...rows.flatMap(([name, label]) => {
      const count = counts[name];
      return count === undefined ? [] : [['Total', label, count, undefined] as const];
    }),
    ...links.map(({ link, clicks, unique }) => ['Link', link, clicks, unique] as const),
  ];
}
