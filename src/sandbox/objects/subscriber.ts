/** Subscriber: the people of an account. */
import { ApiStruct } from '../message/value.ts';
import { ownedBy } from '../org/collection.ts';
import type { Subscriber } from '../org/people.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import { createSubscriber, deleteSubscriber, updateSubscriber } from './subscriberWrites.ts';

export const subscriber: ApiObject = {
  type: 'Subscriber',
  retrieve: ({ org, accounts }) =>
    catalogueRows({
      type: 'Subscriber',
      scan: (from, visit) => scanInOrder(ownedBy(org.subscribers.all(), accounts), from, visit),
      values,
      // They cannot be asked for, and come all the same (observed).
      always: (each) => ({ Attributes: attributesOf(each) }),
    }),
  create: createSubscriber,
  update: updateSubscriber,
  delete: deleteSubscriber,
};

const values: RowsDescription<Subscriber>['values'] = {
  ID: (each) => each.id,
  EmailAddress: (each) => each.email,
  SubscriberKey: (each) => each.key,
  Status: (each) => each.status,
  EmailTypePreference: (each) => each.emailType,
  CreatedDate: (each) => new Date(each.createdAt),
  UnsubscribedDate: (each) => (each.unsubscribedAt === undefined ? null : new Date(each.unsubscribedAt)),
  'Client.ID': (each) => each.mid,
};

function attributesOf(each: Subscriber): readonly ApiStruct[] {
  return [...each.attributes].map(([Name, Value]) => new ApiStruct('Attribute', { Name, Value }));
}
