/** The org that a sandbox serves, with all that belongs to it; it can begin anew while the server goes on. */
import { join } from 'node:path';
import { AdjustableClock, systemClock } from './clock.ts';
import type { ResetOptions, SandboxConnection, SandboxOptions, SeedName } from './contracts.ts';
import { FaultBoard } from './faults/faultBoard.ts';
import type { Site } from './http/admin/site.ts';
import { clientIds } from './http/token/clients.ts';
import { Codes } from './http/token/codes.ts';
import { Journal } from './journal.ts';
import { FolderFiles } from './org/files.ts';
import type { Org } from './org/org.ts';
import { Continuations } from './retrieve/continuations.ts';
import { seeds } from './seed/index.ts';
import { apiUser, userPassword } from './seed/users.ts';
import { AccessTokens } from './service/accessTokens.ts';

const defaults = {
  randomSeed: 20_240_501,
  clientSecret: 'sandbox-secret-that-protects-nothing',
  tokenLifetimeSeconds: 1079,
} as const;

export class RunningOrg implements Site {
  readonly address: string;
  readonly endpoint: string;
  readonly clientSecret: string;
  readonly tokenLifetimeSeconds: number;
  readonly clock: AdjustableClock;
  readonly tokens: AccessTokens;
  readonly codes = new Codes();
  readonly journal = new Journal();
  readonly faults: FaultBoard;
  continuations = new Continuations();
  org: Org;
  private readonly folder: string | undefined;
  private seed: SeedName;

  /** @param address where the server listens, `http://127.0.0.1:PORT`. */
  constructor(options: SandboxOptions, address: string) {
    const { clientSecret = defaults.clientSecret, randomSeed = defaults.randomSeed, seed = 'demo' } = options;
    this.address = address;
    this.endpoint = `${address}/Service.asmx`;
    this.clientSecret = clientSecret;
    this.tokenLifetimeSeconds = options.tokenLifetimeSeconds ?? defaults.tokenLifetimeSeconds;
    this.clock = new AdjustableClock(options.clock ?? systemClock);
    this.tokens = new AccessTokens(`${String(randomSeed)} ${clientSecret}`);
    this.faults = new FaultBoard(randomSeed);
    this.seed = seed;
    this.folder = options.folder;
    this.org = this.seeded(seed, randomSeed);
  }

  get connection(): SandboxConnection {
    const { org, address, clientSecret } = this;
    return {
      name: `${org.enterprise.name} (sandbox)`,
      address,
      clientId: clientIds.server,
      clientSecret,
      webApp: { clientId: clientIds.webApp, clientSecret },
      publicApp: { clientId: clientIds.publicApp },
      user: { name: apiUser.userId, password: userPassword },
      enterpriseId: org.enterprise.mid,
      businessUnits: org.accounts.map(({ mid, name }) => ({ mid, name })),
    };
  }

  reset({ seed = this.seed, randomSeed = this.org.randomSeed, at }: ResetOptions): void {
    if (at !== undefined) this.clock.restartAt(at);
    this.seed = seed;
    this.org = this.seeded(seed, randomSeed);
    this.continuations = new Continuations();
    this.journal.clear();
    this.faults.clear();
  }

  /** Files of a folder stay where they are, whatever the org begins with. */
  private seeded(seed: SeedName, randomSeed: number): Org {
    const org = seeds[seed](this.clock, randomSeed);
    if (this.folder !== undefined) org.files = new FolderFiles(join(this.folder, 'ftp'));
    return org;
  }
}
