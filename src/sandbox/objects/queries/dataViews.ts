/** The data views that queries can select from, with the columns that the documentation lists most for each. */
import type { Account } from '../../org/account.ts';
import type { Org } from '../../org/org.ts';
import type { List, Membership, Subscriber } from '../../org/people.ts';
import { reactionTime } from '../../org/sends/behaviour.ts';
import { messageTime, progressOf, type Send } from '../../org/sends/send.ts';
import type { Relation, Row } from '../../sql/relation.ts';
import type { Value, ValueType } from '../../sql/values.ts';
import { bounceTime, describeBounce } from '../bounceEvent.ts';
import { linkOf } from '../clickEvent.ts';
import type { TrackingEvent } from '../trackingEvents.ts';

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
    ({ org, account }) => [
      ['AccountID', 'integer', () => account.mid],
      ['JobID', 'integer', ({ send }) => send.id],
      ['BatchID', 'integer', () => 1],
      ['SubscriberKey', 'text', ({ send, index }) => send.audience.keyAt(index)],
      ['SubscriberID', 'integer', ({ send, index }) => subscriberOf(org, send, index)?.id ?? null],
      ['Domain', 'text', ({ send, index }) => domainOf(subscriberOf(org, send, index)?.email ?? '')],
      ['EventDate', 'date', ({ at }) => new Date(at)],
      ['TriggererSendDefinitionObjectID', 'text', ({ send }) => send.course?.definitionId ?? null],
      ...more,
    ],
  );
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
    ]),
  ],
  [
    '_job',
    view<Send>(sendsOf, ({ now }) => [
      ['JobID', 'integer', ({ id }) => id],
      ['AccountID', 'integer', ({ mid }) => mid],
      ['EmailID', 'integer', ({ email }) => email.id],
      ['EmailName', 'text', ({ email }) => email.name],
      ['EmailSubject', 'text', ({ subject }) => subject],
      ['FromName', 'text', ({ fromName }) => fromName],
      ['FromEmail', 'text', ({ fromAddress }) => fromAddress],
      ['SchedTime', 'date', ({ startsAt }) => date(startsAt)],
      ['PickupTime', 'date', ({ startsAt }) => (startsAt > now ? null : date(startsAt))],
      ['DeliveredTime', 'date', (send) => date(progressOf(send, now).finishedAt)],
      ['JobStatus', 'text', (send) => progressOf(send, now).status],
    ]),
  ],
  ['_sent', eventView(messageTime, [])],
  ['_open', eventView((send, index) => reactionTime(send, 'open', index), [unique])],
  [
    '_click',
    eventView(
      (send, index) => reactionTime(send, 'click', index),
      [unique, ['URL', 'text', (event) => event.send.email.links[linkOf(event)] ?? '']],
    ),
  ],
  [
    '_bounce',
    eventView(bounceTime, [
      ['BounceCategory', 'text', (event) => describeBounce(event).category],
      ['SMTPCode', 'integer', (event) => Number(describeBounce(event).code)],
      ['SMTPBounceReason', 'text', (event) => describeBounce(event).reason],
    ]),
  ],
  ['_unsubscribe', eventView((send, index) => reactionTime(send, 'unsubscribe', index), [unique])],
]);
