/** LogUnsubEvent: enters that somebody left. Codes are documented, the text of success is recorded, others inferred. */
import type { Subscriber } from '../../org/people.ts';
import { refused, type Outcome } from '../outcome.ts';
import { noParameters, type ExecuteMethod, type ExecuteRequest } from './request.ts';

export const logUnsubEvent: ExecuteMethod = (request) => {
  const { org, account, now, parameter } = request;
  const named = ['SubscriberID', 'SubscriberKey', 'EmailAddress', 'JobID', 'ListID'];
  if (named.every((name) => parameter(name) === undefined)) return noParameters;
  const found = subscriberOf(request);
  if ('ok' in found) return found;
  const sendId = Number(parameter('JobID') ?? 0);
  if (sendId !== 0 && org.sends.find(sendId, now)?.mid !== account.mid) {
    return refused(400, 'The subscriber is not on that job.');
  }
  const listId = parameter('ListID');
  const problem = listId === undefined ? leaveAll(found, now) : leaveList(request, found, listId);
  if (problem !== undefined) return problem;
  org.loggedUnsubscribes.push({
    mid: account.mid,
    sendId,
    subscriberKey: found.key,
    at: now,
    listId: listId === undefined ? undefined : Number(listId),
  });
  return { ok: true, message: 'Event posted' };
};

/** The subscriber that every identifier given points at. */
function subscriberOf({ org, account, parameter }: ExecuteRequest): Subscriber | Outcome {
  const identifiers = [
    ['SubscriberID', 'id', 405],
    ['SubscriberKey', 'key', 406],
    ['EmailAddress', 'email', 407],
  ] as const;
  let found: Subscriber | undefined;
  for (const [name, index, code] of identifiers) {
    const value = parameter(name);
    if (value === undefined) continue;
    const subscriber = org.subscribers.find(account.mid, index, value);
    if (subscriber === undefined) return refused(400, 'The subscriber was not found.');
    if (found !== undefined && found !== subscriber) {
      return refused(code, `${name} points to another subscriber than the other identifiers.`);
    }
    found = subscriber;
  }
  return found ?? refused(403, 'SubscriberID, SubscriberKey or EmailAddress is required.');
}

function leaveAll(subscriber: Subscriber, now: number): Outcome | undefined {
  if (subscriber.status === 'Unsubscribed') return refused(401, 'The subscriber has left already.');
  subscriber.status = 'Unsubscribed';
  subscriber.unsubscribedAt = now;
  return undefined;
}

function leaveList(
  { org, account, now }: ExecuteRequest,
  subscriber: Subscriber,
  id: string,
): Outcome | undefined {
  const membership = org.lists.find(account.mid, 'id', id)?.members.get(subscriber.id);
  if (membership === undefined) return refused(409, 'The subscriber is not on that list.');
  if (membership.status === 'Unsubscribed') return refused(401, 'The subscriber has left that list already.');
  Object.assign(membership, { status: 'Unsubscribed', unsubscribedAt: now, modifiedAt: now });
  return undefined;
}
