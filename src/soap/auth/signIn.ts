/** Signing in as a person: OAuth 2.0 authorization code with PKCE, and the refresh tokens that follow. */
import { createHash, randomBytes } from 'node:crypto';
import { MarketingCloudError } from '../errors.ts';
import { TargetLocks } from '../flow/targets.ts';
import type { Transport } from '../transport/transport.ts';
import { RenewedToken } from './renewedToken.ts';
import { requestToken, type TokenGrant } from './tokenEndpoint.ts';
import type { AccessToken, TokenSource } from './tokenSource.ts';

/** An installed package of type web app or public app. */
export interface SignInApp {
  /** Base address of the tenant's token service, e.g. `https://SUBDOMAIN.auth.marketingcloudapis.com/`. */
  readonly authAddress: string;
  readonly clientId: string;
  /** Of a web app; a public app has none. */
  readonly clientSecret?: () => Promise<string>;
  /** One of the addresses that the package names, to the letter. */
  readonly redirectUri: string;
  /** Scopes to ask for; all of the package when left out. `offline` keeps the refresh token after a sign-out. */
  readonly scopes?: readonly string[];
  /** False for a package whose tenant does not take a code challenge. */
  readonly pkce?: boolean;
}

/** A sign-in that has begun: its address is for a browser, the rest is to be kept until the person is back. */
export interface StartedSignIn {
  readonly address: string;
  /** Comes back with the person, so that nobody else's answer is taken for theirs. */
  readonly state: string;
  /** Proves to the token service that who asks for the token also began the sign-in. */
  readonly verifier: string;
}

/** What a sign-in gives. */
export interface SignedIn {
  readonly token: AccessToken;
  /** A secret that is good for weeks: it belongs into a secret store. */
  readonly refreshToken: string;
  /** Where the token service of this person's tenant is. */
  readonly authAddress: string;
}

interface Surroundings {
  readonly transport: Transport;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export function startSignIn(app: SignInApp): StartedSignIn {
  const state = randomBytes(16).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const url = new URL('v2/authorize', app.authAddress);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const parameters = {
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    state,
    ...(app.scopes === undefined ? {} : { scope: app.scopes.join(' ') }),
    ...(app.pkce === false ? {} : { code_challenge: challenge, code_challenge_method: 'S256' }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { address: url.href, state, verifier };
}

/**
 * Turns the address at which the person came back into a token.
 * @throws MarketingCloudError `sign-in-denied` when it was not allowed, `sign-in-mismatched` when the answer is to
 * another question, and what `requestToken` throws.
 */
export async function finishSignIn(
  app: SignInApp,
  started: StartedSignIn,
  returned: string,
  { transport, now = Date.now }: Surroundings,
): Promise<SignedIn> {
  const answer = new URL(returned).searchParams;
  const code = codeIn(answer, started.state);
  const authAddress = tenantAddress(app.authAddress, answer.get('tssd'));
  const fields = {
    ...(await identity(app)),
    grant_type: 'authorization_code',
    code,
    redirect_uri: app.redirectUri,
    code_verifier: app.pkce === false ? undefined : started.verifier,
  };
  const { token, refreshToken } = await requestToken({ transport, authAddress, fields, now });
  if (refreshToken === undefined) {
    throw new MarketingCloudError(
      'token-refused',
      'The sign-in gave no refresh token: the package may be of another type than web app or public app.',
      { operation: 'token' },
    );
  }
  return { token, refreshToken, authAddress };
}

function codeIn(answer: URLSearchParams, state: string): string {
  if (answer.get('state') !== state) throw mismatched('What came back does not belong to this sign-in.');
  const error = answer.get('error');
  if (error !== null) {
    const words = answer.get('error_description') ?? error;
    const errorCode = error === 'access_denied' ? 'sign-in-denied' : 'token-refused';
    throw new MarketingCloudError(errorCode, `The sign-in failed: ${words}`, {
      operation: 'token',
      serverMessage: words,
    });
  }
  const code = answer.get('code');
  if (code === null || code === '') throw mismatched('What came back has no code.');
  return code;
}

function mismatched(message: string): MarketingCloudError {
  return new MarketingCloudError('sign-in-mismatched', message, { operation: 'token' });
}

/** The tenant's subdomain comes back with the person: it can be another one than the package's (documented). */
function tenantAddress(authAddress: string, tenant: string | null): string {
  const domain = '.auth.marketingcloudapis.com';
  const isTenant = tenant !== null && /^[a-z0-9-]+$/i.test(tenant);
  if (!isTenant || !new URL(authAddress).hostname.endsWith(domain)) return authAddress;
  return `https://${tenant}${domain}/`;
}

async function identity(app: SignInApp): Promise<{ client_id: string; client_secret: string | undefined }> {
  return { client_id: app.clientId, client_secret: await app.clientSecret?.() };
}

/** Where the refresh token of a person is kept. */
export interface RefreshTokenStore {
  /** Undefined when the person has to sign in. */
  read(): Promise<string | undefined>;
  /** Each use of a refresh token gives another one, which takes its place. */
  write(refreshToken: string): Promise<void>;
}

/** A person who signed in: gives a token source for each business unit that they may work in. */
export class SignedInPerson {
  private readonly app: SignInApp;
  private readonly store: RefreshTokenStore;
  private readonly transport: Transport;
  private readonly now: () => number;
  /** A refresh token is good for one use, whatever business unit it is used for: one after another. */
  private readonly turns = new TargetLocks();

  constructor(app: SignInApp, store: RefreshTokenStore, { transport, now = Date.now }: Surroundings) {
    this.app = app;
    this.store = store;
    this.transport = transport;
    this.now = now;
  }

  /** @param accountId MID; the person's own business unit when left out. */
  tokens(accountId?: number): TokenSource {
    return new RenewedToken(
      () => this.turns.run(['refresh token'], async () => (await this.refresh(accountId)).token),
      this.now,
    );
  }

  private async refresh(accountId: number | undefined): Promise<TokenGrant> {
    const refreshToken = await this.store.read();
    if (refreshToken === undefined) {
      throw new MarketingCloudError('sign-in-needed', 'Nobody is signed in.', { operation: 'token' });
    }
    try {
      return await this.use(refreshToken, accountId);
    } catch (error) {
      // Another process that shares the store may have used it meanwhile: what that one was given is good.
      const newer = await this.store.read();
      if (newer === undefined || newer === refreshToken || !isUsedUp(error)) throw error;
      return this.use(newer, accountId);
    }
  }

  private async use(refreshToken: string, accountId: number | undefined): Promise<TokenGrant> {
    const fields = {
      ...(await identity(this.app)),
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      account_id: accountId === undefined ? undefined : String(accountId),
    };
    const { authAddress } = this.app;
    const grant = await requestToken({ transport: this.transport, authAddress, fields, now: this.now });
    // Kept before the token is used: the old one is spent.
    if (grant.refreshToken !== undefined) await this.store.write(grant.refreshToken);
    return grant;
  }
}

function isUsedUp(error: unknown): boolean {
  return error instanceof MarketingCloudError && error.code === 'sign-in-needed';
}
