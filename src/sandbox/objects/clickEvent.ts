/** ClickEvent: links that were clicked. */
import { reactionTime } from '../org/sends/behaviour.ts';
import { mix } from '../random.ts';
import type { ApiObject } from './apiObject.ts';
import { eventRows, type EventKind, type TrackingEvent } from './trackingEvents.ts';

/** The place of the link in its message. */
export function linkOf({ send, index }: Pick<TrackingEvent, 'send' | 'index'>): number {
  return send.email.links.length === 0 ? 0 : mix(send.seed + 21, index) % send.email.links.length;
}

export const clicked: EventKind = {
  type: 'ClickEvent',
  time: (send, index) => reactionTime(send, 'click', index),
  eventType: () => 'Click',
  values: {
    URL: (event) => event.send.email.links[linkOf(event)] ?? '',
    URLID: (event) => event.send.email.id * 10 + linkOf(event),
  },
};

export const clickEvent: ApiObject = { type: 'ClickEvent', retrieve: (scope) => eventRows(clicked, scope) };
