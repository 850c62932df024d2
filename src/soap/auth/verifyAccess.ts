/** Tries credentials before they are kept, and finds out which part of them is wrong. */
import { lookup } from 'node:dns/promises';
import { SoapClient } from '../client.ts';
import { MarketingCloudError } from '../errors.ts';
import type { Transport } from '../transport/transport.ts';
import type { TokenSource } from './tokenSource.ts';
import { ClientCredentialsSource, type ClientCredentials } from './clientCredentials.ts';
import { fetchUserInfo, type UserInfo } from './userInfo.ts';

interface Surroundings {
  readonly transport: Transport;
  readonly signal?: AbortSignal;
  /** Whether the name of a host that is always there can be looked up. */
  readonly isOnline?: () => Promise<boolean>;
}

/**
 * Makes the cheapest SOAP call, for ways of signing in that ask no token service.
 * @throws MarketingCloudError with any code; one attempt tells.
 */
export async function verifyTokens(
  tokens: TokenSource,
  { transport, signal }: Pick<Surroundings, 'transport' | 'signal'>,
): Promise<void> {
  await new SoapClient({ tokens, transport, attempts: 1 }).systemStatus(
    signal === undefined ? {} : { signal },
  );
}

/**
 * Fetches a token, asks whom it is for, and makes the cheapest SOAP call with it.
 * @throws MarketingCloudError `business-unit-rejected` when all would be well but for `accountId`, `offline` when no
 * host is found rather than this one, and every other code as it is.
 */
export async function verifyAccess(
  credentials: ClientCredentials,
  { transport, signal, isOnline = canResolve }: Surroundings,
): Promise<UserInfo> {
  const options = signal === undefined ? {} : { signal };
  const tokens = new ClientCredentialsSource(credentials, { transport });
  try {
    const token = await tokens.token(signal);
    const userInfo = await fetchUserInfo(transport, credentials.authAddress, token, signal);
    await verifyTokens(tokens, { transport, ...options });
    return userInfo;
  } catch (error) {
    throw error instanceof MarketingCloudError
      ? await moreExactly(error, credentials, { transport, isOnline, ...options })
      : error;
  }
}

async function moreExactly(
  error: MarketingCloudError,
  credentials: ClientCredentials,
  { transport, signal, isOnline }: Required<Pick<Surroundings, 'transport' | 'isOnline'>> & Surroundings,
): Promise<MarketingCloudError> {
  if (error.code === 'host-not-found' && !(await isOnline())) {
    return new MarketingCloudError('offline', 'No host name can be looked up.', error.facts, error);
  }
  const { accountId, ...anyBusinessUnit } = credentials;
  if (accountId === undefined) return error;
  const tokens = new ClientCredentialsSource(anyBusinessUnit, { transport });
  return whyRefused(error, { accountId, tokens, ...(signal === undefined ? {} : { signal }) });
}

/**
 * A refusal more exactly: `business-unit-rejected` when the same credentials are given a token for no business unit in
 * particular; the error as it is otherwise.
 * @param tokens of the credentials without a business unit.
 */
export async function whyRefused(
  error: MarketingCloudError,
  {
    accountId,
    tokens,
    signal,
  }: { readonly accountId: number; readonly tokens: TokenSource; readonly signal?: AbortSignal },
): Promise<MarketingCloudError> {
  if (error.code !== 'client-rejected' && error.code !== 'token-refused') return error;
  try {
    await tokens.token(signal);
  } catch {
    return error;
  }
  const message = `The credentials are good, but not for the business unit ${String(accountId)}.`;
  return new MarketingCloudError('business-unit-rejected', message, error.facts, error);
}

/** Whether the name of a host that is always there can be looked up. */
export async function canResolve(): Promise<boolean> {
  try {
    await lookup('www.salesforce.com');
    return true;
  } catch {
    return false;
  }
}
