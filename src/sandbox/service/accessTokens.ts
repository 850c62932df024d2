/** Tokens. They say themselves whose they are and when they end, under a signature, so that none is stored. */
import { createHmac } from 'node:crypto';

/** What a token is good for. */
export interface Grant {
  readonly mid: number;
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly expiresAt: number;
  /** The scopes, in the short form of `http/scopes.ts`. */
  readonly scopes: string;
  /** The user who signed in; undefined for a package that acts by itself. */
  readonly userId?: number;
}

/** What a refresh token is good for. */
export interface RefreshGrant extends Grant {
  readonly refreshes: true;
  readonly clientId: string;
  readonly serial: number;
}

const header = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));

export class AccessTokens {
  private readonly key: string;

  /** @param key what the signatures are made with; the same key makes the same tokens. */
  constructor(key: string) {
    this.key = key;
  }

  /** @param serial tells apart the tokens that one account gets for one moment. */
  issue(grant: Grant, serial: number): string {
    return this.sealed({ ...grant, serial });
  }

  issueRefresh(grant: RefreshGrant): string {
    return this.sealed(grant);
  }

  /** What the token is good for, whether or not it has run out; undefined for one that was not issued with this key. */
  read(token: string): Grant | undefined {
    const grant = this.open(token);
    return grant === undefined || 'refreshes' in grant ? undefined : grant;
  }

  readRefresh(token: string): RefreshGrant | undefined {
    const grant = this.open(token);
    return grant !== undefined && 'refreshes' in grant ? grant : undefined;
  }

  private sealed(payload: object): string {
    const signed = `${header}.${base64url(JSON.stringify(payload))}`;
    return `${signed}.${this.sign(signed)}`;
  }

  private open(token: string): Grant | RefreshGrant | undefined {
    const [head = '', payload = '', signature = ''] = token.split('.');
    if (this.sign(`${head}.${payload}`) !== signature) return undefined;
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Grant | RefreshGrant;
  }

  private sign(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
