/** `GET /v2/userinfo`: whom a token belongs to. The names of the fields are documented. */
import type { Account } from '../org/account.ts';
import { serverZone, type TimeZone } from '../org/timeZones.ts';
import type { User } from '../org/user.ts';
import type { Grant } from '../service/accessTokens.ts';
import { unpackedScopes } from '../service/scopes.ts';
import { offsetAt } from '../zones.ts';
import { jsonReply, type HttpReply, type HttpRequest } from './exchange.ts';
import { clientIds } from './token/clients.ts';
import type { TokenService } from './token/service.ts';

export function answerUserinfo(service: TokenService, request: HttpRequest): HttpReply {
  const token = /^Bearer +(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  const grant = token === undefined ? undefined : service.tokens.read(token);
  const account = grant === undefined ? undefined : service.org.account(grant.mid);
  if (grant === undefined || account === undefined || grant.expiresAt <= service.org.clock.now()) {
    // Recorded for a REST call whose token has run out.
    const documentation = 'https://developer.salesforce.com/docs';
    return jsonReply(401, { documentation, errorcode: 0, message: 'Not Authorized' });
  }
  return jsonReply(200, userinfo(service, account, grant));
}

/** The shape is documented; the words for the service's own zone, which has no daylight saving, are too. */
function zoneOf({ id, name, zone }: TimeZone, now: number): object {
  if (id === serverZone.id) {
    const longName = '(GMT-06:00) Central Time (No Daylight Savings)';
    return { zoneinfo: zone, timezone: { longName, shortName: 'CST', offset: -6, dst: false } };
  }
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  const shortName = format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const offset = offsetAt(zone, now) / 3_600_000;
  return { zoneinfo: zone, timezone: { longName: name, shortName, offset, dst: name.endsWith('*') } };
}

function userinfo(service: TokenService, account: Account, grant: Grant): object {
  const { org, address } = service;
  const zone = zoneOf(account.timeZone, org.clock.now());
  const locale = { locale: account.locale, ...zone };
  const user =
    grant.userId === undefined ? undefined : org.users.find(org.enterprise.mid, 'id', grant.userId);
  return {
    exp: Math.floor(grant.expiresAt / 1000),
    iss: address,
    user: { ...whoIs(account, user), ...locale },
    organization: {
      member_id: account.mid,
      enterprise_id: org.enterprise.mid,
      enterprise_name: org.enterprise.name,
      account_type: account === org.enterprise ? 'Enterprise 2.0' : 'Business Unit',
      stack_key: 'S0',
      region: 'Local',
      ...locale,
    },
    // Without a slash at the end here, with one in the token's answer (documented).
    rest: { rest_instance_url: address, soap_instance_url: address },
    application: {
      id: clientIds[user === undefined ? 'server' : 'webApp'],
      name: 'Sandbox',
      redirectUrl: [],
      appScopes: [...unpackedScopes(grant.scopes)],
    },
    permissions: [],
  };
}

/** The user who signed in, or the package itself. */
function whoIs(account: Account, user: User | undefined): object {
  return {
    sub: String(user?.id ?? account.mid),
    name: user?.name ?? 'API User',
    preferred_username: user?.userId ?? `api-user@${String(account.mid)}`,
    email: user?.email ?? account.email,
  };
}
