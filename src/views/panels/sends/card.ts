/** Makes of a watched send what the live panel shows of it. */
import type { SendCard, WatchState } from '../../../shared/liveSendsMessages.ts';
import type { DescribeError } from '../../account.ts';
import { formatBothTimes, formatDateTime, formatDuration, formatNumber } from '../../display.ts';
import { keyOf, ratesOf, type WatchedSend } from '../../sends/monitor.ts';
import { phaseOf, type Send } from '../../sends/send.ts';

export function cardOf(watched: WatchedSend, now: Date, describeError: DescribeError): SendCard {
  const { target, send, failure } = watched;
  const problem = failure === undefined ? undefined : describeError(failure);
  return {
    key: keyOf(target),
    name: nameOf(target.id, send),
    subject: send?.subject ?? '',
    where: target.where,
    state: stateOf(watched, now),
    status: send?.status ?? 'Asking the service…',
    numberSent: formatNumber(send?.numberSent ?? 0),
    audience: send?.numberTargeted === undefined ? '' : `of ${formatNumber(send.numberTargeted)}`,
    ...progressOf(send),
    figures: send === undefined ? [] : figuresOf(watched, send),
    ...(problem === undefined ? {} : { problem: `${problem.title} ${problem.advice}` }),
  };
}

function nameOf(id: number, send: Send | undefined): string {
  return (
    [send?.name, send?.subject].find((text) => text !== undefined && text !== '') ?? `Send ${String(id)}`
  );
}

function stateOf({ send, failure }: WatchedSend, now: Date): WatchState {
  if (failure !== undefined) return 'lost';
  if (send === undefined) return 'waiting';
  const phase = phaseOf(send, now);
  if (phase === 'complete') return 'done';
  if (phase === 'ended') return 'ended';
  return phase === 'scheduled' ? 'waiting' : 'sending';
}

function progressOf(send: Send | undefined): { progress?: number } {
  if (send?.numberTargeted === undefined) return {};
  return { progress: Math.min(1, (send.numberSent ?? 0) / send.numberTargeted) };
}

function figuresOf({ samples, finished }: WatchedSend, send: Send): SendCard['figures'] {
  const { now, average, peak } = ratesOf(samples);
  const { sendDate, sentDate } = send;
  return [
    ...(finished || now === undefined
      ? []
      : [figure('Rate now', perSecond(now), 'Over the last 30 seconds')]),
    ...(average === undefined ? [] : [figure('Average', perSecond(average), 'Since it is being watched')]),
    ...(finished && peak !== undefined ? [figure('Peak', perSecond(peak), 'Between two looks')] : []),
    ...(sendDate === undefined
      ? []
      : [figure('Started', formatDateTime(sendDate), formatBothTimes(sendDate))]),
    ...(sentDate === undefined
      ? []
      : [figure('Sent time', formatDateTime(sentDate), formatBothTimes(sentDate))]),
    ...(sendDate === undefined || sentDate === undefined
      ? []
      : [figure('Took', formatDuration(sentDate.getTime() - sendDate.getTime()), 'From start to sent time')]),
    figure('Send ID', String(send.id), 'The job ID'),
  ];
}

function figure(label: string, value: string, title: string): SendCard['figures'][number] {
  return { label, value, title };
}

function perSecond(rate: number): string {
  return `${formatNumber(Math.round(rate * 10) / 10)} / s`;
}

/** What a notification says of a send that is done. */
export function summaryOf({ target, send, samples }: WatchedSend): string {
  const name = nameOf(target.id, send);
  const sent = formatNumber(send?.numberSent ?? 0);
  if (send?.sentDate === undefined) return `${name} ended: ${send?.status ?? 'unknown'}, ${sent} sent.`;
  const took =
    send.sendDate === undefined
      ? ''
      : ` in ${formatDuration(send.sentDate.getTime() - send.sendDate.getTime())}`;
  const { peak } = ratesOf(samples);
  return `${name} is sent: ${sent}${took}${peak === undefined ? '' : `, at most ${perSecond(peak)}`}.`;
}
