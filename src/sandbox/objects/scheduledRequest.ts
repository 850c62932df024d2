/**
 * ScheduledRequest: queued requests that still wait for their turn; deleting one takes it out of the queue. Its one
 * property is its RequestID (by the schema), and the text of success documented.
 */
import type { AsyncRequest } from '../org/asyncLog.ts';
import { ownedBy } from '../org/collection.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import { refused } from './outcome.ts';

export const scheduledRequest: ApiObject = {
  type: 'ScheduledRequest',
  retrieve: ({ org, accounts, now }) => {
    const waiting = [...ownedBy(org.asyncRequests.all(now), accounts)].filter(
      ({ status }) => status === 'Queued',
    );
    return catalogueRows<AsyncRequest>({
      type: 'ScheduledRequest',
      retrievable: ['RequestID', 'CreatedDate', 'Client.ID'],
      scan: (from, visit) => scanInOrder(waiting, from, visit),
      values: {
        RequestID: ({ requestId }) => requestId,
        CreatedDate: ({ receivedAt }) => new Date(receivedAt),
        'Client.ID': ({ mid }) => mid,
      },
    });
  },
  delete: ({ org, account, object, now }) =>
    org.asyncRequests.cancel(account.mid, object.text('RequestID', ''), now)
      ? { ok: true, message: 'Deleted', echo: object }
      : refused(3, 'No request with this RequestID waits for its turn.', object),
};
