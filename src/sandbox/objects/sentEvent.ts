/** SentEvent: messages that went out. */
import type { Org } from '../org/org.ts';
import { everybodysList } from '../org/people.ts';
import { messageTime } from '../org/sends/send.ts';
import type { ApiObject } from './apiObject.ts';
import { eventRows, type EventKind } from './trackingEvents.ts';

export const sent: EventKind = {
  type: 'SentEvent',
  time: messageTime,
  eventType: () => 'Sent',
  values: {},
};

export const sentEvent: ApiObject = {
  type: 'SentEvent',
  retrieve: (scope) => {
    const { org } = scope;
    const listOf = everybodysListIn(org);
    // These two come as partner properties (observed).
    const partners: EventKind['values'] = {
      SubscriberID: ({ send, index }) =>
        org.subscribers.find(send.mid, 'key', send.audience.keyAt(index))?.id,
      ListID: ({ send }) => listOf(send.mid),
    };
    return eventRows({ ...sent, values: partners }, scope);
  },
};

/** Finds the ID of an account's list of all subscribers. */
export function everybodysListIn(org: Org): (mid: number) => number | undefined {
  const lists = [...org.lists.all()].filter((list) => list.name === everybodysList);
  return (mid) => lists.find((list) => list.mid === mid)?.id;
}
