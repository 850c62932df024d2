/** Addresses that the service has given to an account alone. */
import type { Owned } from './collection.ts';

export interface PrivateIP extends Owned {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** Its place among those of the account, from 1. */
  readonly ordinal: number;
  readonly address: string;
  readonly createdAt: number;
}
