/** Who is on which list: the retrieves that tell, and the objects that change it. */
import * as l10n from '@vscode/l10n';
import type { RetrieveQuery, SoapClient, TypedObject } from '../../../soap/index.ts';
import { numberAt, serverTime, textAt, where, whereAnyOf, type SoapObject } from '../../../soap/pure.ts';

/** One subscriber on one list. */
export interface Membership {
  readonly key: string;
  readonly listId: number;
  /** `Active`, `Unsubscribed`, `Held`, `Bounced` … of this list. */
  readonly status: string;
  readonly created?: Date;
  readonly modified?: Date;
}

/** A membership with the name of its list. */
export interface NamedMembership extends Membership {
  readonly listName: string;
}

const properties = ['SubscriberKey', 'ListID', 'Status', 'CreatedDate', 'ModifiedDate'] as const;

export function readMembership(object: SoapObject): Membership {
  const created = serverTime(textAt(object, 'CreatedDate') ?? '');
  const modified = serverTime(textAt(object, 'ModifiedDate') ?? '');
  return {
    key: textAt(object, 'SubscriberKey') ?? '',
    listId: numberAt(object, 'ListID') ?? 0,
    status: textAt(object, 'Status') ?? '',
    ...(created === undefined ? {} : { created }),
    ...(modified === undefined ? {} : { modified }),
  };
}

/** The subscribers of a list, so many a page. */
export function membersQuery(listId: number, pageSize: number): RetrieveQuery {
  return {
    objectType: 'ListSubscriber',
    properties,
    filter: where('ListID', 'equals', listId),
    batchSize: pageSize,
  };
}

/**
 * Every list that a subscriber is on.
 * @param text a subscriber key or an e-mail address.
 * @throws MarketingCloudError
 */
export async function findMemberships(
  client: SoapClient,
  text: string,
  signal: AbortSignal,
): Promise<NamedMembership[]> {
  const subscribers = await client.retrieveAll(
    {
      objectType: 'Subscriber',
      properties: ['SubscriberKey'],
      filter: where('EmailAddress', 'equals', text),
    },
    { signal },
  );
  const keys = [
    ...new Set([text, ...subscribers.flatMap((object) => textAt(object, 'SubscriberKey') ?? [])]),
  ];
  const objects = await client.retrieveAll(
    { objectType: 'ListSubscriber', properties, filter: whereAnyOf('SubscriberKey', keys) },
    { signal },
  );
  const memberships = objects.map(readMembership);
  const names = await listNames(client, [...new Set(memberships.map(({ listId }) => listId))], signal);
  return memberships
    .map((one) => ({ ...one, listName: names.get(one.listId) ?? l10n.t('List {0}', one.listId) }))
    .sort((a, b) => a.listName.localeCompare(b.listName));
}

async function listNames(
  client: SoapClient,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const lists = await client.retrieveAll(
    { objectType: 'List', properties: ['ID', 'ListName'], filter: whereAnyOf('ID', ids) },
    { signal },
  );
  return new Map(lists.map((list) => [numberAt(list, 'ID') ?? 0, textAt(list, 'ListName') ?? '']));
}

/** Another status of a subscriber on one list; the subscriber's own status stays. */
export function statusChange({ key, listId }: Membership, status: string): TypedObject {
  return {
    $type: 'Subscriber',
    SubscriberKey: key,
    Lists: [{ ID: listId, Status: status, Action: 'update' }],
  };
}

/** Takes a subscriber from one list. */
export function removal({ key, listId }: Membership): TypedObject {
  return { $type: 'Subscriber', SubscriberKey: key, Lists: [{ ID: listId, Action: 'delete' }] };
}

/** Puts a subscriber on a list, known to the account or not; to be written as an upsert. */
export function addition(key: string, email: string, listId: number): TypedObject {
  return {
    $type: 'Subscriber',
    SubscriberKey: key,
    EmailAddress: email,
    Lists: [{ ID: listId, Status: 'Active', Action: 'create' }],
  };
}
