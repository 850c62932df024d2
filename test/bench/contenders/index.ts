/** Everyone who is measured, in the order of the tables. Another one is one more file and one more row here. */
import type { Contender } from '../contender.ts';
import { fuelSoap } from './fuelSoap.ts';
import { nodeSoap } from './nodeSoap.ts';
import { ours } from './ours.ts';
import { rawUndici } from './rawUndici.ts';
import { sfmcSdk } from './sfmcSdk.ts';

export const contenders: readonly Contender[] = [rawUndici, ours, sfmcSdk, fuelSoap, nodeSoap];
