/** Puts a sandbox org together and starts it. */
import { systemClock } from './clock.ts';
import type { Sandbox, SandboxConnection, SandboxOptions } from './contracts.ts';
import { route, type Site } from './http/routes.ts';
import { listen } from './http/server.ts';
import { Journal } from './journal.ts';
import type { Org } from './org/org.ts';
import { Continuations } from './retrieve/continuations.ts';
import { demoOrg } from './seed/demo.ts';
import { emptyOrg } from './seed/empty.ts';
import { AccessTokens } from './service/accessTokens.ts';

const defaults = {
  randomSeed: 20_240_501,
  clientSecret: 'sandbox-secret-that-protects-nothing',
  tokenLifetimeSeconds: 1079,
} as const;

const clientId = 'sandbox0client0id0000000';

const seeds = { demo: demoOrg, empty: emptyOrg } as const;

/**
 * Starts a sandbox org on the loopback address.
 * @throws Error of the system (`code` EADDRINUSE, EACCES) when the port cannot be had.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, seed = 'demo', clock = systemClock, randomSeed = defaults.randomSeed } = options;
  const org = seeds[seed](clock, randomSeed);
  // The address is known once there is a port, and nothing is answered before.
  const listener = await listen(port, (request) => route(site, request));
  const site = siteOf(org, `http://127.0.0.1:${String(listener.port)}`, options);
  let stopped: Promise<void> | undefined;
  return {
    address: site.address,
    connection: site.connection,
    requests: () => site.journal.all(),
    stop: () => (stopped ??= listener.close()),
  };
}

function siteOf(org: Org, address: string, options: SandboxOptions): Site {
  const { clientSecret = defaults.clientSecret } = options;
  return {
    org,
    address,
    endpoint: `${address}/Service.asmx`,
    clientId,
    clientSecret,
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? defaults.tokenLifetimeSeconds,
    tokens: new AccessTokens(`${String(org.randomSeed)} ${clientSecret}`),
    continuations: new Continuations(),
    journal: new Journal(),
    connection: connectionOf(org, address, clientSecret),
  };
}

function connectionOf(org: Org, address: string, clientSecret: string): SandboxConnection {
  return {
    name: `${org.enterprise.name} (sandbox)`,
    address,
    clientId,
    clientSecret,
    enterpriseId: org.enterprise.mid,
    businessUnits: org.accounts.map(({ mid, name }) => ({ mid, name })),
  };
}
