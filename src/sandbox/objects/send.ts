/** Send: what goes out and what has gone out, with its numbers as they stand at the moment of the call. */
import { ownedBy } from '../org/collection.ts';
import { reactionCounts, type Reaction } from '../org/sends/behaviour.ts';
import { progressOf, type Send, type SendOrder } from '../org/sends/send.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, Write } from './apiObject.ts';
import { refused, type Performed } from './outcome.ts';
import { createSend } from './sendWrites.ts';

export const send: ApiObject = {
  type: 'Send',
  retrieve: ({ org, accounts, now, filtersBy, trap }) => {
    // Nothing is found by both together (observed).
    const isBlind = filtersBy('SentDate') && filtersBy('ID');
    if (isBlind) trap('date-and-id', 'The filter has both SentDate and ID.');
    const sends = isBlind ? [] : org.sends.until(now);
    return catalogueRows({
      type: 'Send',
      scan: (from, visit) => scanInOrder(ownedBy(sends, accounts), from, visit),
      values: valuesAt(now),
    });
  },
  create: createSend,
  actions: {
    pause: (write) => order(write, 'pause'),
    resume: (write) => order(write, 'resume'),
    cancel: (write) => order(write, 'cancel'),
  },
};

function valuesAt(now: number): RowsDescription<Send>['values'] {
  const count =
    (...reactions: readonly Reaction[]) =>
    (each: Send): number => {
      const counts = reactionCounts(each, now);
      return reactions.reduce((sum, reaction) => sum + counts[reaction], 0);
    };
  const bounces = count('hardBounce', 'softBounce', 'otherBounce');
  return {
    ID: (each) => each.id,
    CreatedDate: (each) => new Date(each.createdAt),
    ModifiedDate: (each) => new Date(lastChange(each, now)),
    'Client.ID': (each) => each.mid,
    'Email.ID': (each) => each.email.id,
    EmailName: (each) => each.email.name,
    Subject: (each) => each.subject,
    FromName: (each) => each.fromName,
    FromAddress: (each) => each.fromAddress,
    SendDate: (each) => new Date(each.startsAt),
    SentDate: (each) => {
      const { finishedAt } = progressOf(each, now);
      return finishedAt === undefined ? null : new Date(finishedAt);
    },
    Status: (each) => progressOf(each, now).status,
    NumberTargeted: (each) => each.audience.size,
    NumberSent: (each) => progressOf(each, now).sent,
    NumberDelivered: (each) => progressOf(each, now).sent - bounces(each),
    NumberErrored: (each) => progressOf(each, now).errored,
    NumberExcluded: (each) => each.audience.excluded ?? 0,
    Duplicates: () => 0,
    InvalidAddresses: () => 0,
    MissingAddresses: () => 0,
    ExistingUndeliverables: () => 0,
    ExistingUnsubscribes: () => 0,
    HardBounces: count('hardBounce'),
    SoftBounces: count('softBounce'),
    OtherBounces: count('otherBounce'),
    ForwardedEmails: count('forward'),
    UniqueOpens: count('open'),
    UniqueClicks: count('click'),
    Unsubscribes: count('unsubscribe'),
    IsMultipart: (each) => each.isMultipart,
    IsAlwaysOn: () => false,
    SendLimit: () => 0,
    'EmailSendDefinition.ObjectID': (each) => each.definition?.objectId,
    'EmailSendDefinition.CustomerKey': (each) => each.definition?.key,
  };
}

/** A send changes for as long as it is at work. */
function lastChange(each: Send, now: number): number {
  return (
    progressOf(each, now).finishedAt ?? Math.max(each.createdAt, Math.min(now, each.orders.at(-1)?.at ?? now))
  );
}

/** The states in which each order can be given. */
const allowedIn: Readonly<Record<SendOrder['action'], readonly string[]>> = {
  pause: ['Scheduled', 'Sending'],
  resume: ['Paused'],
  cancel: ['Scheduled', 'Sending', 'Paused'],
};

/** The actions, and that without an ID they are ignored, are documented; the messages were never recorded. */
function order(write: Write, action: SendOrder['action']): Performed {
  const { org, account, object, now } = write;
  if (!object.has('ID')) {
    write.trap('action-without-id', `The send to ${action} is named by no ID.`);
    return { ok: true, message: 'Send performed', echo: object };
  }
  const found = org.sends.find(object.number('ID', 0), now);
  if (found?.mid !== account.mid) return refused(3, 'The send does not exist.', object);
  const { status } = progressOf(found, now);
  if (!allowedIn[action].includes(status)) {
    return refused(2, `A send with the status ${status} cannot be given the action ${action}.`, object);
  }
  org.sends.order(found, { at: now, action });
  return { ok: true, message: 'Send performed', echo: object };
}
