/** What `createSandbox` takes and gives. */
import type { Clock } from './clock.ts';

/** How a sandbox org is to be made. */
export interface SandboxOptions {
  /** The port to listen on; 0, the default, takes any free one. */
  readonly port?: number;
  /** `demo`: an organisation full of believable data; `empty`: an enterprise without business units or data. */
  readonly seed?: 'demo' | 'empty';
  /** Where its time comes from; the machine's clock by default. */
  readonly clock?: Clock;
  /** Two sandboxes with one `randomSeed` and one clock answer the same bytes. */
  readonly randomSeed?: number;
  /** The secret that the token endpoint expects; a fixed one by default. */
  readonly clientSecret?: string;
  /** How long an access token lives, in seconds of the sandbox's clock. */
  readonly tokenLifetimeSeconds?: number;
}

/** What a client needs to know to connect. It holds the secret: a sandbox's secret protects nothing. */
export interface SandboxConnection {
  readonly name: string;
  /** `http://127.0.0.1:PORT`: the base of the token endpoint, of the SOAP service and of everything else. */
  readonly address: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The MID of the enterprise. */
  readonly enterpriseId: number;
  /** All business units, the enterprise first. */
  readonly businessUnits: readonly { readonly mid: number; readonly name: string }[];
}

/** What the sandbox received in one request, and what it objected to. */
export interface RequestRecord {
  /** The operation's name, `Token` for a token request, or `Unknown` when it could not be told. */
  readonly operation: string;
  /** The type of object the request was about, where it was about one. */
  readonly objectType?: string;
  /** The business unit of the token; 0 when the request had no valid one. */
  readonly mid: number;
  /** OverallStatus, `Fault: …`, or the error of the token endpoint. */
  readonly outcome: string;
  /** Everything that the schema or the service objects to, whether or not the answer shows it. */
  readonly problems: readonly string[];
}

/** A sandbox org that is running. */
export interface Sandbox {
  readonly address: string;
  readonly connection: SandboxConnection;
  /** The last requests, newest last. */
  requests(): readonly RequestRecord[];
  /** Closes every socket and ends. Calling it again does nothing. */
  stop(): Promise<void>;
}
