/** What the tracking events have in common: they are derived from sends when they are looked at. */
import { ownedBy } from '../org/collection.ts';
import { progressOf, type Send } from '../org/sends/send.ts';
import { guidOf, hashText } from '../random.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import type { Rows } from '../retrieve/rows.ts';
import type { RetrieveScope } from './apiObject.ts';

/** Something that happened to one message of a send. */
export interface TrackingEvent {
  readonly send: Send;
  /** The number of the message in its send, from 0. */
  readonly index: number;
  readonly at: number;
}

export interface EventKind {
  readonly type: string;
  /** When it happened to a message; undefined when it did not. */
  time(send: Send, index: number): number | undefined;
  /** The number of the first message that it can have happened to; 0 by default. */
  first?(send: Send): number;
  /** The number behind that of the last such message; how many are out by default. */
  count?(send: Send, now: number): number;
  /** The event's EventType. */
  eventType(event: TrackingEvent): string;
  /** The properties besides those of all events. */
  readonly values: RowsDescription<TrackingEvent>['values'];
}

/** No send has as many messages: a position is a send's place in the order times this, plus the message's. */
const mostMessages = 2 ** 24;

/** How many messages go out together, which is what BatchID counts. */
const messagesInBatch = 10_000;

/** The number of the batch in which a message went out. */
export function batchOf({ index }: TrackingEvent): number {
  return Math.floor(index / messagesInBatch) + 1;
}

/** Rows of one kind of event: by send, and in a send by message, until the moment of the retrieve. */
export function eventRows(kind: EventKind, scope: RetrieveScope): Rows<TrackingEvent> {
  return catalogueRows({
    type: kind.type,
    scan: (from, visit) => scanEvents(kind, scope, { from, visit }),
    values: { ...commonValues(kind), ...kind.values },
  });
}

/** Calls `visit` for every event of a kind from a position on, until it answers false. */
export function scanEvents(
  kind: EventKind,
  { org, accounts, only, now }: RetrieveScope,
  { from, visit }: { from: number; visit: (event: TrackingEvent, position: number) => boolean },
): void {
  const isWanted = sendFilter(only);
  let base = -mostMessages;
  for (const send of ownedBy(org.sends.allUntil(now), accounts)) {
    base += mostMessages;
    if (base + mostMessages <= from || !isWanted(send)) continue;
    const count = kind.count?.(send, now) ?? progressOf(send, now).sent;
    for (let index = Math.max(kind.first?.(send) ?? 0, from - base); index < count; index++) {
      const at = kind.time(send, index);
      if (at !== undefined && at <= now && !visit({ send, index, at }, base + index)) return;
    }
  }
}

/** Sends whose events a filter rules out as a whole need not be gone through. */
function sendFilter(only: RetrieveScope['only']): (send: Send) => boolean {
  const ids = only('SendID')?.map(Number);
  const definitions = only('TriggeredSendDefinitionObjectID');
  return (send) =>
    ids?.includes(send.id) !== false && definitions?.includes(send.course?.definitionId ?? '') !== false;
}

function commonValues(kind: EventKind): RowsDescription<TrackingEvent>['values'] {
  const kindSeed = hashText(0, kind.type);
  const number = ({ send, index }: TrackingEvent): number => send.eventBase + index + 1;
  return {
    ID: number,
    ObjectID: (event) => guidOf(kindSeed, number(event)),
    CreatedDate: ({ at }) => new Date(at),
    ModifiedDate: ({ at }) => new Date(at),
    'Client.ID': ({ send }) => send.mid,
    SendID: ({ send }) => send.id,
    SubscriberKey: ({ send, index }) => send.audience.keyAt(index),
    EventDate: ({ at }) => new Date(at),
    EventType: (event) => kind.eventType(event),
    TriggeredSendDefinitionObjectID: ({ send }) => send.course?.definitionId,
    BatchID: batchOf,
  };
}
