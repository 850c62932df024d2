/** The table of seeds: what an org can hold at its start. A new seed is a file of its own and a row here. */
import type { Clock } from './clock.ts';
import type { SeedName } from './contracts.ts';
import type { Org } from './org/org.ts';
import { withWork } from './ownSeed/demoWork.ts';
import { demoOrg } from './seed/demo.ts';
import { emptyOrg } from './seed/empty.ts';
import { largeOrg } from './seed/large.ts';

export const seeds: Readonly<Record<SeedName, (clock: Clock, randomSeed: number) => Org>> = {
  demo: (clock, randomSeed) => withWork(demoOrg(clock, randomSeed)),
  empty: emptyOrg,
  large: largeOrg,
};
