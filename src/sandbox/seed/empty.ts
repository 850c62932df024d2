/** The empty seed: an enterprise with its root folders, its list of all subscribers and its classifications. */
import type { Clock } from '../clock.ts';
import { Org } from '../org/org.ts';
import { enterprise, profileAttributes } from './accounts.ts';
import { furnish } from './furnish.ts';
import { addUsers } from './users.ts';

export function emptyOrg(clock: Clock, randomSeed: number): Org {
  const org = new Org(clock, randomSeed, [enterprise], profileAttributes);
  const now = clock.now();
  furnish(org, enterprise, now);
  addUsers(org, []);
  return org;
}
