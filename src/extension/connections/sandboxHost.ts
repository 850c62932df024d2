/** Gives this window a sandbox org: one that runs elsewhere when the settings name it, else one of its own. */
import { Worker } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import { ExplainedError } from '../errors/describeError.ts';
import type { BusinessUnit } from './connection.ts';

/** What a sandbox org tells of itself, see `src/sandbox`. */
export interface SandboxAccess {
  readonly address: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** MID of the enterprise. */
  readonly enterpriseId: number;
  readonly businessUnits: readonly BusinessUnit[];
}

/** A worker's messages; see `src/sandbox/worker.ts`. */
type WorkerMessage =
  | { readonly kind: 'ready'; readonly connection: SandboxAccess }
  | { readonly kind: 'failed'; readonly message: string };

export interface SandboxHostOptions {
  /** Where a sandbox org runs that is not the window's own; undefined when the window is to have one. */
  readonly configuredAddress: () => string | undefined;
  /** Where the window's own sandbox org is kept; undefined for one that ends with the window. */
  readonly folder: () => string | undefined;
  /** Called when the window's own sandbox org stops by itself: its address is no longer good. */
  readonly stopped: () => void;
}

/** Starts at most one sandbox org, when it is first needed, in a thread of its own so that it never holds up others. */
export class SandboxHost {
  private readonly workerFile: URL;
  private readonly configuredAddress: () => string | undefined;
  private readonly folder: () => string | undefined;
  private readonly stopped: () => void;
  private worker: Worker | undefined;
  private own: Promise<SandboxAccess> | undefined;

  constructor(workerFile: URL, options: SandboxHostOptions) {
    this.workerFile = workerFile;
    this.configuredAddress = options.configuredAddress;
    this.folder = options.folder;
    this.stopped = options.stopped;
  }

  /** @throws ExplainedError when there is none and none can be started. */
  access(): Promise<SandboxAccess> {
    const address = this.configuredAddress();
    if (address !== undefined) return askForAccess(address);
    this.own ??= this.start();
    return this.own;
  }

  async dispose(): Promise<void> {
    this.own = undefined;
    await this.worker?.terminate();
  }

  private start(): Promise<SandboxAccess> {
    const folder = this.folder();
    const workerData = { seed: 'demo', ...(folder === undefined ? {} : { folder }) };
    const worker = new Worker(this.workerFile, { workerData });
    this.worker = worker;
    return new Promise((resolve, reject) => {
      const fail = (message: string): void => {
        this.own = undefined;
        reject(new ExplainedError(l10n.t('The sandbox org could not be started.'), message));
      };
      worker.once('message', (message: WorkerMessage) => {
        if (message.kind === 'ready') resolve(message.connection);
        else fail(message.message);
      });
      worker.once('error', (error: Error) => fail(error.message));
      worker.once('exit', () => {
        fail(l10n.t('It has stopped. Try again.'));
        this.stopped();
      });
    });
  }
}

/** The page of a sandbox org, for a browser. */
export function pageOfSandbox(address: string): string {
  return `${address.replace(/\/$/, '')}/_sandbox`;
}

async function askForAccess(address: string): Promise<SandboxAccess> {
  try {
    const response = await fetch(new URL('_sandbox/connection', ensureSlash(address)));
    return (await response.json()) as SandboxAccess;
  } catch {
    throw new ExplainedError(
      l10n.t('No sandbox org answers at {0}.', address),
      l10n.t(
        'Start it again, or clear the setting marketingCloud.sandbox.address to run one inside this window.',
      ),
    );
  }
}

function ensureSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
