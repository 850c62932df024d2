/**
 * Writing subscribers. The messages of success and that of a subscriber who is there already are recorded, the error
 * codes are documented, and the other texts are inferred.
 */
import type { ApiStruct } from '../message/value.ts';
import type { Subscriber } from '../org/people.ts';
import type { Write } from './apiObject.ts';
import { changeMemberships, membershipProblem, putOnEverybodysList } from './memberships.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

export function createSubscriber(write: Write): Outcome {
  const { object, saveAction } = write;
  const found = subscriberOf(write);
  if (found !== undefined && saveAction === 'UpdateAdd') return change(write, found, 'Created Subscriber.');
  if (found !== undefined) return refused(12014, 'The subscriber is already on the list', object);
  return add(write, 'Created Subscriber.');
}

export function updateSubscriber(write: Write): Outcome {
  const found = subscriberOf(write);
  if (found !== undefined) return change(write, found, 'Updated Subscriber.');
  if (write.saveAction === 'UpdateAdd') return add(write, 'Updated Subscriber.');
  return refused(12001, 'The subscriber was not found.', write.object);
}

/** Deletes from the account and all its lists. The result shows no object (recorded). */
export function deleteSubscriber(write: Write): Outcome {
  const { org } = write;
  const found = subscriberOf(write);
  if (found === undefined) return refused(12001, 'The subscriber was not found.', write.object);
  for (const list of org.lists.all()) list.members.delete(found.id);
  org.subscribers.remove(found);
  return { ok: true, message: 'Subscriber deleted' };
}

function subscriberOf({ org, account, object }: Write): Subscriber | undefined {
  for (const [member, index] of [
    ['SubscriberKey', 'key'],
    ['ID', 'id'],
    ['EmailAddress', 'email'],
  ] as const) {
    const value = object.text(member);
    if (value !== undefined && value !== '') return org.subscribers.find(account.mid, index, value);
  }
  return undefined;
}

function add(write: Write, message: string): Outcome {
  const { org, account, object, now } = write;
  const email = object.text('EmailAddress', '');
  const status = object.text('Status', 'Active');
  const problem = emailProblem(email) ?? statusProblem(status) ?? membershipProblem(write);
  if (problem !== undefined) return { ...problem, echo: object };
  const made: Subscriber = {
    mid: account.mid,
    id: org.nextId('subscriber'),
    key: object.text('SubscriberKey', email),
    email,
    status,
    emailType: object.text('EmailTypePreference', 'HTML'),
    createdAt: now,
    unsubscribedAt: status === 'Unsubscribed' ? now : undefined,
    attributes: new Map(),
  };
  setAttributes(write, made);
  org.subscribers.add(made);
  putOnEverybodysList(org, made, now);
  changeMemberships(write, made, 'create');
  return { ok: true, message, newId: made.id, echo: shown(write, made) };
}

function change(write: Write, found: Subscriber, message: string): Outcome {
  const { org, object, now } = write;
  const email = object.text('EmailAddress', found.email);
  const problem = (email === found.email ? undefined : emailProblem(email)) ?? membershipProblem(write);
  if (problem !== undefined) return { ...problem, echo: object };
  const status = object.text('Status', found.status);
  org.subscribers.update(found, () => {
    if (status !== found.status) found.unsubscribedAt = status === 'Unsubscribed' ? now : undefined;
    found.email = email;
    found.status = status;
    found.emailType = object.text('EmailTypePreference', found.emailType);
  });
  setAttributes(write, found);
  changeMemberships(write, found, 'upsert');
  return { ok: true, message, newId: found.id, echo: shown(write, found) };
}

function statusProblem(status: string): Outcome | undefined {
  if (status !== 'Bounced' && status !== 'Deleted') return undefined;
  return refused(12016, `A subscriber cannot be created with the status ${status}.`);
}

function emailProblem(email: string): Outcome | undefined {
  if (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email)) return undefined;
  return refused(12000, 'The email address is not valid.');
}

/** Attributes that the account does not have are dropped without a word (documented). */
function setAttributes({ org, object, note }: Write, subscriber: Subscriber): void {
  for (const attribute of object.structs('Attributes')) {
    const name = attribute.text('Name', '');
    const known = org.profileAttributes.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (known === undefined) note(`There is no profile attribute "${name}": its value is dropped.`);
    else subscriber.attributes.set(known.name, attribute.text('Value', ''));
  }
}

/** The object of a result: identifiers and nothing of the lists and attributes (recorded). */
function shown({ object }: Write, subscriber: Subscriber): ApiStruct {
  return echoOf(object, {
    ID: subscriber.id,
    SubscriberKey: subscriber.key,
    EmailAddress: subscriber.email,
    Attributes: undefined,
    Lists: undefined,
    Status: undefined,
    EmailTypePreference: undefined,
  });
}
