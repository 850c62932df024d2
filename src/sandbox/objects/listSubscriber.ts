/** ListSubscriber: who is on which list, and with which status. */
import { ownedBy } from '../org/collection.ts';
import type { List, Membership } from '../org/people.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';

interface MembershipRow {
  readonly list: List;
  readonly membership: Membership;
}

export const listSubscriber: ApiObject = {
  type: 'ListSubscriber',
  retrieve: (scope) =>
    catalogueRows({
      type: 'ListSubscriber',
      scan: (from, visit) => scanInOrder(membershipRows(scope), from, visit),
      values,
    }),
};

function* membershipRows({ org, accounts, only }: RetrieveScope): Iterable<MembershipRow> {
  const ids = only('ListID')?.map(Number);
  for (const list of ownedBy(org.lists.all(), accounts)) {
    if (ids !== undefined && !ids.includes(list.id)) continue;
    for (const membership of list.members.values()) yield { list, membership };
  }
}

const values: RowsDescription<MembershipRow>['values'] = {
  ID: ({ membership }) => membership.id,
  SubscriberKey: ({ membership }) => membership.subscriber.key,
  CreatedDate: ({ membership }) => new Date(membership.createdAt),
  ModifiedDate: ({ membership }) => new Date(membership.modifiedAt),
  'Client.ID': ({ list }) => list.mid,
  ListID: ({ list }) => list.id,
  Status: ({ membership }) => membership.status,
  UnsubscribedDate: ({ membership }) =>
    membership.unsubscribedAt === undefined ? null : new Date(membership.unsubscribedAt),
};
