/** Server-to-server access: a client id and a client secret for a token, by OAuth 2.0 client credentials. */
import { MarketingCloudError } from '../errors.ts';
import { SingleFlight } from '../flow/singleFlight.ts';
import { readText, type HttpResponse, type Transport } from '../transport/transport.ts';
import type { AccessToken, TokenSource } from './tokenSource.ts';

export interface ClientCredentials {
  /** Base address of the tenant's token service, e.g. `https://SUBDOMAIN.auth.marketingcloudapis.com/`. */
  readonly authAddress: string;
  readonly clientId: string;
  /** Read each time that a token is asked for, so that a secret need not be held in memory. */
  readonly clientSecret: () => Promise<string>;
  /** MID of the business unit that the token is for; without it the one in which the package was made. */
  readonly accountId?: number;
}

interface Surroundings {
  readonly transport: Transport;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** The share of a token's life after which a new one is fetched, so that no call meets its end. */
const usedShare = 0.85;
const tokenTimeout = 30_000;

/** What the token service answers; every member is checked before use. */
interface TokenAnswer {
  readonly access_token?: unknown;
  readonly expires_in?: unknown;
  readonly soap_instance_url?: unknown;
  readonly scope?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
}

/** Fetches, keeps and renews the token of one set of credentials. */
export class ClientCredentialsSource implements TokenSource {
  private readonly credentials: ClientCredentials;
  private readonly transport: Transport;
  private readonly now: () => number;
  private readonly flight = new SingleFlight<AccessToken>();
  private current: AccessToken | undefined;

  constructor(credentials: ClientCredentials, { transport, now = Date.now }: Surroundings) {
    this.credentials = credentials;
    this.transport = transport;
    this.now = now;
  }

  async token(signal?: AbortSignal): Promise<AccessToken> {
    if (this.current !== undefined && this.now() < this.current.expiresAt) return this.current;
    return this.flight.run(async () => (this.current = await this.fetch()), signal);
  }

  reject(token: AccessToken): void {
    if (this.current?.value === token.value) this.current = undefined;
  }

  private async fetch(): Promise<AccessToken> {
    const { authAddress, clientId, clientSecret, accountId } = this.credentials;
    const url = new URL('v2/token', authAddress).href;
    const response = await this.transport.send({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: await clientSecret(),
        ...(accountId === undefined ? {} : { account_id: String(accountId) }),
      }),
      timeout: tokenTimeout,
    });
    const { host } = new URL(url);
    const answer = parseAnswer(await readText(response));
    if (answer === undefined) throw notTokenService(response, host);
    if (response.status !== 200) throw refusal(answer, response, host);
    return this.toToken(answer, response, host);
  }

  private toToken(answer: TokenAnswer, response: HttpResponse, host: string): AccessToken {
    const { access_token: value, soap_instance_url: soapInstance, expires_in: lifetime, scope } = answer;
    if (typeof value !== 'string' || value === '' || typeof soapInstance !== 'string') {
      throw notTokenService(response, host);
    }
    const seconds = typeof lifetime === 'number' && lifetime > 0 ? lifetime : 0;
    return {
      value,
      expiresAt: this.now() + seconds * 1000 * usedShare,
      soapAddress: `${soapInstance.replace(/\/+$/, '')}/Service.asmx`,
      scopes: typeof scope === 'string' ? scope.split(' ').filter((word) => word !== '') : [],
    };
  }
}

function parseAnswer(text: string): TokenAnswer | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function notTokenService({ status }: HttpResponse, host: string): MarketingCloudError {
  const message = `What answered at ${host} (HTTP ${String(status)}) is not Marketing Cloud’s token service.`;
  return new MarketingCloudError('not-soap', message, { operation: 'token', httpStatus: status, host });
}

function refusal(answer: TokenAnswer, { status }: HttpResponse, host: string): MarketingCloudError {
  const error = typeof answer.error === 'string' ? answer.error : '';
  const words = typeof answer.error_description === 'string' ? answer.error_description : error;
  const rejected = error === 'invalid_client' || error === 'unauthorized_client';
  return new MarketingCloudError(
    rejected ? 'client-rejected' : 'token-refused',
    `${host} gave no token: ${words === '' ? `HTTP ${String(status)}` : words}`,
    { operation: 'token', serverMessage: words, httpStatus: status, host },
  );
}
