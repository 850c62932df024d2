/** Authorization codes, and refresh tokens that were used: each is good once. */
import { createHash } from 'node:crypto';

/** What somebody who signed in has allowed. */
export interface Authorization {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly userId: number;
  readonly mid: number;
  readonly scopes: readonly string[];
  /** The PKCE challenge (RFC 7636); undefined when none was sent. */
  readonly challenge: { readonly value: string; readonly method: string } | undefined;
}

/** How long a code is good (documented). */
const lifetime = 5 * 60_000;

export class Codes {
  private readonly waiting = new Map<
    string,
    { readonly authorization: Authorization; readonly until: number }
  >();
  private readonly usedRefreshes = new Set<number>();

  keep(code: string, authorization: Authorization, now: number): void {
    this.waiting.set(code, { authorization, until: now + lifetime });
  }

  /** What a code stands for; a code that was asked for once is spent. */
  take(code: string, now: number): Authorization | undefined {
    const found = this.waiting.get(code);
    this.waiting.delete(code);
    return found !== undefined && found.until >= now ? found.authorization : undefined;
  }

  /** Spends a refresh token by its number; false when it was spent before. */
  spendRefresh(serial: number): boolean {
    if (this.usedRefreshes.has(serial)) return false;
    this.usedRefreshes.add(serial);
    return true;
  }
}

/** True when the verifier is the one that the challenge was made from. */
export function provesChallenge(
  challenge: Authorization['challenge'],
  verifier: string | undefined,
): boolean {
  if (challenge === undefined) return true;
  if (verifier === undefined || !/^[\w.~-]{43,128}$/.test(verifier)) return false;
  const proof =
    challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return proof === challenge.value;
}
