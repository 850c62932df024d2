/**
 * ScheduledRequest and ScheduledConversation: queued requests that still wait for their turn, alone and by their
 * conversation; deleting one takes it out of the queue. Each has one property (by the schema); the text of success and
 * the codes are documented, that a retrieve shows what waits is inferred.
 */
import { cancelAll, type AsyncRequest } from '../org/asyncLog.ts';
import { ownedBy } from '../org/collection.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, RetrieveScope, Write } from './apiObject.ts';
import { refused, type Outcome } from './outcome.ts';

export const scheduledRequest = queued('ScheduledRequest', {
  property: 'RequestID',
  idOf: ({ requestId }) => requestId,
  found: ({ org, account }, id) => {
    const request = org.asyncRequests.find(account.mid, id);
    return request === undefined ? [] : [request];
  },
});

export const scheduledConversation = queued('ScheduledConversation', {
  property: 'ConversationID',
  idOf: ({ conversationId }) => conversationId,
  found: ({ org, account }, id) => org.asyncRequests.ofConversation(account.mid, id),
});

interface Kind {
  readonly property: string;
  /** What a request is found by; undefined for one that belongs to none such. */
  readonly idOf: (request: AsyncRequest) => string | undefined;
  readonly found: (place: Write, id: string) => readonly AsyncRequest[];
}

function queued(type: string, { property, idOf, found }: Kind): ApiObject {
  return {
    type,
    retrieve: (scope) => {
      const waiting = waitingIn(scope).filter(
        (request, index, all) => all.findIndex((other) => idOf(other) === idOf(request)) === index,
      );
      return catalogueRows<AsyncRequest>({
        type,
        retrievable: [property, 'CreatedDate', 'Client.ID'],
        scan: (from, visit) =>
          scanInOrder(
            waiting.filter((request) => idOf(request) !== undefined),
            from,
            visit,
          ),
        values: {
          [property]: idOf,
          CreatedDate: ({ receivedAt }) => new Date(receivedAt),
          'Client.ID': ({ mid }) => mid,
        },
      });
    },
    delete: (write) => remove(write, property, found(write, write.object.text(property, ''))),
  };
}

function waitingIn({ org, accounts, now }: RetrieveScope): readonly AsyncRequest[] {
  return [...ownedBy(org.asyncRequests.all(now), accounts)].filter(({ status }) => status === 'Queued');
}

function remove(write: Write, property: string, requests: readonly AsyncRequest[]): Outcome {
  const { org, object, now } = write;
  if (requests.length === 0) return refused(220, `Nothing with this ${property} is there.`, object);
  if (!cancelAll(requests, now)) {
    return refused(222, `What has this ${property} was worked on, or deleted, already.`, object);
  }
  for (const { mid, conversationId } of requests) {
    const conversation = org.asyncRequests.conversation(mid, conversationId ?? '');
    // It takes no more calls.
    if (conversation !== undefined) conversation.state = 'closed';
  }
  return { ok: true, message: 'Deleted', echo: object };
}
