/** The options that requests of all writing methods share: whom they act for, and whether they are queued. */
import { MarketingCloudError } from '../errors.ts';
import type { SoapObject } from '../wire/soapObject.ts';

/** Options of the request as the schema has them, e.g. `upsert`. */
export type RequestOptions = SoapObject;

/** Options of an Update that adds what is not there. */
export const upsert: RequestOptions = {
  SaveOptions: { SaveOption: [{ PropertyName: '*', SaveAction: 'UpdateAdd' }] },
};

/** Where the service reports that a queued request is done. It tries once (documented). */
export interface ResponseTarget {
  readonly type: 'email' | 'FTP' | 'HTTPPost';
  /** For `HTTPPost` an https address. */
  readonly address: string;
  readonly when:
    'Never' | 'OnError' | 'Always' | 'OnConversationError' | 'OnConversationComplete' | 'OnCallComplete';
  readonly includeResults?: boolean;
  readonly includeObjects?: boolean;
}

/** How a request is queued by the service instead of being worked on while the caller waits. */
export interface AsynchronousOptions {
  /**
   * Makes the calls of this write one conversation: the service waits for all of them, and works on them in their
   * order. Never used before, and never again (documented).
   */
  readonly conversationId?: string;
  /** The place of the first call in a conversation that is larger than this write; 1 when left out. */
  readonly firstSequenceCode?: number;
  /** Calls of the whole conversation; those of this write when left out. */
  readonly callsInConversation?: number;
  readonly priority?: 'Low' | 'Medium' | 'High';
  /** Not before this moment, which is at most 30 days ahead (documented). */
  readonly scheduledTime?: Date;
  /** Not after this moment. */
  readonly expirationTime?: Date;
  readonly respondTo?: readonly ResponseTarget[];
}

/** Where a call stands among those of its write. */
export interface CallPlace {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** The members of `Options` that queue a call. @throws MarketingCloudError `invalid-request` */
export function asynchronousMembers(
  options: AsynchronousOptions,
  { index, count }: CallPlace,
): RequestOptions {
  checkTimes(options);
  const { conversationId, firstSequenceCode = 1, callsInConversation = count } = options;
  return {
    RequestType: 'Asynchronous',
    ...(conversationId === undefined
      ? {}
      : {
          ConversationID: conversationId,
          SequenceCode: firstSequenceCode + index,
          CallsInConversation: callsInConversation,
        }),
    ...(options.priority === undefined ? {} : { QueuePriority: options.priority }),
    ...(options.scheduledTime === undefined ? {} : { ScheduledTime: options.scheduledTime.toISOString() }),
    ...(options.expirationTime === undefined
      ? {}
      : { RequestExpirationTime: options.expirationTime.toISOString() }),
    ...(options.respondTo === undefined ? {} : { SendResponseTo: options.respondTo.map(writeTarget) }),
  };
}

/** The member of `Options` that makes a call act for a business unit. */
export function businessUnitMember(mid: number | undefined): RequestOptions {
  return mid === undefined ? {} : { Client: { ID: mid } };
}

function writeTarget(target: ResponseTarget): SoapObject {
  return {
    ResponseType: target.type,
    ResponseAddress: target.address,
    RespondWhen: target.when,
    ...(target.includeResults === undefined ? {} : { IncludeResults: target.includeResults }),
    ...(target.includeObjects === undefined ? {} : { IncludeObjects: target.includeObjects }),
  };
}

function checkTimes({ scheduledTime, expirationTime }: AsynchronousOptions): void {
  if (scheduledTime === undefined || expirationTime === undefined || expirationTime > scheduledTime) return;
  throw new MarketingCloudError(
    'invalid-request',
    'A request cannot expire before the time for which it is scheduled.',
  );
}
