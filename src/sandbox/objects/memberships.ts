/** The `Lists` of a subscriber that is written: on which lists to put it, and from which to take it. */
import type { ApiStruct } from '../message/value.ts';
import type { Org } from '../org/org.ts';
import { everybodysList, type List, type Subscriber } from '../org/people.ts';
import type { Write } from './apiObject.ts';
import { refused, type Outcome } from './outcome.ts';

interface ListChange {
  readonly list: List;
  readonly status: string | undefined;
  readonly action: string;
}

/** What is wrong with the lists of a write; the codes are documented, the texts inferred. */
export function membershipProblem(write: Write): Outcome | undefined {
  for (const struct of write.object.structs('Lists')) {
    const action = struct.text('Action', '').toLowerCase();
    if (!['', 'create', 'update', 'delete', 'upsert', 'deleteall'].includes(action)) {
      return refused(3, `The action ${action} is not one of create, update, delete, upsert and deleteall.`);
    }
    if (action === 'deleteall') continue;
    const list = listOf(write, struct);
    if (list === undefined) return refused(13004, `The list ${struct.text('ID') ?? ''} does not exist.`);
  }
  return undefined;
}

/** Carries out the changes; `membershipProblem` has found nothing against them. */
export function changeMemberships(write: Write, subscriber: Subscriber, defaultAction: string): void {
  const { org, now } = write;
  for (const struct of write.object.structs('Lists')) {
    const action = struct.text('Action', defaultAction).toLowerCase();
    const list = listOf(write, struct);
    const status = struct.text('Status');
    if (action === 'deleteall') removeFromAll(org, subscriber);
    else if (list !== undefined) changeMembership(org, subscriber, { list, status, action }, now);
  }
}

function changeMembership(org: Org, subscriber: Subscriber, change: ListChange, now: number): void {
  const { list, status, action } = change;
  const known = list.members.get(subscriber.id);
  if (action === 'delete') {
    list.members.delete(subscriber.id);
  } else if (known === undefined) {
    if (action !== 'update') putOnList(org, list, subscriber, { status: status ?? 'Active', now });
  } else {
    known.unsubscribedAt = status === 'Unsubscribed' ? now : known.unsubscribedAt;
    known.status = status ?? known.status;
    known.modifiedAt = now;
  }
}

/** Adds a membership. */
export function putOnList(
  org: Org,
  list: List,
  subscriber: Subscriber,
  { status, now }: { readonly status: string; readonly now: number },
): void {
  list.members.set(subscriber.id, {
    id: org.nextId('membership'),
    subscriber,
    status,
    createdAt: now,
    modifiedAt: now,
    unsubscribedAt: status === 'Unsubscribed' ? now : undefined,
  });
}

/** Everybody is on the account's list of all subscribers. */
export function putOnEverybodysList(org: Org, subscriber: Subscriber, now: number): void {
  for (const list of org.lists.all()) {
    const isIt = list.mid === subscriber.mid && list.name === everybodysList;
    if (isIt) putOnList(org, list, subscriber, { status: subscriber.status, now });
  }
}

/** Takes a subscriber off all lists but that of all subscribers, which only a delete leaves. */
function removeFromAll(org: Org, subscriber: Subscriber): void {
  for (const list of org.lists.all()) {
    if (list.name !== everybodysList) list.members.delete(subscriber.id);
  }
}

function listOf({ org, account }: Write, struct: ApiStruct): List | undefined {
  const id = struct.number('ID') ?? struct.struct('List')?.number('ID');
  return id === undefined ? undefined : org.lists.find(account.mid, 'id', id);
}
