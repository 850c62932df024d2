/** Keeps a token, and fetches another one in time: once, for all who ask meanwhile. */
import { SingleFlight } from '../flow/singleFlight.ts';
import type { AccessToken, TokenSource } from './tokenSource.ts';

export class RenewedToken implements TokenSource {
  private readonly fetch: () => Promise<AccessToken>;
  private readonly now: () => number;
  private readonly flight = new SingleFlight<AccessToken>();
  private current: AccessToken | undefined;

  /** @param now milliseconds since the epoch. */
  constructor(fetch: () => Promise<AccessToken>, now: () => number = Date.now) {
    this.fetch = fetch;
    this.now = now;
  }

  async token(signal?: AbortSignal): Promise<AccessToken> {
    if (this.current !== undefined && this.now() < this.current.expiresAt) return this.current;
    return this.flight.run(async () => (this.current = await this.fetch()), signal);
  }

  reject(token: AccessToken): void {
    if (this.current?.value === token.value) this.current = undefined;
  }
}
