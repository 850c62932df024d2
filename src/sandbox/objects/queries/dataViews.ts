/** The data views that queries can select from, with the columns that the documentation lists most for each. */
import type { Account } from '../../org/account.ts';
import type { SendDefinition } from '../../org/content.ts';
import type { Org } from '../../org/org.ts';
import type { List, Membership, Subscriber } from '../../org/people.ts';
import { reactionTime } from '../../org/sends/behaviour.ts';
import { messageTime, progressOf, type Send } from '../../org/sends/send.ts';
import type { Relation, Row } from '../../sql/relation.ts';
import type { Value, ValueType } from '../../sql/values.ts';
import { bounceTime, describeBounce } from '../bounceEvent.ts';
import { linkOf } from '../clickEvent.ts';
import { everybodysListIn } from '../sentEvent.ts';
import { batchOf, type TrackingEvent } from '../trackingEvents.ts';

interface Place {
  readonly org: Org;
  readonly account: Account;
  readonly now: number;
}

type View = (place: Place) => Relation;
type ViewColumn<Item> = readonly [name: string, type: ValueType, value: (item: Item) => Value];

function view<Item>(
  items: (place: Place) => Iterable<Item>,
  columns: (place: Place) => readonly ViewColumn<Item>[],
): View {
  return (place) => {
    const made = columns(place);
    return {
      columns: made.map(([name, type]) => ({ table: '', name, type })),
      rows: rowsOf(items(place), made),
    };
  };
}

function* rowsOf<Item>(items: Iterable<Item>, columns: readonly ViewColumn<Item>[]): Iterable<Row> {
  for (const item of items) yield columns.map(([, , value]) => value(item));
}

const date = (moment: number | undefined): Value => (moment === undefined ? null : new Date(moment));
const domainOf = (email: string): string => email.split('@').at(-1) ?? '';

function* subscribersOf({ org, account }: Place): Iterable<Subscriber> {
  for (const subscriber of org.subscribers.all()) if (subscriber.mid === account.mid) yield subscriber;
}

function* membersOf({ org, account }: Place): Iterable<Membership & { readonly list: List }> {
  for (const list of org.lists.all()) {
    if (list.mid !== account.mid) continue;
    for (const membership of list.members.values()) yield { ...membership, list };
  }
}

function sendsOf({ org, account, now }: Place): readonly Send[] {
  return org.sends.allUntil(now).filter(({ mid }) => mid === account.mid);
}

function eventView(
  time: (send: Send, index: number) => number | undefined,
  more: readonly ViewColumn<TrackingEvent>[],
): View {
  return view(
    (place) => eventsOf(place, time),
    ({ org, account }) => {
      const everybody = everybodysListIn(org);
      return [
        ['AccountID', 'integer', () => account.mid],
        ['OYBAccountID', 'integer', nothing],
        ['ListID', 'integer', ({ send }) => send.listIds?.[0] ?? everybody(send.mid) ?? null],
        ['JobID', 'integer', ({ send }) => send.id],
        ['BatchID', 'integer', batchOf],
        ['SubscriberKey', 'text', ({ send, index }) => send.audience.keyAt(index)],
        ['SubscriberID', 'integer', ({ send, index }) => subscriberOf(org, send, index)?.id ?? null],
        ['Domain', 'text', ({ send, index }) => domainOf(subscriberOf(org, send, index)?.email ?? '')],
        ['EventDate', 'date', ({ at }) => new Date(at)],
        ['TriggererSendDefinitionObjectID', 'text', ({ send }) => send.course?.definitionId ?? null],
        ['TriggeredSendCustomerKey', 'text', ({ send }) => triggeredKey(org, send)],
        ...more,
      ];
    },
  );
}

/** What the sandbox has none of. */
const nothing = (): Value => null;

function triggeredKey(org: Org, { mid, course }: Send): string | null {
  return org.triggeredSendDefinitions.find(mid, 'objectId', course?.definitionId ?? '')?.key ?? null;
}

function subscriberOf(org: Org, send: Send, index: number): Subscriber | undefined {
  return org.subscribers.find(send.mid, 'key', send.audience.keyAt(index));
}

function* eventsOf(
  place: Place,
  time: (send: Send, index: number) => number | undefined,
): Iterable<TrackingEvent> {
  for (const send of sendsOf(place)) {
    const { sent } = progressOf(send, place.now);
    for (let index = 0; index < sent; index++) {
      const at = time(send, index);
      if (at !== undefined && at <= place.now) yield { send, index, at };
    }
  }
}

function definitionOf(org: Org, mid: number, definition: Send['definition']): SendDefinition | undefined {
  return org.sendDefinitions.find(mid, 'objectId', definition?.objectId ?? '');
}

/** Nobody opens or clicks twice in the sandbox. */
const unique: ViewColumn<TrackingEvent> = ['IsUnique', 'integer', () => 1];

