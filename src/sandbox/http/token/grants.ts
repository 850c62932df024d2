/** The grants of the token endpoint. A new one is a row of the table at the end. */
import { reaches, type Account } from '../../org/account.ts';
import { mayUse } from '../../org/user.ts';
import { packageScopes, unpackedScopes } from '../../service/scopes.ts';
import type { PackageClient } from './clients.ts';
import { provesChallenge } from './codes.ts';
import { refusal, type Refusal } from './refusal.ts';
import type { TokenService } from './service.ts';

/** What a token is to be good for. */
export interface Granted {
  readonly account: Account;
  readonly scopes: readonly string[];
  /** The user who signed in: such a token comes with a refresh token. */
  readonly userId?: number;
}

type Fields = ReadonlyMap<string, string>;
type GrantHandler = (service: TokenService, client: PackageClient, fields: Fields) => Granted | Refusal;

const byPackage: GrantHandler = ({ org }, _client, fields) => {
  const mid = fields.get('account_id');
  // What the endpoint says to a wrong account_id is not known; OAuth has no better name for it than this.
  const account = mid === undefined ? org.enterprise : org.account(Number(mid));
  if (account === undefined || !reaches(org.enterprise, account)) {
    return refusal('invalid_request', `The account ${mid ?? ''} is not one that the package can be used in.`);
  }
  const scopes = scopesOf(fields, packageScopes);
  return Array.isArray(scopes) ? { account, scopes } : (scopes as Refusal);
};

const byCode: GrantHandler = (service, client, fields) => {
  const code = fields.get('code');
  if (code === undefined) return refusal('invalid_request', 'code is required.');
  const found = service.codes.take(code, service.org.clock.now());
  if (found?.clientId !== client.id) {
    return refusal('invalid_grant', 'The code is not valid, was used before, or is older than five minutes.');
  }
  if (found.redirectUri !== fields.get('redirect_uri')) {
    return refusal('invalid_grant', 'redirect_uri is not the one that the code was asked for with.');
  }
  if (!provesChallenge(found.challenge, fields.get('code_verifier'))) {
    return refusal('invalid_grant', 'code_verifier does not fit the code_challenge.');
  }
  return toUser(service, fields, found);
};

const byRefresh: GrantHandler = (service, client, fields) => {
  const grant = service.tokens.readRefresh(fields.get('refresh_token') ?? '');
  const isGood =
    grant?.clientId === client.id &&
    grant.expiresAt > service.org.clock.now() &&
    service.codes.spendRefresh(grant.serial);
  if (!isGood)
    return refusal('invalid_grant', 'The refresh token is not valid, has run out, or was used before.');
  const { mid, scopes, userId = 0 } = grant;
  return toUser(service, fields, { mid, userId, scopes: [...unpackedScopes(scopes)] });
};

/** Grants a user what was allowed at the sign-in, or less, in one of the user's business units. */
function toUser(
  { org }: TokenService,
  fields: Fields,
  allowed: { readonly mid: number; readonly userId: number; readonly scopes: readonly string[] },
): Granted | Refusal {
  const { userId } = allowed;
  const user = org.users.find(org.enterprise.mid, 'id', userId);
  const account = org.account(Number(fields.get('account_id') ?? allowed.mid));
  if (user === undefined || account === undefined || !mayUse(user, account.mid)) {
    return refusal('invalid_grant', 'The user is not active, or cannot be used in that business unit.');
  }
  const scopes = scopesOf(fields, allowed.scopes);
  return Array.isArray(scopes) ? { account, scopes, userId } : (scopes as Refusal);
}

/** The scopes that are asked for. None asked for means all of them; an empty text means none (documented). */
export function scopesOf(fields: Fields, most: readonly string[]): readonly string[] | Refusal {
  const wanted = fields
    .get('scope')
    ?.split(/\s+/)
    .filter((scope) => scope !== '');
  const unknown = wanted?.filter((scope) => !most.includes(scope)) ?? [];
  if (unknown.length > 0) return refusal('invalid_scope', `The package does not have: ${unknown.join(' ')}.`);
  return wanted ?? most;
}

export const grants: Readonly<Record<string, GrantHandler>> = {
  client_credentials: byPackage,
  authorization_code: byCode,
  refresh_token: byRefresh,
};
