/** ForwardedEmailEvent and NotSentEvent: messages that were passed on, and those that did not go out. */
import { reactionTime } from '../org/sends/behaviour.ts';
import { firstUnsent, messagesOf, progressOf, type Send } from '../org/sends/send.ts';
import type { ApiObject } from './apiObject.ts';
import { eventRows, type EventKind } from './trackingEvents.ts';

export const forwarded: EventKind = {
  type: 'ForwardedEmailEvent',
  time: (send, index) => reactionTime(send, 'forward', index),
  eventType: () => 'ForwardedEmail',
  values: {},
};

export const forwardedEmailEvent: ApiObject = {
  type: 'ForwardedEmailEvent',
  retrieve: (scope) => eventRows(forwarded, scope),
};

/**
 * The messages that could not be built come after those that went out; they fail evenly over the send's time. Of a
 * triggered send they are those whose subscriber cannot have one (documented).
 */
export const notSent: EventKind = {
  type: 'NotSentEvent',
  first: (send) => (send.course === undefined ? messagesOf(send) : firstUnsent),
  count: (send, now) =>
    send.course === undefined
      ? messagesOf(send) + progressOf(send, now).errored
      : firstUnsent + send.course.unsent.length,
  time: (send, index) =>
    send.course === undefined
      ? timeOfFailure(send, index - messagesOf(send))
      : send.course.unsent[index - firstUnsent]?.at,
  eventType: () => 'NotSent',
  values: {},
};

function timeOfFailure(send: Send, failed: number): number {
  const all = send.audience.size - messagesOf(send);
  return Math.round(send.startsAt + (send.duration * (failed + 1)) / all);
}

export const notSentEvent: ApiObject = {
  type: 'NotSentEvent',
  retrieve: (scope) => eventRows(notSent, scope),
};
