/**
 * Writing subscribers. The messages of success and that of a subscriber who is there already are recorded, the error
 * codes are documented, and the other texts are inferred.
 */
import type { ApiStruct } from '../message/value.ts';
import { attributeNamed, type ProfileAttribute, type Subscriber } from '../org/people.ts';
import type { Write } from './apiObject.ts';
import { changeMemberships, membershipProblem, putOnEverybodysList } from './memberships.ts';
import { subscriberNamed } from './named.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

export function createSubscriber(write: Write): Outcome {
  const { object, saveAction } = write;
  const found = subscriberNamed(write, write.object);
  if (found !== undefined && saveAction === 'UpdateAdd') return change(write, found, 'Created Subscriber.');
  if (found !== undefined) return refused(12014, 'The subscriber is already on the list', object);
  return add(write, 'Created Subscriber.');
}

export function updateSubscriber(write: Write): Outcome {
  const found = subscriberNamed(write, write.object);
  if (found !== undefined) return change(write, found, 'Updated Subscriber.');
  if (write.saveAction === 'UpdateAdd') return add(write, 'Updated Subscriber.');
  return refused(12001, 'The subscriber was not found.', write.object);
}

/** Deletes from the account and all its lists. The result shows no object (recorded). */
export function deleteSubscriber(write: Write): Outcome {
  const { org } = write;
  const found = subscriberNamed(write, write.object);
  if (found === undefined) return refused(12001, 'The subscriber was not found.', write.object);
  for (const list of org.lists.all()) list.members.delete(found.id);
  org.subscribers.remove(found);
  return { ok: true, message: 'Subscriber deleted' };
}

function add(write: Write, message: string): Outcome {
  const { org, account, object, now } = write;
  const email = object.text('EmailAddress', '');
  const status = object.text('Status', 'Active');
  const problem =
    emailProblem(email) ?? statusProblem(status) ?? membershipProblem(write) ?? attributeProblem(write, true);
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
    attributes: new Map(defaultsOf(org.profileAttributes)),
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
  const problem =
    (email === found.email ? undefined : emailProblem(email)) ??
    membershipProblem(write) ??
    attributeProblem(write, false);
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

/** What is wrong with the attributes of a write; the codes are documented, the texts inferred. */
function attributeProblem({ org, object, trap }: Write, isNew: boolean): Outcome | undefined {
  const given = object.structs('Attributes');
  for (const name of given.map((attribute) => attribute.text('Name', ''))) {
    if (attributeNamed(org.profileAttributes, name) === undefined) {
      trap('unknown-attribute', `There is no profile attribute "${name}": its value is dropped.`);
    }
  }
  for (const attribute of org.profileAttributes) {
    const value = given.find((each) => sameName(each.text('Name', ''), attribute.name))?.text('Value', '');
    const problem = valueProblem(attribute, value ?? (isNew ? attribute.defaultValue : undefined));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** @param value undefined for one that stays as it is. */
function valueProblem(
  { name, isRequired, options }: ProfileAttribute,
  value: string | undefined,
): Outcome | undefined {
  if (value === undefined) return undefined;
  if (value === '') return isRequired ? refused(12006, `The attribute ${name} is required.`) : undefined;
  const fits = options.length === 0 || options.some((option) => option.value === value);
  return fits ? undefined : refused(12004, `The value of the attribute ${name} is not one of its choices.`);
}

function defaultsOf(attributes: readonly ProfileAttribute[]): [string, string][] {
  return attributes
    .filter(({ defaultValue }) => defaultValue !== '')
    .map(({ name, defaultValue }) => [name, defaultValue]);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Attributes that the account does not have are dropped without a word (documented). */
function setAttributes({ org, object }: Write, subscriber: Subscriber): void {
  for (const attribute of object.structs('Attributes')) {
    const known = attributeNamed(org.profileAttributes, attribute.text('Name', ''));
    if (known !== undefined) subscriber.attributes.set(known.name, attribute.text('Value', ''));
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
