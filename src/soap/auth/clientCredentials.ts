/** Server-to-server access: a client id and a client secret for a token, by OAuth 2.0 client credentials. */
import type { Transport } from '../transport/transport.ts';
import { RenewedToken } from './renewedToken.ts';
import { requestToken } from './tokenEndpoint.ts';
import type { AccessToken, TokenSource } from './tokenSource.ts';

export interface ClientCredentials {
  /** Base address of the tenant's token service, e.g. `https://SUBDOMAIN.auth.marketingcloudapis.com/`. */
  readonly authAddress: string;
  readonly clientId: string;
  /** Read each time that a token is asked for, so that a secret need not be held in memory. */
  readonly clientSecret: () => Promise<string>;
  /** MID of the business unit that the token is for; without it the one in which the package was made. */
  readonly accountId?: number;
  /** Scopes to ask for; all of the package when left out. */
  readonly scopes?: readonly string[];
  /** Address of the SOAP service, where it is not the tenant's own. */
  readonly soapAddress?: string;
}

interface Surroundings {
  readonly transport: Transport;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Fetches, keeps and renews the token of one set of credentials. */
export class ClientCredentialsSource implements TokenSource {
  private readonly renewed: RenewedToken;

  constructor(credentials: ClientCredentials, { transport, now = Date.now }: Surroundings) {
    const { authAddress, clientId, clientSecret, accountId, scopes, soapAddress } = credentials;
    this.renewed = new RenewedToken(async () => {
      const fields = {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: await clientSecret(),
        account_id: accountId === undefined ? undefined : String(accountId),
        // An empty text would ask for no scope at all (documented).
        scope: scopes === undefined || scopes.length === 0 ? undefined : scopes.join(' '),
      };
      const { token } = await requestToken({ transport, authAddress, fields, now });
      return soapAddress === undefined ? token : { ...token, soapAddress };
    }, now);
  }

  token(signal?: AbortSignal): Promise<AccessToken> {
    return this.renewed.token(signal);
  }

  reject(token: AccessToken): void {
    this.renewed.reject(token);
  }
}
