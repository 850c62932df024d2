/**
 * Callbacks of queued requests: whom to tell, when, and what. When each word of RespondWhen applies follows from its
 * name; the fields of what is posted are documented.
 */
import type { ApiStruct } from '../message/value.ts';
import type { AsyncRequest } from '../org/asyncLog.ts';
import type { Org } from '../org/org.ts';
import type { CallbackWish } from '../org/outbox.ts';

/** Where the answer to a call is to go; nothing for those who will ask. */
export function wishesOf(options: ApiStruct | undefined): readonly CallbackWish[] {
  return (options?.structs('SendResponseTo') ?? [])
    .filter((each) => each.text('ResponseType', 'None') !== 'None' && each.text('RespondWhen') !== 'Never')
    .map((each) => ({
      type: each.text('ResponseType', ''),
      address: each.text('ResponseAddress', ''),
      when: each.text('RespondWhen', 'Always'),
      includesResults: each.flag('IncludeResults', false),
      includesObjects: each.flag('IncludeObjects', false),
    }));
}

/** Tells whoever waits for a request that has just ended, and for its conversation if that has ended with it. */
export function callBack(org: Org, request: AsyncRequest): void {
  const hasFailed = request.status !== 'Complete';
  tell(org, request, (when) => {
    if (when === 'OnExpired') return request.status === 'Expired';
    return when === 'Always' || when === 'OnCallComplete' || (when === 'OnError' && hasFailed);
  });
  const calls = callsOf(org, request);
  const isOver =
    calls.length === (request.calls ?? 1) && calls.every((each) => each.completedAt !== undefined);
  if (!isOver) return;
  const isBroken = calls.some(({ status }) => status !== 'Complete');
  for (const each of calls) {
    tell(
      org,
      each,
      (when) => when === 'OnConversationComplete' || (when === 'OnConversationError' && isBroken),
    );
  }
}

/** A call without a conversation is one of its own. */
function callsOf({ asyncRequests }: Org, request: AsyncRequest): readonly AsyncRequest[] {
  const { conversationId: id, mid } = request;
  return id === undefined ? [request] : asyncRequests.ofConversation(mid, id);
}

function tell({ outbox }: Org, request: AsyncRequest, isDue: (when: string) => boolean): void {
  for (const wish of request.wishes) {
    if (!isDue(wish.when)) continue;
    const { mid, requestId } = request;
    outbox.put({ mid, requestId, type: wish.type, address: wish.address, fields: fieldsOf(request, wish) });
  }
}

function fieldsOf(request: AsyncRequest, wish: CallbackWish): Readonly<Record<string, string>> {
  const { details } = request;
  const detail = wish.includesObjects ? details.whole : details.bare;
  return {
    RequestID: request.requestId,
    ConversationID: request.conversationId ?? '',
    OverallStatusCode: request.overallStatus,
    StatusCode: request.status === 'Complete' ? 'OK' : 'Error',
    StatusMessage: request.message,
    ErrorCode: String(request.errorCode ?? ''),
    RequestType: 'Asynchronous',
    ResultType: `${request.operation}Result`,
    ResultDetailXML: wish.includesResults ? detail : '',
    SequenceCode: String(request.sequence ?? ''),
    CallsInConversation: String(request.calls ?? ''),
  };
}
