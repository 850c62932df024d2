/** UnsubEvent: subscribers who left, by themselves after a message or because somebody logged it. */
import { ownedBy } from '../org/collection.ts';
import type { Org } from '../org/org.ts';
import { everybodysList, type List } from '../org/people.ts';
import { reactionTime } from '../org/sends/behaviour.ts';
import { progressOf, type Send } from '../org/sends/send.ts';
import { guidOf } from '../random.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';

export interface Unsubscribe {
  readonly number: number;
  readonly mid: number;
  readonly send: Send | undefined;
  readonly subscriberKey: string;
  readonly at: number;
  readonly list: List | undefined;
}

export const unsubEvent: ApiObject = {
  type: 'UnsubEvent',
  retrieve: (scope) =>
    catalogueRows<Unsubscribe>({
      type: 'UnsubEvent',
      scan: (from, visit) => scanInOrder(unsubscribes(scope), from, visit),
      values: {
        ID: ({ number }) => number,
        ObjectID: ({ number }) => guidOf(0x0_5b, number),
        CreatedDate: ({ at }) => new Date(at),
        ModifiedDate: ({ at }) => new Date(at),
        'Client.ID': ({ mid }) => mid,
        SendID: ({ send }) => send?.id ?? 0,
        SubscriberKey: ({ subscriberKey }) => subscriberKey,
        EventDate: ({ at }) => new Date(at),
        EventType: () => 'Unsubscribe',
        TriggeredSendDefinitionObjectID: ({ send }) => send?.course?.definitionId,
        BatchID: () => 1,
        'List.ID': ({ list }) => list?.id,
        'List.Type': ({ list }) => list?.type,
        'List.ListClassification': ({ list }) => list?.classification,
        IsMasterUnsubscribed: ({ list }) => list?.name === everybodysList,
      },
    }),
};

/** Those of sends first, in their order: later pages of a retrieve find the same rows at the same places. */
export function* unsubscribes(scope: RetrieveScope): Iterable<Unsubscribe> {
  const { org, accounts, now, only } = scope;
  const wanted = only('SendID')?.map(Number);
  const mids = new Set(accounts.map(({ mid }) => mid));
  for (const send of ownedBy(org.sends.allUntil(now), accounts)) {
    if (wanted?.includes(send.id) === false) continue;
    const { sent } = progressOf(send, now);
    for (let index = 0; index < sent; index++) {
      const at = reactionTime(send, 'unsubscribe', index);
      if (at === undefined || at > now) continue;
      const subscriberKey = send.audience.keyAt(index);
      yield {
        number: send.eventBase + index + 1,
        mid: send.mid,
        send,
        subscriberKey,
        at,
        list: everybody(org, send.mid),
      };
    }
  }
  for (const [index, { mid, sendId, subscriberKey, at, listId }] of org.loggedUnsubscribes.entries()) {
    if (!mids.has(mid) || at > now) continue;
    const list = listId === undefined ? everybody(org, mid) : org.lists.find(mid, 'id', listId);
    yield { number: loggedBase + index, mid, send: org.sends.find(sendId, now), subscriberKey, at, list };
  }
}

/** Where the numbers of logged events begin. */
const loggedBase = 2_000_000_000;

function everybody(org: Org, mid: number): List | undefined {
  return [...org.lists.all()].find((list) => list.mid === mid && list.name === everybodysList);
}
