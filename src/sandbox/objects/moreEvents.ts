/** ForwardedEmailEvent and NotSentEvent: messages that were passed on, and those that did not go out. */
import { reactionTime } from '../org/sends/behaviour.ts';
import { messagesOf, progressOf, type Send } from '../org/sends/send.ts';
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

/** The messages that could not be built come after those that went out; they fail evenly over the send's time. */
export const notSent: EventKind = {
  type: 'NotSentEvent',
  count: (send, now) => (send.course === undefined ? messagesOf(send) + progressOf(send, now).errored : 0),
  time: (send, index) => {
    const failed = index - messagesOf(send);
    return failed < 0 ? undefined : timeOfFailure(send, failed);
  },
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
