/** Finds the objects of an account that a structure names: by its key, its GUID, its number or its name. */
import type { ApiStruct } from '../message/value.ts';
import type { Collection, Owned } from '../org/collection.ts';
import type { Email, SendClassification } from '../org/content.ts';
import type { DataExtension } from '../org/dataExtension.ts';
import type { List, Subscriber } from '../org/people.ts';
import type { Write } from './apiObject.ts';

type Place = Pick<Write, 'org' | 'account'>;

/** The item by the first member that has a text; the others do not count then, as in the service (inferred). */
export function itemNamed<Item extends Owned, Index extends string>(
  collection: Collection<Item, Index>,
  { account }: Pick<Place, 'account'>,
  struct: ApiStruct | undefined,
  indexes: Readonly<Record<string, Index>>,
): Item | undefined {
  for (const [member, index] of Object.entries<Index>(indexes)) {
    const value = struct?.text(member);
    if (value !== undefined && value !== '') return collection.find(account.mid, index, value);
  }
  return undefined;
}

export function emailNamed(place: Place, struct: ApiStruct | undefined): Email | undefined {
  return itemNamed(place.org.emails, place, struct, { ID: 'id', CustomerKey: 'key' });
}

export function classificationNamed(
  place: Place,
  struct: ApiStruct | undefined,
): SendClassification | undefined {
  const indexes = { CustomerKey: 'key', ObjectID: 'objectId' } as const;
  return itemNamed(place.org.sendClassifications, place, struct, indexes);
}

export function listNamed(place: Place, struct: ApiStruct | undefined): List | undefined {
  const indexes = { ID: 'id', CustomerKey: 'key', ObjectID: 'objectId' } as const;
  return itemNamed(place.org.lists, place, struct, indexes);
}

export function extensionNamed(place: Place, struct: ApiStruct | undefined): DataExtension | undefined {
  const indexes = { CustomerKey: 'key', ObjectID: 'objectId', Name: 'name' } as const;
  return itemNamed(place.org.dataExtensions, place, struct, indexes);
}

export function subscriberNamed(place: Place, struct: ApiStruct | undefined): Subscriber | undefined {
  const indexes = { SubscriberKey: 'key', ID: 'id', EmailAddress: 'email' } as const;
  return itemNamed(place.org.subscribers, place, struct, indexes);
}

/** The ID of the root folder of a kind of content. */
export function rootFolder({ org, account }: Place, contentType: string): number | undefined {
  for (const folder of org.folders.all()) {
    const isRoot = folder.mid === account.mid && folder.contentType === contentType && folder.parentId === 0;
    if (isRoot) return folder.id;
  }
  return undefined;
}
