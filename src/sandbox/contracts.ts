/** What `createSandbox` takes and gives. */
import type { AdjustableClock, Clock } from './clock.ts';
import type { FaultBoard } from './faults/faultBoard.ts';
import type { FaultKind } from './faults/kinds.ts';
import type { OwnSeed } from './ownSeed/ownSeed.ts';
import type { TrapBoard, TrapName } from './traps/traps.ts';

/** The names of the seeds that come with the sandbox. */
export const seedNames = ['demo', 'empty', 'large'] as const;
export type SeedName = (typeof seedNames)[number];

/** Whom the sandbox calls back. */
export const callbackReaches = ['loopback', 'anywhere', 'none'] as const;
export type CallbackReach = (typeof callbackReaches)[number];

/** How a sandbox org is to be made. */
export interface SandboxOptions {
  /** The address to listen on; 127.0.0.1 by default, which nobody else can reach. */
  readonly host?: string;
  /** The port to listen on; 0, the default, takes any free one. */
  readonly port?: number;
  /**
   * `demo`: an organisation full of believable data; `empty`: an enterprise without business units or data; `large`:
   * 45,000 data extensions in 2,000 folders, one of them with 1,000,000 rows; or one's own.
   */
  readonly seed?: SeedName | OwnSeed;
  /**
   * A folder of the machine in which the org is kept: what was done to it, so that it goes on where it was, and the files
   * of its FTP account, imports in `ftp/Import`, extracts in `ftp/Export`. Without it all of that ends with the sandbox.
   */
  readonly folder?: string;
  /** Where its time comes from; the machine's clock by default. */
  readonly clock?: Clock;
  /** Two sandboxes with one `randomSeed` and one clock answer the same bytes. */
  readonly randomSeed?: number;
  /** The secret that the token endpoint expects; a fixed one by default. */
  readonly clientSecret?: string;
  /**
   * Whom the sandbox calls back when a queued request is done and wants that (`SendResponseTo`): addresses on this
   * machine, the default; any; or nobody. What is withheld, and what came of the rest, is in the journal.
   */
  readonly callbacks?: CallbackReach;
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
  /** The package for people who sign in by a web application. */
  readonly webApp: { readonly clientId: string; readonly clientSecret: string };
  /** The package for people who sign in by a program that can keep no secret: it needs PKCE. */
  readonly publicApp: { readonly clientId: string };
  /** A user that may call the API with its name and password, the legacy way. */
  readonly user: { readonly name: string; readonly password: string };
  /** The MID of the enterprise. */
  readonly enterpriseId: number;
  /** All business units, the enterprise first. */
  readonly businessUnits: readonly { readonly mid: number; readonly name: string }[];
}

/** What the sandbox received in one request, and what it objected to. */
export interface RequestRecord {
  /** Counted from 1, those that are no longer kept among them. */
  readonly number: number;
  /** When it came, by the sandbox's clock: ISO 8601 in UTC. */
  readonly at: string;
  /**
   * The operation's name, `Token` for a token request, `Callback` for one that the sandbox made, `Background` for
   * what went wrong in the org by itself, or `Unknown` when it could not be told.
   */
  readonly operation: string;
  /** The type of object the request was about, where it was about one. */
  readonly objectType?: string;
  /** The queued request that a callback tells of; its operation is `Callback`. */
  readonly requestId?: string;
  /** The business unit of the token; 0 when the request had no valid one. */
  readonly mid: number;
  /** OverallStatus, `Fault: …`, or the error of the token endpoint. */
  readonly outcome: string;
  /** Everything that the schema or the service objects to, whether or not the answer shows it. */
  readonly problems: readonly string[];
  /** The CorrelationIDs of its objects, each once. */
  readonly correlationIds?: readonly string[];
  /** The traps of the service that it fell into. */
  readonly traps?: readonly TrapName[];
  /** The ordered faults that struck it. */
  readonly faults?: readonly FaultKind[];
}

/** What was received with one CorrelationID. */
export interface Correlation {
  /** Requests that carried it, those that were not worked on among them. */
  readonly calls: number;
  /** Objects in those requests that carried it. */
  readonly objects: number;
  /** Objects with it that were written or performed: more than was meant says that something was done twice. */
  readonly done: number;
}

/** How an org begins anew; what is left out stays as it was. */
export interface ResetOptions {
  readonly seed?: SeedName | OwnSeed;
  readonly randomSeed?: number;
  /** The moment at which it begins, in milliseconds since 1970; the clock is set to it. */
  readonly at?: number;
}

/** A sandbox org that is running. */
export interface Sandbox {
  readonly address: string;
  readonly connection: SandboxConnection;
  /** Sets, stops and speeds up the time of the org. */
  readonly clock: AdjustableClock;
  /** Orders what is to go wrong. */
  readonly faults: FaultBoard;
  /** Makes the traps of the service loud. */
  readonly traps: TrapBoard;
  /** The last requests, newest last. */
  requests(): readonly RequestRecord[];
  /** What was received with each CorrelationID. */
  correlations(): ReadonlyMap<string, Correlation>;
  /** Begins anew: the org as its seed makes it, an empty journal, no faults. Tokens that were given stay good. */
  reset(options?: ResetOptions): void;
  /** Closes every socket and ends. Calling it again does nothing. */
  stop(): Promise<void>;
}
