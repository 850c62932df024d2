/** A token that processes share which sign in with the same credentials: each asks for one only when no other has. */
import { SingleFlight } from '../flow/singleFlight.ts';
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
  private readonly flight = new SingleFlight<AccessToken>();
  private current: AccessToken | undefined;
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
  }

  async token(signal?: AbortSignal): Promise<AccessToken> {
    if (this.isGood(this.current)) return this.current;
    return this.flight.run(async () => (this.current = (await this.kept()) ?? (await this.fetch())), signal);
  }

  reject(token: AccessToken): void {
    this.rejected = token.value;
    if (this.current?.value === token.value) this.current = undefined;
    this.own.reject(token);
  }

  private isGood(token: AccessToken | undefined): token is AccessToken {
    return token !== undefined && this.now() < token.expiresAt && token.value !== this.rejected;
  }

  /** A keeper that fails, such as a keyring that is locked, must not keep anybody from working. */
  private async kept(): Promise<AccessToken | undefined> {
    const kept = await this.keeper.read().catch(() => undefined);
    return this.isGood(kept) ? kept : undefined;
  }

  private async fetch(): Promise<AccessToken> {
    const token = await this.own.token();
    await this.keeper.write(token).catch(() => undefined);
    return token;
  }
}
