/** Goes through a connection from the outside in, and says of each step how it went. */
import { lookup } from 'node:dns/promises';
import type { AccessToken, TokenSource } from '../auth/tokenSource.ts';
import { fetchUserInfo } from '../auth/userInfo.ts';
import { canResolve } from '../auth/verifyAccess.ts';
import { SoapClient } from '../client.ts';
import { MarketingCloudError } from '../errors.ts';
import type { Transport } from '../transport/transport.ts';
import type { Check, CheckFacts, CheckOutcome } from './check.ts';
import { ClockWatch } from './clockWatch.ts';
import { judgeScopes } from './scopes.ts';

export interface CheckupSubject {
  /** Makes the source of the connection's tokens over the transport that it is given. */
  readonly tokens: (transport: Transport) => TokenSource;
  readonly transport: Transport;
  /** Base address of the token service; undefined for a way of signing in that asks nobody. */
  readonly authAddress?: string;
  /** True when the connection is meant to write nothing. */
  readonly readOnly: boolean;
}

interface Options {
  readonly signal?: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Whether a host's name has an address. */
  readonly resolves?: (host: string) => Promise<boolean>;
  /** Whether any name can be looked up. */
  readonly isOnline?: () => Promise<boolean>;
}

/**
 * Checks a connection: each step is told as soon as it has ended, all of them in one order, whatever fails.
 * Nothing is written, and each question is asked once.
 * @throws whatever is no MarketingCloudError.
 */
export async function* checkConnection(
  subject: CheckupSubject,
  options: Options = {},
): AsyncGenerator<Check> {
  const { now = Date.now, resolves = canLookUp, isOnline = canResolve, signal } = options;
  const call = signal === undefined ? {} : { signal };
  const watch = new ClockWatch(subject.transport, now);
  const tokens = subject.tokens(watch);

  const began = now();
  const [known, token] = await Promise.all([
    addressKnown(subject.authAddress, resolves),
    attempt(() => tokens.token(signal)),
  ]);
  yield {
    step: 'address',
    outcome: addressOutcome(subject.authAddress, known, token, await online(token, isOnline)),
  };
  if (!('facts' in token)) {
    yield { step: 'token', outcome: token };
    for (const step of ['scopes', 'identity', 'service', 'businessUnits'] as const) {
      yield { step, outcome: skipped };
    }
    yield { step: 'clock', outcome: clockOutcome(watch) };
    return;
  }
  const { facts: value } = token;
  yield {
    step: 'token',
    outcome: { facts: { took: now() - began, goodFor: Math.max(0, value.expiresAt - now()) } },
  };
  yield {
    step: 'scopes',
    outcome: value.scopes.length === 0 ? skipped : { facts: judgeScopes(value.scopes, subject.readOnly) },
  };
  yield { step: 'identity', outcome: await identityOutcome(subject, watch, value, signal) };

  const client = new SoapClient({ tokens, transport: watch, attempts: 1 });
  const asked = now();
  yield {
    step: 'service',
    outcome: await attempt(async () => {
      const { status } = await client.systemStatus(call);
      return { host: new URL(value.soapAddress).host, status, took: now() - asked };
    }),
  };
  yield {
    step: 'businessUnits',
    outcome: await attempt(async () => {
      const query = { objectType: 'BusinessUnit', properties: ['ID'], queryAllAccounts: true };
      return { count: (await client.retrieveAll(query, call)).length };
    }),
  };
  yield { step: 'clock', outcome: clockOutcome(watch) };
}

const skipped = { skipped: true } as const;

type Attempt<Facts> = { readonly facts: Facts } | { readonly error: MarketingCloudError };

async function attempt<Facts>(work: () => Promise<Facts>): Promise<Attempt<Facts>> {
  try {
    return { facts: await work() };
  } catch (error) {
    if (error instanceof MarketingCloudError) return { error };
    throw error;
  }
}

async function addressKnown(
  address: string | undefined,
  resolves: (host: string) => Promise<boolean>,
): Promise<boolean> {
  return address === undefined || resolves(new URL(address).hostname);
}

/** Without a failure there is nothing to find out. */
async function online(token: Attempt<AccessToken>, isOnline: () => Promise<boolean>): Promise<boolean> {
  return 'facts' in token || token.error.code !== 'host-not-found' || isOnline();
}

/** A name that is not known here may be known to a proxy: what became of the token tells. */
function addressOutcome(
  address: string | undefined,
  lookedUp: boolean,
  token: Attempt<AccessToken>,
  isOnline: boolean,
): CheckOutcome<CheckFacts['address']> {
  if (address === undefined) return skipped;
  const { host } = new URL(address);
  if (lookedUp || 'facts' in token || token.error.code !== 'host-not-found')
    return { facts: { host, lookedUp } };
  if (isOnline) return { error: token.error };
  return { error: new MarketingCloudError('offline', 'No host name can be looked up.', token.error.facts) };
}

async function identityOutcome(
  { authAddress }: CheckupSubject,
  transport: Transport,
  token: AccessToken,
  signal: AbortSignal | undefined,
): Promise<CheckOutcome<CheckFacts['identity']>> {
  if (authAddress === undefined || token.userName !== undefined) return skipped;
  return attempt(() => fetchUserInfo(transport, authAddress, token, signal));
}

function clockOutcome({ ahead }: ClockWatch): CheckOutcome<CheckFacts['clock']> {
  return ahead === undefined ? skipped : { facts: { ahead } };
}

async function canLookUp(host: string): Promise<boolean> {
  try {
    await lookup(host.replace(/^\[|\]$/g, ''));
    return true;
  } catch {
    return false;
  }
}
