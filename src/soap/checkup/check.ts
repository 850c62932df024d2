/** What a check-up of a connection finds, step by step. */
import type { UserInfo } from '../auth/userInfo.ts';
import type { MarketingCloudError } from '../errors.ts';
import type { ScopeReport } from './scopes.ts';

/** What each step learns when it goes well. */
export interface CheckFacts {
  /** `lookedUp` is false when the name means nothing to this machine, but something on the way knew it: a proxy. */
  readonly address: { readonly host: string; readonly lookedUp: boolean };
  /** Milliseconds that it took, and for which it is used. */
  readonly token: { readonly took: number; readonly goodFor: number };
  readonly scopes: ScopeReport;
  readonly identity: UserInfo;
  /** `status` is the service's own word, e.g. `OK`. */
  readonly service: { readonly host: string; readonly status: string; readonly took: number };
  /** How many business units the token lets one see. */
  readonly businessUnits: { readonly count: number };
  /** Milliseconds that this machine's clock is ahead of the service's; exact to a second. */
  readonly clock: { readonly ahead: number };
}

export type CheckStep = keyof CheckFacts;

/** How a step ended. `skipped`: what comes before it failed, or it does not apply. */
export type CheckOutcome<Facts> =
  { readonly facts: Facts } | { readonly error: MarketingCloudError } | { readonly skipped: true };

export type Check = {
  [Step in CheckStep]: { readonly step: Step; readonly outcome: CheckOutcome<CheckFacts[Step]> };
}[CheckStep];
