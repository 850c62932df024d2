/** The table of seeds: what an org can hold at its start. A new seed is a file of its own and a row here. */
import type { Clock } from '../clock.ts';
import type { SeedName } from '../contracts.ts';
import type { Org } from '../org/org.ts';
import { demoOrg } from './demo.ts';
import { emptyOrg } from './empty.ts';
import { largeOrg } from './large.ts';

export const seeds: Readonly<Record<SeedName, (clock: Clock, randomSeed: number) => Org>> = {
  demo: demoOrg,
  empty: emptyOrg,
  large: largeOrg,
};
