/** Access tokens. They say themselves whose they are and when they end, under a signature, so that none is stored. */
import { createHmac } from 'node:crypto';

/** What a token is good for. */
export interface Grant {
  readonly mid: number;
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly expiresAt: number;
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
    const signed = `${header}.${base64url(JSON.stringify({ ...grant, serial }))}`;
    return `${signed}.${this.sign(signed)}`;
  }

  /** What the token is good for, whether or not it has run out; undefined for one that was not issued with this key. */
  read(token: string): Grant | undefined {
    const [head = '', payload = '', signature = ''] = token.split('.');
    if (this.sign(`${head}.${payload}`) !== signature) return undefined;
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Grant;
  }

  private sign(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
