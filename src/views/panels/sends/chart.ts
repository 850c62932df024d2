/** The course of a send as the page draws it, and as it tells it to whoever does not see it. */
import * as l10n from '@vscode/l10n';
import type { SendChart } from '../../../shared/liveSendsMessages.ts';
import { formatNumber, formatTime } from '../../display.ts';
import { numberSentAt } from '../../sends/samples.ts';
import type { Sample, WatchedSend } from '../../sends/watch.ts';
import { nameOf } from './wording.ts';

/** More points than a small chart has pixels say nothing. */
const mostPoints = 160;

const tableRows = 10;

export function chartOf(watched: WatchedSend): SendChart | undefined {
  const { samples, reading } = watched;
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at <= first.at) return undefined;
  const points = spread(samples, mostPoints);
  const from = l10n.t('{0} at {1}', formatNumber(first.numberSent), formatTime(first.at));
  const to = l10n.t('{0} at {1}', formatNumber(last.numberSent), formatTime(last.at));
  return {
    times: points.map(({ at }) => at),
    numbers: points.map(({ numberSent }) => numberSent),
    ...(reading?.audience === undefined ? {} : { audience: reading.audience }),
    description: l10n.t('Number sent of {0}: from {1} to {2}', nameOf(watched), from, to),
    rows: spread(samples, tableRows).map(({ at, numberSent }) => [formatTime(at), formatNumber(numberSent)]),
  };
}

/** The course at moments that are evenly apart, with both its ends; the looks themselves when they are few. */
function spread(samples: readonly Sample[], count: number): readonly Sample[] {
  const first = samples[0];
  const last = samples.at(-1);
  if (samples.length <= count || first === undefined || last === undefined) return samples;
  return Array.from({ length: count }, (_, index) => {
    const at = Math.round(first.at + ((last.at - first.at) * index) / (count - 1));
    return { at, numberSent: Math.round(numberSentAt(samples, at)) };
  });
}