export const dataViews: ReadonlyMap<string, View> = new Map<string, View>([
  [
    '_subscribers',
    view<Subscriber>(subscribersOf, () => [
      ['SubscriberID', 'integer', ({ id }) => id],
      ['SubscriberKey', 'text', ({ key }) => key],
      ['EmailAddress', 'text', ({ email }) => email],
      ['Domain', 'text', ({ email }) => domainOf(email)],
      ['Status', 'text', ({ status }) => status.toLowerCase()],
      ['DateJoined', 'date', ({ createdAt }) => date(createdAt)],
      ['DateUnsubscribed', 'date', ({ unsubscribedAt }) => date(unsubscribedAt)],
      ['DateUndeliverable', 'date', nothing],
      ['BounceCount', 'integer', ({ status }) => Number(status === 'Bounced' || status === 'Held')],
      ['SubscriberType', 'text', () => 'ExactTarget'],
      ['Locale', 'text', nothing],
    ]),
  ],
  [
    '_listsubscribers',
    view<Membership & { readonly list: List }>(membersOf, () => [
      ['ListID', 'integer', ({ list }) => list.id],
      ['ListName', 'text', ({ list }) => list.name],
      ['SubscriberID', 'integer', ({ subscriber }) => subscriber.id],
      ['SubscriberKey', 'text', ({ subscriber }) => subscriber.key],
      ['EmailAddress', 'text', ({ subscriber }) => subscriber.email],
      ['Status', 'text', ({ status }) => status.toLowerCase()],
      ['CreatedDate', 'date', ({ createdAt }) => date(createdAt)],
      ['DateUnsubscribed', 'date', ({ unsubscribedAt }) => date(unsubscribedAt)],
      ['ListType', 'text', ({ list }) => list.type],
      ['AddedBy', 'integer', nothing],
      ['AddMethod', 'text', nothing],
      ['SubscriberType', 'text', () => 'ExactTarget'],
    ]),
  ],
  [
    '_job',
    view<Send>(sendsOf, ({ org, now }) => [
      ['JobID', 'integer', ({ id }) => id],
      ['AccountID', 'integer', ({ mid }) => mid],
      ['EmailID', 'integer', ({ email }) => email.id],
      ['EmailName', 'text', ({ email }) => email.name],
      ['EmailSubject', 'text', ({ subject }) => subject],
      ['FromName', 'text', ({ fromName }) => fromName],
      ['FromEmail', 'text', ({ fromAddress }) => fromAddress],
      ['CreatedDate', 'date', ({ createdAt }) => date(createdAt)],
      ['SchedTime', 'date', ({ startsAt }) => date(startsAt)],
      ['OriginalSchedTime', 'date', ({ startsAt }) => date(startsAt)],
      ['PickupTime', 'date', ({ startsAt }) => (startsAt > now ? null : date(startsAt))],
      ['DeliveredTime', 'date', (send) => date(progressOf(send, now).finishedAt)],
      ['JobStatus', 'text', (send) => progressOf(send, now).status],
      ['IsMultipart', 'integer', ({ isMultipart }) => Number(isMultipart)],
      ['IsWrapped', 'integer', () => 1],
      [
        'EmailSendDefinition',
        'text',
        ({ mid, definition }) => definitionOf(org, mid, definition)?.name ?? null,
      ],
      [
        'SendClassification',
        'text',
        ({ mid, definition }) => definitionOf(org, mid, definition)?.classification.name ?? null,
      ],
      [
        'SendClassificationType',
        'text',
        ({ mid, definition }) => definitionOf(org, mid, definition)?.classification.type ?? null,
      ],
      ['TriggererSendDefinitionObjectID', 'text', ({ course }) => course?.definitionId ?? null],
      ['TriggeredSendCustomerKey', 'text', (send) => triggeredKey(org, send)],
    ]),
  ],
  ['_sent', eventView(messageTime, [])],
  ['_open', eventView((send, index) => reactionTime(send, 'open', index), [unique])],
  [
    '_click',
    eventView(
      (send, index) => reactionTime(send, 'click', index),
      [
        unique,
        ['URL', 'text', (event) => event.send.email.links[linkOf(event)] ?? ''],
        ['LinkName', 'text', nothing],
        ['LinkContent', 'text', (event) => event.send.email.links[linkOf(event)] ?? ''],
      ],
    ),
  ],
  [
    '_bounce',
    eventView(bounceTime, [
      unique,
      ['BounceCategory', 'text', (event) => describeBounce(event).category],
      ['BounceType', 'text', () => 'immediate'],
      ['SMTPCode', 'integer', (event) => Number(describeBounce(event).code)],
      ['SMTPBounceReason', 'text', (event) => describeBounce(event).reason],
    ]),
  ],
  ['_unsubscribe', eventView((send, index) => reactionTime(send, 'unsubscribe', index), [unique])],
  ['_ftaf', eventView((send, index) => reactionTime(send, 'forward', index), [unique])],
  // Nobody complains in the sandbox.
  ['_complaint', eventView(() => undefined, [unique])],
]);
