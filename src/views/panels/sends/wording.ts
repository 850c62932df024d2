/** What is said of watched sends: their names, rates and ends, in the card, notifications and status bar alike. */
import * as l10n from '@vscode/l10n';
import { formatDuration, formatNumber } from '../../display.ts';
import { ratesOf } from '../../sends/samples.ts';
import { isOver } from '../../sends/send.ts';
import type { Reading, SendEvent, WatchedSend } from '../../sends/watch.ts';

/** A name from the service, or from where the watch was begun, or the number. */
export function nameOf({ target, reading }: WatchedSend): string {
  const names = [reading?.name, reading?.subject, target.name];
  return names.find((name) => name !== undefined && name !== '') ?? l10n.t('Send {0}', target.id);
}

export function perSecond(rate: number): string {
  return `${formatNumber(Math.round(rate * 10) / 10)} / s`;
}

/** @param rate messages in a second */
export function perMinute(rate: number): string {
  return `${formatNumber(Math.round(rate * 600) / 10)} / min`;
}

/** Messages that are still to go out: those that could not be built never will. */
export function leftToSend({ audience, numberSent, errors = 0 }: Reading): number | undefined {
  return audience === undefined ? undefined : Math.max(0, audience - errors - numberSent);
}

/** The share that is done, from 0 to 1. */
export function progressOf(reading: Reading | undefined): number | undefined {
  if (reading?.audience === undefined) return undefined;
  if (reading.phase === 'complete') return 1;
  return Math.min(1, (reading.numberSent + (reading.errors ?? 0)) / Math.max(1, reading.audience));
}

/** What a notification says of a send to which something happened. */
export function eventText(event: SendEvent, watched: WatchedSend): string {
  const name = nameOf(watched);
  const sent = l10n.t('{0} sent', formatNumber(watched.reading?.numberSent ?? 0));
  switch (event) {
    case 'finished':
      return finishedText(name, watched);
    case 'canceled':
      return l10n.t('{0} was stopped: {1}, {2}.', name, watched.reading?.status ?? '', sent);
    case 'failed':
      return l10n.t('{0} failed: {1}, {2}.', name, watched.reading?.status ?? '', sent);
    case 'stalled':
      return l10n.t('{0} has stalled: nothing moves, and it is not finished; {1}.', name, sent);
    case 'gave-up':
      return l10n.t('{0} is no longer watched, as nothing has changed for a long time; {1}.', name, sent);
  }
}

function finishedText(name: string, { reading, samples }: WatchedSend): string {
  const sent = formatNumber(reading?.numberSent ?? 0);
  const { sendAt, sentAt } = reading ?? {};
  const took =
    sendAt === undefined || sentAt === undefined ? undefined : formatDuration(Math.max(0, sentAt - sendAt));
  const { peak } = ratesOf(samples);
  if (took !== undefined && peak !== undefined)
    return l10n.t('{0} is sent: {1} in {2}, at most {3}.', name, sent, took, perSecond(peak));
  if (took !== undefined) return l10n.t('{0} is sent: {1} in {2}.', name, sent, took);
  if (peak !== undefined) return l10n.t('{0} is sent: {1}, at most {2}.', name, sent, perSecond(peak));
  return l10n.t('{0} is sent: {1}.', name, sent);
}

/** "2 sends running · 61 %": what is watched, in a few words; undefined when there is nothing to say. */
export function statusText(sends: readonly WatchedSend[]): string | undefined {
  const open = sends.filter(({ reading, gaveUp }) => !gaveUp && !(reading && isOver(reading.phase)));
  if (open.length === 0) return undefined;
  const running = open.filter(({ reading }) => reading?.phase === 'running');
  if (running.length === 0)
    return open.length === 1
      ? l10n.t('1 send watched')
      : l10n.t('{0} sends watched', formatNumber(open.length));
  const readings = running.flatMap(({ reading }) => (reading?.audience === undefined ? [] : [reading]));
  const sum = (value: (reading: Reading) => number): number =>
    readings.reduce((total, reading) => total + value(reading), 0);
  const share =
    sum(({ numberSent, errors = 0 }) => numberSent + errors) / sum(({ audience = 0 }) => audience);
  const percent = readings.length === 0 ? '' : ` · ${percentText(share)}`;
  const words =
    running.length === 1
      ? l10n.t('1 send running')
      : l10n.t('{0} sends running', formatNumber(running.length));
  return `${words}${percent}`;
}

/** Never 100 % before the end. */
function percentText(share: number): string {
  return `${String(Math.min(99, Math.floor(share * 100)))} %`;
}

/** One send in one line: "Big sale: 8,412 of 12,000 sent (70 %), Sending". */
export function statusLine(watched: WatchedSend): string {
  const { reading } = watched;
  const name = nameOf(watched);
  if (reading === undefined) return l10n.t('{0}: asking the service', name);
  const sent = formatNumber(reading.numberSent);
  const progress = progressOf(reading);
  if (reading.audience === undefined || progress === undefined)
    return l10n.t('{0}: {1} sent, {2}', name, sent, reading.status);
  const audience = formatNumber(reading.audience);
  const percent = percentText(progress);
  return l10n.t('{0}: {1} of {2} sent ({3}), {4}', name, sent, audience, percent, reading.status);
}
