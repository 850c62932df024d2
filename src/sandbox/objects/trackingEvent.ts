/**
 * TrackingEvent: events of every kind, which is what a retrieve of the base type answers (documented). They come kind by
 * kind here; in which order the real service has them was never recorded.
 */
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';
import { bounced } from './bounceEvent.ts';
import { clicked } from './clickEvent.ts';
import { forwarded, notSent } from './moreEvents.ts';
import { opened } from './openEvent.ts';
import { everybodysListIn, sent } from './sentEvent.ts';
import { batchOf, scanEvents, type EventKind, type TrackingEvent } from './trackingEvents.ts';
import { unsubscribes, type Unsubscribe } from './unsubEvent.ts';

interface Row {
  readonly mid: number;
  readonly sendId: number;
  readonly subscriberKey: string;
  readonly at: number;
  readonly type: string;
  readonly batch: number;
  readonly definitionId: string | undefined;
}

const kinds: readonly EventKind[] = [sent, notSent, opened, clicked, bounced, forwarded];

/** Positions of one kind of event are below this; those of the next kind begin there. */
const mostPositions = 2 ** 48;

export const trackingEvent: ApiObject = {
  type: 'TrackingEvent',
  retrieve: (scope) => {
    const { org } = scope;
    const listOf = everybodysListIn(org);
    return catalogueRows<Row>({
      type: 'TrackingEvent',
      scan: (from, visit) => scanAll(scope, from, visit),
      values: {
        'Client.ID': ({ mid }) => mid,
        SendID: ({ sendId }) => sendId,
        SubscriberKey: ({ subscriberKey }) => subscriberKey,
        EventDate: ({ at }) => new Date(at),
        EventType: ({ type }) => type,
        BatchID: ({ batch }) => batch,
        TriggeredSendDefinitionObjectID: ({ definitionId }) => definitionId,
        ListID: ({ mid }) => listOf(mid),
        SubscriberID: ({ mid, subscriberKey }) => org.subscribers.find(mid, 'key', subscriberKey)?.id,
      },
    });
  },
};

/** A way to go through one kind of event from a position on; false when the visitor wanted no more. */
type Scan = (from: number, visit: (row: Row, position: number) => boolean) => boolean;

function scanAll(scope: RetrieveScope, from: number, visit: (row: Row, position: number) => boolean): void {
  for (const [index, scan] of scansOf(scope).entries()) {
    const base = index * mostPositions;
    if (from >= base + mostPositions) continue;
    const goesOn = scan(Math.max(0, from - base), (row, position) => visit(row, base + position));
    if (!goesOn) return;
  }
}

function scansOf(scope: RetrieveScope): readonly Scan[] {
  const ofKind =
    (kind: EventKind): Scan =>
    (from, visit) => {
      const state = { goesOn: true };
      scanEvents(kind, scope, {
        from,
        visit: (event, position) => (state.goesOn = visit(rowOf(kind, event), position)),
      });
      return state.goesOn;
    };
  const ofUnsubscribes: Scan = (from, visit) => {
    scanInOrder(unsubscribes(scope), from, (each, position) => visit(unsubscribeRow(each), position));
    return true;
  };
  return [...kinds.map(ofKind), ofUnsubscribes];
}

function rowOf(kind: EventKind, event: TrackingEvent): Row {
  const { send, index, at } = event;
  return {
    mid: send.mid,
    sendId: send.id,
    subscriberKey: send.audience.keyAt(index),
    at,
    type: kind.eventType(event),
    batch: batchOf(event),
    definitionId: send.course?.definitionId,
  };
}

function unsubscribeRow({ mid, send, subscriberKey, at }: Unsubscribe): Row {
  return {
    mid,
    sendId: send?.id ?? 0,
    subscriberKey,
    at,
    type: 'Unsubscribe',
    batch: 1,
    definitionId: send?.course?.definitionId,
  };
}
