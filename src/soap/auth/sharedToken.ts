/** A token that processes share which sign in with the same credentials: each asks for one only when no other has. */
import { RenewedToken } from './renewedToken.ts';
import type { AccessToken, TokenSource } from './tokenSource.ts';

/** Where a token is kept for others; as safe a place as that of the secret it was given for. */
export interface TokenKeeper {
  /** Undefined when there is none. */
  read(): Promise<AccessToken | undefined>;
  write(token: AccessToken): Promise<void>;
}

export class SharedToken implements TokenSource {
  private readonly own: TokenSource;
  private readonly keeper: TokenKeeper;
  private readonly now: () => number;
  private readonly renewed: RenewedToken;
  /** The value of the token that the service took last no more. */
  private rejected: string | undefined;

  /**
   * @param own is asked where nothing good is kept.
   * @param now milliseconds since the epoch.
   */
  constructor(own: TokenSource, keeper: TokenKeeper, now: () => number = Date.now) {
    this.own = own;
    this.keeper = keeper;
    this.now = now;
    this.renewed = new RenewedToken(async () => (await this.kept()) ?? this.fetch(), now);
  }

  token(signal?: AbortSignal): Promise<AccessToken> {
    return this.renewed.token(signal);
  }

  reject(token: AccessToken): void {
    this.rejected = token.value;
    this.renewed.reject(token);
    this.own.reject(token);
  }

  /** A keeper that fails, such as a keyring that is locked, must not keep anybody from working. */
  private async kept(): Promise<AccessToken | undefined> {
    const kept = await this.keeper.read().catch(() => undefined);
    const isGood = kept !== undefined && this.now() < kept.expiresAt && kept.value !== this.rejected;
    return isGood ? kept : undefined;
  }

  private async fetch(): Promise<AccessToken> {
    const token = await this.own.token();
    await this.keeper.write(token).catch(() => undefined);
    return token;
  }
}
