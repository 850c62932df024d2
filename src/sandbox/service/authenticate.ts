/** Stage 5 of a SOAP request: whose token it carries. */
import { faults, type Fault } from '../message/fault.ts';
import type { Account } from '../org/account.ts';
import type { Org } from '../org/org.ts';
import type { AccessTokens } from './accessTokens.ts';

/** The account of a token. A missing or unknown token and one that has run out are different faults (recorded). */
export function authenticate(
  service: { readonly tokens: AccessTokens; readonly org: Org },
  token: string | undefined,
): Account | Fault {
  const grant = token === undefined ? undefined : service.tokens.read(token);
  const account = grant === undefined ? undefined : service.org.account(grant.mid);
  if (grant === undefined || account === undefined) return faults.loginFailed();
  return grant.expiresAt <= service.org.clock.now() ? faults.tokenExpired() : account;
}
