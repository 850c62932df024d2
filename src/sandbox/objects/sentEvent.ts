/** SentEvent: messages that went out. */
import { everybodysList } from '../org/people.ts';
import { messageTime } from '../org/sends/send.ts';
import type { ApiObject } from './apiObject.ts';
import { eventRows } from './trackingEvents.ts';

export const sentEvent: ApiObject = {
  type: 'SentEvent',
  retrieve: (scope) => {
    const { org } = scope;
    const lists = [...org.lists.all()].filter((list) => list.name === everybodysList);
    return eventRows(
      {
        type: 'SentEvent',
        time: messageTime,
        values: {
          EventType: () => 'Sent',
          // These two come as partner properties (observed).
          SubscriberID: ({ send, index }) =>
            org.subscribers.find(send.mid, 'key', send.audience.keyAt(index))?.id,
          ListID: ({ send }) => lists.find((list) => list.mid === send.mid)?.id,
        },
      },
      scope,
    );
  },
};
