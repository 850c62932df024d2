/** Makes of a watched send what the live panel shows of it. */
import type {
  CardAction,
  Figure,
  SendCard,
  TrackingPart,
  WatchState,
} from '../../../shared/liveSendsMessages.ts';
import type { DescribeError } from '../../account.ts';
import { formatBothTimes, formatDateTime, formatDuration, formatNumber } from '../../display.ts';
import { ratesOf } from '../../sends/samples.ts';
import { isOver } from '../../sends/send.ts';
import { sendsInTen, timeLeft } from '../../sends/timeLeft.ts';
import { keyOf, type Reading, type WatchedSend } from '../../sends/watch.ts';
import { chartOf } from './chart.ts';
import { leftToSend, nameOf, perMinute, perSecond, progressOf } from './wording.ts';

export function cardOf(
  watched: WatchedSend,
  now: number,
  describeError: DescribeError,
  tracking?: TrackingPart,
): SendCard {
  const { target, reading } = watched;
  const problem = problemOf(watched, now, describeError);
  const chart = chartOf(watched);
  return {
    key: keyOf(target),
    name: nameOf(watched),
    where: target.where,
    state: stateOf(watched),
    ...(reading === undefined ? unheard : heardOf(watched, reading)),
    ...(chart === undefined ? {} : { chart }),
    ...(problem === undefined ? {} : { problem }),
    actions: actionsOf(watched),
    ...(tracking === undefined ? {} : { tracking }),
  };
}

type Heard = Pick<SendCard, 'subject' | 'status' | 'numberSent' | 'audience' | 'progress' | 'figures'>;

const unheard: Heard = {
  ...{ subject: '', status: 'Asking the service…', audience: '', figures: [] },
  numberSent: formatNumber(0),
};

function heardOf(watched: WatchedSend, reading: Reading): Heard {
  const progress = progressOf(reading);
  return {
    subject: reading.subject,
    status: reading.status,
    numberSent: formatNumber(reading.numberSent),
    audience: reading.audience === undefined ? '' : `of ${formatNumber(reading.audience)}`,
    ...(progress === undefined ? {} : { progress }),
    figures: figuresOf(watched, reading),
  };
}

/** What is wrong goes before what is going on. */
function stateOf({ reading, failure, stalled, gaveUp }: WatchedSend): WatchState {
  if (gaveUp) return 'left';
  if (failure !== undefined) return 'lost';
  if (reading === undefined) return 'waiting';
  if (stalled) return 'stalled';
  const { phase } = reading;
  if (phase === 'running') return 'sending';
  if (phase === 'scheduled') return 'waiting';
  return phase === 'complete' ? 'done' : phase;
}

function problemOf(watched: WatchedSend, now: number, describeError: DescribeError): string | undefined {
  const { failure, stalled, newsAt, gaveUp } = watched;
  const still = formatDuration(Math.max(0, now - newsAt));
  if (gaveUp) return `Nothing has changed for ${still}, so it is no longer asked for.`;
  if (failure !== undefined) {
    const { title, advice } = describeError(failure);
    return `${title} ${advice}`;
  }
  return stalled ? `Nothing has been sent for ${still}.` : undefined;
}

function actionsOf({ target, reading, gaveUp, samples }: WatchedSend): CardAction[] {
  const hasBegun = (reading?.numberSent ?? 0) > 0;
  return [
    ...(gaveUp ? (['ask-again'] as const) : []),
    ...(target.kind === 'send' && hasBegun ? (['tracking'] as const) : []),
    ...(samples.length > 1 ? (['export-numbers'] as const) : []),
  ];
}

function figuresOf(watched: WatchedSend, reading: Reading): Figure[] {
  const queue =
    reading.queued === undefined ? [] : [figure('Queued', formatNumber(reading.queued), 'Waiting to go out')];
  const errors =
    reading.errors === undefined || reading.errors === 0
      ? []
      : [figure('Errors', formatNumber(reading.errors), 'Messages that could not be sent')];
  return [
    ...timeLeftFigure(watched, reading),
    ...queue,
    ...errors,
    ...rateFigures(watched, reading),
    ...timeFigures(reading),
    watched.target.kind === 'send'
      ? figure('Send ID', reading.id, 'The job ID')
      : figure('Key', reading.id, 'Customer key of the triggered send definition'),
  ];
}

function timeLeftFigure({ samples, stalled }: WatchedSend, reading: Reading): Figure[] {
  const left = leftToSend(reading);
  if (reading.phase !== 'running' || left === undefined || stalled) return [];
  const estimate = timeLeft(samples, left);
  if (estimate === undefined) return [figure('Time left', 'Not known yet', 'It takes a few looks to tell')];
  const { least, likely, most } = estimate;
  const range = `${formatDuration(least)} to ${formatDuration(most)}`;
  return [
    figure(
      'Time left',
      `About ${formatDuration(likely)} (${range})`,
      `Of ten sends, ${String(sendsInTen)} end within the range`,
    ),
  ];
}

function rateFigures({ target, samples }: WatchedSend, { phase }: Reading): Figure[] {
  const { now, average, peak } = ratesOf(samples);
  const rate = target.kind === 'send' ? perSecond : perMinute;
  return [
    ...(isOver(phase) || now === undefined
      ? []
      : [figure('Rate now', rate(now), 'Over the last 30 seconds')]),
    ...(average === undefined ? [] : [figure('Average', rate(average), 'Since it is being watched')]),
    ...(peak === undefined || !isOver(phase) ? [] : [figure('Peak', rate(peak), 'Over ten seconds')]),
  ];
}

function timeFigures({ phase, sendAt, sentAt }: Reading): Figure[] {
  return [
    ...(sendAt === undefined ? [] : [timeFigure(phase === 'scheduled' ? 'Starts' : 'Started', sendAt)]),
    ...(sentAt === undefined ? [] : [timeFigure('Sent time', sentAt)]),
    ...(sendAt === undefined || sentAt === undefined
      ? []
      : [figure('Took', formatDuration(Math.max(0, sentAt - sendAt)), 'From start to sent time')]),
  ];
}

function timeFigure(label: string, at: number): Figure {
  const date = new Date(at);
  return figure(label, formatDateTime(date), formatBothTimes(date));
}

function figure(label: string, value: string, title: string): Figure {
  return { label, value, title };
}
