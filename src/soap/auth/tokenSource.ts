/** Where a client gets its access token from. */

export interface AccessToken {
  /** The token; the password when there is a user name. */
  readonly value: string;
  /** Set for the legacy user-name token, which stands in the envelope in place of an OAuth token. */
  readonly userName?: string;
  /** Milliseconds since the epoch at which the token is no longer to be used. */
  readonly expiresAt: number;
  /** Address of the SOAP service that belongs to the token, e.g. `https://….soap.marketingcloudapis.com/Service.asmx`. */
  readonly soapAddress: string;
  /** Scopes that were granted; empty when the answer did not say. */
  readonly scopes: readonly string[];
}

/** One source for one account and business unit, shared by all who call for it. */
export interface TokenSource {
  /** A token that is good now. Never more than one token request is under way. */
  token(signal?: AbortSignal): Promise<AccessToken>;
  /** Says that the service did not take this token, so that the next `token()` brings another one. */
  reject(token: AccessToken): void;
}
