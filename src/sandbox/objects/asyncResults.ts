/** AsyncRequestResult, ResultMessage and ResultItem: what became of queued requests, as a whole and object by object. */
import type { AsyncItem, AsyncRequest } from '../org/asyncLog.ts';
import { ownedBy } from '../org/collection.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';

function requestsIn({ org, accounts, now }: RetrieveScope): Iterable<AsyncRequest> {
  return ownedBy(org.asyncRequests.all(now), accounts);
}

function* doneIn(scope: RetrieveScope): Iterable<AsyncRequest> {
  for (const request of requestsIn(scope)) if (request.completedAt !== undefined) yield request;
}

/** The state of a queued request. Its words are inferred. Its ObjectID is taken to be the RequestID. */
export const asyncRequestResult: ApiObject = {
  type: 'AsyncRequestResult',
  retrieve: (scope) =>
    catalogueRows<AsyncRequest>({
      type: 'AsyncRequestResult',
      scan: (from, visit) => scanInOrder(requestsIn(scope), from, visit),
      // No property of the type holds the RequestID, which is what a caller knows: it can be filtered by all the same.
      filters: { RequestID: (each) => each.requestId, ConversationID: (each) => each.conversationId },
      values: {
        ObjectID: (each) => each.requestId,
        'Client.ID': (each) => each.mid,
        Status: (each) => each.status,
        CompleteDate: (each) => (each.completedAt === undefined ? null : new Date(each.completedAt)),
        CallStatus: (each) => (each.completedAt === undefined ? '' : each.overallStatus),
        CallMessage: (each) => each.message,
        CreatedDate: (each) => new Date(each.receivedAt),
        ModifiedDate: (each) => new Date(each.completedAt ?? each.receivedAt),
      },
    }),
};

/** The result of a whole request, once it is done. */
export const resultMessage: ApiObject = {
  type: 'ResultMessage',
  retrieve: (scope) =>
    catalogueRows<AsyncRequest>({
      type: 'ResultMessage',
      scan: (from, visit) => scanInOrder(doneIn(scope), from, visit),
      values: {
        RequestID: (each) => each.requestId,
        ConversationID: (each) => each.conversationId,
        'Client.ID': (each) => each.mid,
        CreatedDate: (each) => new Date(each.completedAt ?? each.receivedAt),
        OverallStatusCode: (each) => each.overallStatus,
        StatusCode: (each) => (each.overallStatus === 'OK' ? 'OK' : 'Error'),
        StatusMessage: (each) => each.message,
        ErrorCode: (each) => each.errorCode,
        RequestType: () => 'Asynchronous',
        ResultType: (each) => `${each.operation}Result`,
        ResultDetailXML: () => '',
      },
    }),
};

interface ItemRow {
  readonly request: AsyncRequest;
  readonly item: AsyncItem;
  readonly ordinal: number;
}

function* itemRows(scope: RetrieveScope): Iterable<ItemRow> {
  const ids = scope.only('RequestID');
  for (const request of doneIn(scope)) {
    if (ids?.includes(request.requestId) === false) continue;
    for (const [ordinal, item] of request.items.entries()) yield { request, item, ordinal };
  }
}

/** The result of one object of a request. */
export const resultItem: ApiObject = {
  type: 'ResultItem',
  retrieve: (scope) =>
    catalogueRows<ItemRow>({
      type: 'ResultItem',
      scan: (from, visit) => scanInOrder(itemRows(scope), from, visit),
      values: {
        AsyncAPIRequestQueueID: ({ request }) => request.number,
        RequestID: ({ request }) => request.requestId,
        ConversationID: ({ request }) => request.conversationId,
        CorrelationID: ({ item }) => item.correlationId,
        'Client.ID': ({ request }) => request.mid,
        CreatedDate: ({ request }) => new Date(request.completedAt ?? request.receivedAt),
        StatusCode: ({ item }) => (item.ok ? 'OK' : 'Error'),
        StatusMessage: ({ item }) => item.message,
        OrdinalID: ({ ordinal }) => ordinal,
        ErrorCode: ({ item }) => item.errorCode,
        RequestType: () => 'Asynchronous',
        RequestObjectType: ({ item }) => item.objectType,
        ResultType: () => 0,
      },
    }),
};
