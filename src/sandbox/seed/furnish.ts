/** What every account has from its first day on: root folders, a list of all subscribers, send classifications. */
import type { Account } from '../org/account.ts';
import type { Org } from '../org/org.ts';
import { ContentSeed } from './content.ts';
import { FolderTree } from './folders.ts';
import { addSubscribers } from './lists.ts';

export function furnish(org: Org, account: Account, now: number): void {
  const folders = new FolderTree(org, account);
  addSubscribers(org, account, folders, { first: 1, count: 0, lists: [], now });
  new ContentSeed(org, account, folders, now);
}
