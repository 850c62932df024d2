/** OpenEvent: messages that were opened. */
import { reactionTime } from '../org/sends/behaviour.ts';
import type { ApiObject } from './apiObject.ts';
import { eventRows, type EventKind } from './trackingEvents.ts';

export const opened: EventKind = {
  type: 'OpenEvent',
  time: (send, index) => reactionTime(send, 'open', index),
  eventType: () => 'Open',
  values: {},
};

export const openEvent: ApiObject = { type: 'OpenEvent', retrieve: (scope) => eventRows(opened, scope) };
