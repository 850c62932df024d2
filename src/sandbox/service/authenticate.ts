/** Stage 5 of a SOAP request: whose it is, by its token or by a user's name and password. */
import { faults, type Fault } from '../message/fault.ts';
import type { Account } from '../org/account.ts';
import type { Org } from '../org/org.ts';
import { mayUse, type User } from '../org/user.ts';
import type { AccessTokens } from './accessTokens.ts';
import type { Credentials } from './envelope.ts';
import { packageScopes, unpackedScopes } from './scopes.ts';

/** Who calls, and what it may do. */
export interface Caller {
  readonly account: Account;
  readonly scopes: ReadonlySet<string>;
  readonly user: User | undefined;
}

/** Who calls. Missing or unknown credentials and a token that has run out are different faults (recorded). */
export function authenticate(
  service: { readonly tokens: AccessTokens; readonly org: Org },
  { token, user }: Credentials,
): Caller | Fault {
  if (token !== undefined) return byToken(service, token);
  return user === undefined ? faults.loginFailed() : byPassword(service.org, user);
}

function byToken(
  { tokens, org }: { readonly tokens: AccessTokens; readonly org: Org },
  token: string,
): Caller | Fault {
  const grant = tokens.read(token);
  const account = grant === undefined ? undefined : org.account(grant.mid);
  if (grant === undefined || account === undefined) return faults.loginFailed();
  if (grant.expiresAt <= org.clock.now()) return faults.tokenExpired();
  const user =
    grant.userId === undefined ? undefined : org.users.find(org.enterprise.mid, 'id', grant.userId);
  if (grant.userId !== undefined && (user === undefined || !mayUse(user, account.mid))) {
    return faults.loginFailed();
  }
  return { account, scopes: unpackedScopes(grant.scopes), user };
}

/** The legacy way: an API user's name and password. It acts in the user's own business unit with every right. */
function byPassword(org: Org, { name, password }: { name: string; password: string }): Caller | Fault {
  const user = org.users.find(org.enterprise.mid, 'userId', name);
  const account = user === undefined ? undefined : org.account(user.defaultMid);
  const fits = user?.password === password && user.isApiUser && !user.mustChangePassword;
  if (account === undefined || !fits || !mayUse(user, account.mid)) return faults.loginFailed();
  user.lastLogin = org.clock.now();
  return { account, scopes: new Set(packageScopes), user };
}
