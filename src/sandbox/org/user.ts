/** Users: the people and programs that can sign in. They belong to the enterprise. */
import type { Owned } from './collection.ts';
import type { TimeZone } from './timeZones.ts';

export interface User extends Owned {
  /** The number that `Client.CreatedBy` and others name. */
  readonly id: number;
  key: string;
  /** The user name to sign in with. */
  userId: string;
  /** Kept as it is: a sandbox's passwords protect nothing. */
  password: string;
  name: string;
  email: string;
  isActive: boolean;
  isLocked: boolean;
  /** Whether it may call the API with its user name and password. */
  isApiUser: boolean;
  mustChangePassword: boolean;
  notificationEmail: string;
  /** The business unit that it begins in. */
  defaultMid: number;
  /** Every business unit that it can be used in. */
  businessUnits: readonly number[];
  roleKeys: readonly string[];
  timeZone: TimeZone;
  lastLogin: number | undefined;
  readonly createdAt: number;
  modifiedAt: number;
}

/** True when a user can act in an account now. */
export function mayUse(user: User, mid: number): boolean {
  return user.isActive && !user.isLocked && user.businessUnits.includes(mid);
}
