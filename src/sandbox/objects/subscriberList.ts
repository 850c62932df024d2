/** SubscriberList: the lists of subscribers, seen from these. */
import { ownedBy } from '../org/collection.ts';
import type { List, Membership } from '../org/people.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';

interface Row {
  readonly list: List;
  readonly membership: Membership;
}

export const subscriberList: ApiObject = {
  type: 'SubscriberList',
  retrieve: (scope) =>
    catalogueRows<Row>({
      type: 'SubscriberList',
      scan: (from, visit) => scanInOrder(rows(scope), from, visit),
      values: {
        ListSubID: ({ membership }) => membership.id,
        ID: ({ membership }) => membership.id,
        CreatedDate: ({ membership }) => new Date(membership.createdAt),
        'Client.ID': ({ list }) => list.mid,
        Status: ({ membership }) => membership.status,
        'List.ID': ({ list }) => list.id,
        'List.ListName': ({ list }) => list.name,
        'Subscriber.ID': ({ membership }) => membership.subscriber.id,
        'Subscriber.SubscriberKey': ({ membership }) => membership.subscriber.key,
        'Subscriber.EmailAddress': ({ membership }) => membership.subscriber.email,
        'Subscriber.Status': ({ membership }) => membership.subscriber.status,
        'Subscriber.CreatedDate': ({ membership }) => new Date(membership.subscriber.createdAt),
        'Subscriber.UnsubscribedDate': ({ membership }) =>
          membership.unsubscribedAt === undefined ? null : new Date(membership.unsubscribedAt),
      },
    }),
};

function* rows({ org, accounts, only }: RetrieveScope): Iterable<Row> {
  const keys = only('Subscriber.SubscriberKey');
  for (const list of ownedBy(org.lists.all(), accounts)) {
    for (const membership of list.members.values()) {
      if (keys?.includes(membership.subscriber.key.toLowerCase()) !== false) yield { list, membership };
    }
  }
}
