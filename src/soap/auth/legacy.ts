/** The older ways in: a token given by the caller, a user name and its password, a package of before 2019. */
import { MarketingCloudError } from '../errors.ts';
import type { Transport } from '../transport/transport.ts';
import { RenewedToken } from './renewedToken.ts';
import { notTokenService, postJson, usableTime } from './tokenEndpoint.ts';
import type { AccessToken, TokenSource } from './tokenSource.ts';

/** A token that somebody else fetched and nobody here can renew. */
export function givenToken(given: { readonly value: string; readonly soapAddress: string }): TokenSource {
  const token: AccessToken = { ...given, expiresAt: Infinity, scopes: [] };
  let isRejected = false;
  return {
    token: () =>
      isRejected
        ? Promise.reject(
            new MarketingCloudError('token-expired', 'The access token that was given has expired.'),
          )
        : Promise.resolve(token),
    reject: () => {
      isRejected = true;
    },
  };
}

export interface UserName {
  readonly userName: string;
  /** Read for each call, so that a password need not be held in memory. */
  readonly password: () => Promise<string>;
  /** E.g. `https://webservice.s4.exacttarget.com/Service.asmx`, or the tenant's own. */
  readonly soapAddress: string;
}

/** The legacy WS-Security user name: its password travels with every call. */
export function userNameToken({ userName, password, soapAddress }: UserName): TokenSource {
  return {
    token: async () => ({
      value: await password(),
      userName,
      expiresAt: Infinity,
      soapAddress,
      scopes: [],
    }),
    // There is no other one to be had: the next call says what is wrong with it.
    reject: () => undefined,
  };
}

export interface LegacyPackage {
  readonly clientId: string;
  /** Read each time that a token is asked for. */
  readonly clientSecret: () => Promise<string>;
  /** E.g. `https://webservice.s4.exacttarget.com/Service.asmx`. */
  readonly soapAddress: string;
  /** Base address of the token service; the one of all legacy packages when left out. */
  readonly authAddress?: string;
}

/** Tokens for a package of before 2019, which has no tenant's address. */
export function legacyPackageToken(
  legacyPackage: LegacyPackage,
  { transport, now = Date.now }: { readonly transport: Transport; readonly now?: () => number },
): TokenSource {
  const {
    clientId,
    clientSecret,
    soapAddress,
    authAddress = 'https://auth.exacttargetapis.com/',
  } = legacyPackage;
  return new RenewedToken(async () => {
    const url = new URL('v1/requestToken', authAddress).href;
    const fields = { clientId, clientSecret: await clientSecret() };
    const { response, answer } = await postJson(transport, url, fields);
    const { host } = new URL(url);
    if (answer === undefined) throw notTokenService(response, host);
    const granted: LegacyAnswer = answer;
    if (typeof granted.accessToken !== 'string') {
      const words = typeof granted.message === 'string' ? granted.message : `HTTP ${String(response.status)}`;
      const code = response.status === 401 ? 'client-rejected' : 'token-refused';
      const facts = { operation: 'token', serverMessage: words, httpStatus: response.status, host };
      throw new MarketingCloudError(code, `${host} gave no token: ${words}`, facts);
    }
    const expiresAt = now() + usableTime(granted.expiresIn);
    return { value: granted.accessToken, expiresAt, soapAddress, scopes: [] };
  }, now);
}

/** Every member is checked before use. */
interface LegacyAnswer {
  readonly accessToken?: unknown;
  readonly expiresIn?: unknown;
  readonly message?: unknown;
}
