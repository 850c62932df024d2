/**
 * What a business unit sees of its enterprise: what is shared with it, when it asks for all accounts (observed of
 * folders, inferred of the rest), or names the enterprise, as published programs do for the rows of shared data
 * extensions. Without either it sees nothing of it.
 */
import type { ApiStruct } from '../message/value.ts';
import { ownedBy, type Owned } from '../org/collection.ts';
import type { DataExtension } from '../org/dataExtension.ts';
import { isSharedExtension } from '../org/sharing.ts';
import type { RetrieveScope, Write } from './apiObject.ts';
import { extensionNamed } from './named.ts';

type Asked = Pick<RetrieveScope, 'caller' | 'accounts' | 'allAccounts'>;

/** The items that a retrieve can find: those of its accounts, and what is shared of those of the enterprise. */
export function* visibleTo<Item extends Owned>(
  { caller: { parent }, accounts, allAccounts }: Asked,
  items: () => Iterable<Item>,
  isShared: (item: Item) => boolean,
): Iterable<Item> {
  yield* ownedBy(
    items(),
    accounts.filter((account) => account !== parent),
  );
  if (parent === undefined || !(allAccounts || accounts.includes(parent))) return;
  for (const item of ownedBy(items(), [parent])) if (isShared(item)) yield item;
}

/** The data extensions that a retrieve can find. */
export function visibleExtensions(scope: RetrieveScope): Iterable<DataExtension> {
  const { org } = scope;
  return visibleTo(
    scope,
    () => org.dataExtensions.all(),
    (extension) => isSharedExtension(org, extension),
  );
}

type Place = Pick<RetrieveScope, 'org' | 'caller' | 'trap'>;

/** The data extension whose rows are meant, by its key or, as older documentation has it, its name. */
export function extensionIn(
  { org, caller }: Place,
  accounts: readonly { readonly mid: number }[],
  keyOrName: string,
): DataExtension | undefined {
  for (const index of ['key', 'name'] as const) {
    for (const { mid } of accounts) {
      const found = org.dataExtensions.find(mid, index, keyOrName);
      const isOwn = mid !== caller.parent?.mid;
      if (found !== undefined && (isOwn || isSharedExtension(org, found))) return found;
    }
  }
  return undefined;
}

/** Tells who found no data extension that the enterprise shares one of that key, and how to get at it. */
export function tellOfShared(place: Place, keyOrName: string): void {
  const { parent } = place.caller;
  const shared = parent === undefined ? undefined : extensionIn(place, [parent], keyOrName);
  if (parent === undefined || shared === undefined) return;
  place.trap('shared-rows', `${shared.key} is shared by the enterprise, whose MID is ${String(parent.mid)}.`);
}

/**
 * The data extension that a structure names, of the account or shared with it: queries can fill either, as a public
 * tool has met them.
 */
export function usableExtension(
  { org, account }: Pick<Write, 'org' | 'account'>,
  struct: ApiStruct | undefined,
): DataExtension | undefined {
  const own = extensionNamed({ org, account }, struct);
  if (own !== undefined || account.parent === undefined) return own;
  const shared = extensionNamed({ org, account: account.parent }, struct);
  return shared !== undefined && isSharedExtension(org, shared) ? shared : undefined;
}
