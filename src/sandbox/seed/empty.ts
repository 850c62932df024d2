/** The empty seed: an enterprise with its root folders, its list of all subscribers and its classifications. */
import type { Clock } from '../clock.ts';
import { Org } from '../org/org.ts';
import { enterprise, profileAttributes } from './accounts.ts';
import { ContentSeed } from './content.ts';
import { FolderTree } from './folders.ts';
import { addSubscribers } from './lists.ts';
import { addUsers } from './users.ts';

export function emptyOrg(clock: Clock, randomSeed: number): Org {
  const org = new Org(clock, randomSeed, [enterprise], profileAttributes);
  const now = clock.now();
  const folders = new FolderTree(org, enterprise);
  addSubscribers(org, enterprise, folders, { first: 1, count: 0, lists: [], now });
  addUsers(org, []);
  new ContentSeed(org, enterprise, folders, now);
  return org;
}
