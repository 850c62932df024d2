/** Accounts: the enterprise and its business units. */
import type { TimeZone } from './timeZones.ts';

export interface Account {
  /** The member ID by which everything refers to it. */
  readonly mid: number;
  /** `ENTERPRISE_2`, `BUSINESS_UNIT`, `PRO_CONNECT_CLIENT`, … */
  readonly type: string;
  name: string;
  readonly key: string;
  description: string;
  /** The enterprise of a business unit; undefined for the enterprise itself. */
  readonly parent: Account | undefined;
  email: string;
  fromName: string;
  businessName: string;
  address: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  phone: string;
  isActive: boolean;
  /** `ENTIRE_ENTERPRISE` or `BUSINESS_UNIT_ONLY`. */
  unsubscribeBehavior: string;
  /** An ISO language and country, `en-GB`. */
  locale: string;
  timeZone: TimeZone;
  readonly createdAt: number;
  modifiedAt: number;
}

/** True when a token of `from` may act in `target`: its own account, or a child of its own (documented). */
export function reaches(from: Account, target: Account): boolean {
  return target === from || target.parent === from;
}
