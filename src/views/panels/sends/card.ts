/** Makes of a watched send what the live panel shows of it. */
import * as l10n from '@vscode/l10n';
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
  ...{ subject: '', status: l10n.t('Asking the service…'), audience: '', figures: [] },
  numberSent: formatNumber(0),
};

function heardOf(watched: WatchedSend, reading: Reading): Heard {
  const progress = progressOf(reading);
  return {
    subject: reading.subject,
    status: reading.status,
    numberSent: formatNumber(reading.numberSent),
    audience: reading.audience === undefined ? '' : l10n.t('of {0}', formatNumber(reading.audience)),
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
  if (gaveUp) return l10n.t('Nothing has changed for {0}, so it is no longer asked for.', still);
  if (failure !== undefined) {
    const { title, advice } = describeError(failure);
    return `${title} ${advice}`;
  }
  return stalled ? l10n.t('Nothing has been sent for {0}.', still) : undefined;
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
    reading.queued === undefined
      ? []
      : [figure(l10n.t('Queued'), formatNumber(reading.queued), l10n.t('Waiting to go out'))];
  const errors =
    reading.errors === undefined || reading.errors === 0
      ? []
      : [figure(l10n.t('Errors'), formatNumber(reading.errors), l10n.t('Messages that could not be sent'))];
  return [
    ...timeLeftFigure(watched, reading),
    ...queue,
    ...errors,
    ...rateFigures(watched, reading),
    ...timeFigures(reading),
    watched.target.kind === 'send'
      ? figure(l10n.t('Send ID'), reading.id, l10n.t('The job ID'))
      : figure(l10n.t('Key'), reading.id, l10n.t('Customer key of the triggered send definition')),
  ];
}

function timeLeftFigure({ samples, stalled }: WatchedSend, reading: Reading): Figure[] {
  const left = leftToSend(reading);
  if (reading.phase !== 'running' || left === undefined || stalled) return [];
  const estimate = timeLeft(samples, left);
  if (estimate === undefined)
    return [figure(l10n.t('Time left'), l10n.t('Not known yet'), l10n.t('It takes a few looks to tell'))];
  const { least, likely, most } = estimate;
  const range = l10n.t('{0} to {1}', formatDuration(least), formatDuration(most));
  return [
    figure(
      l10n.t('Time left'),
      l10n.t('About {0} ({1})', formatDuration(likely), range),
      l10n.t('Of ten sends, {0} end within the range', sendsInTen),
    ),
  ];
}

function rateFigures({ target, samples }: WatchedSend, { phase }: Reading): Figure[] {
  const { now, average, peak } = ratesOf(samples);
  const rate = target.kind === 'send' ? perSecond : perMinute;
  return [
    ...(isOver(phase) || now === undefined
      ? []
      : [figure(l10n.t('Rate now'), rate(now), l10n.t('Over the last 30 seconds'))]),
    ...(average === undefined
      ? []
      : [figure(l10n.t('Average'), rate(average), l10n.t('Since it is being watched'))]),
    ...(peak === undefined || !isOver(phase)
      ? []
      : [figure(l10n.t('Peak'), rate(peak), l10n.t('Over ten seconds'))]),
  ];
}

function timeFigures({ phase, sendAt, sentAt }: Reading): Figure[] {
  return [
    ...(sendAt === undefined
      ? []
      : [timeFigure(phase === 'scheduled' ? l10n.t('Starts') : l10n.t('Started'), sendAt)]),
    ...(sentAt === undefined ? [] : [timeFigure(l10n.t('Sent time'), sentAt)]),
    ...(sendAt === undefined || sentAt === undefined
      ? []
      : [
          figure(
            l10n.t('Took'),
            formatDuration(Math.max(0, sentAt - sendAt)),
            l10n.t('From start to sent time'),
          ),
        ]),
  ];
}

function timeFigure(label: string, at: number): Figure {
  const date = new Date(at);
  return figure(label, formatDateTime(date), formatBothTimes(date));
}

function figure(label: string, value: string, title: string): Figure {
  return { label, value, title };
}
