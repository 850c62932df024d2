/** What is said of watched sends: their names, rates and ends, in the card, notifications and status bar alike. */
import { formatDuration, formatNumber } from '../../display.ts';
import { ratesOf } from '../../sends/samples.ts';
import { isOver } from '../../sends/send.ts';
import type { Reading, SendEvent, WatchedSend } from '../../sends/watch.ts';

/** A name from the service, or from where the watch was begun, or the number. */
export function nameOf({ target, reading }: WatchedSend): string {
  const names = [reading?.name, reading?.subject, target.name];
  return names.find((name) => name !== undefined && name !== '') ?? `Send ${target.id}`;
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
  const sent = `${formatNumber(watched.reading?.numberSent ?? 0)} sent`;
  switch (event) {
    case 'finished':
      return finishedText(name, watched);
    case 'canceled':
      return `${name} was stopped: ${watched.reading?.status ?? ''}, ${sent}.`;
    case 'failed':
      return `${name} failed: ${watched.reading?.status ?? ''}, ${sent}.`;
    case 'stalled':
      return `${name} has stalled: nothing moves, and it is not finished; ${sent}.`;
    case 'gave-up':
      return `${name} is no longer watched, as nothing has changed for a long time; ${sent}.`;
  }
}

function finishedText(name: string, { reading, samples }: WatchedSend): string {
  const sent = formatNumber(reading?.numberSent ?? 0);
  const took =
    reading?.sendAt === undefined || reading.sentAt === undefined
      ? ''
      : ` in ${formatDuration(Math.max(0, reading.sentAt - reading.sendAt))}`;
  const { peak } = ratesOf(samples);
  return `${name} is sent: ${sent}${took}${peak === undefined ? '' : `, at most ${perSecond(peak)}`}.`;
}

/** "2 sends running · 61 %": what is watched, in a few words; undefined when there is nothing to say. */
export function statusText(sends: readonly WatchedSend[]): string | undefined {
  const open = sends.filter(({ reading, gaveUp }) => !gaveUp && !(reading && isOver(reading.phase)));
  if (open.length === 0) return undefined;
  const running = open.filter(({ reading }) => reading?.phase === 'running');
  if (running.length === 0) return `${count(open.length, 'send')} watched`;
  const readings = running.flatMap(({ reading }) => (reading?.audience === undefined ? [] : [reading]));
  const sum = (value: (reading: Reading) => number): number =>
    readings.reduce((total, reading) => total + value(reading), 0);
  const share =
    sum(({ numberSent, errors = 0 }) => numberSent + errors) / sum(({ audience = 0 }) => audience);
  const percent = readings.length === 0 ? '' : ` · ${percentText(share)}`;
  return `${count(running.length, 'send')} running${percent}`;
}

/** Never 100 % before the end. */
function percentText(share: number): string {
  return `${String(Math.min(99, Math.floor(share * 100)))} %`;
}

function count(number: number, thing: string): string {
  return `${formatNumber(number)} ${thing}${number === 1 ? '' : 's'}`;
}

/** One send in one line: "Big sale: 8,412 of 12,000 sent (70 %), Sending". */
export function statusLine(watched: WatchedSend): string {
  const { reading } = watched;
  const name = nameOf(watched);
  if (reading === undefined) return `${name}: asking the service`;
  const of = reading.audience === undefined ? '' : ` of ${formatNumber(reading.audience)}`;
  const progress = progressOf(reading);
  const percent = progress === undefined ? '' : ` (${percentText(progress)})`;
  return `${name}: ${formatNumber(reading.numberSent)}${of} sent${percent}, ${reading.status}`;
}
