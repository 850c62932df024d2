/** Puts a sandbox org together and starts it. */
import type { Sandbox, SandboxOptions } from './contracts.ts';
import { route } from './http/routes.ts';
import { listen, type Listener } from './http/server.ts';
import { RunningOrg } from './runningOrg.ts';

/**
 * Starts a sandbox org, on the loopback address unless another is given.
 * @throws Error of the system (`code` EADDRINUSE, EACCES) when the port cannot be had, and with a sentence for the person
 * when a seed of one's own or the kept state cannot be used.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  // The address is known once there is a port, and nothing is answered before.
  const { port = 0, host = '127.0.0.1' } = options;
  const listener = await listen({ port, host }, (request) => route(site, request));
  const site = await openOrg(options, listener);
  let stopped: Promise<void> | undefined;
  return {
    address: site.address,
    get connection() {
      return site.connection;
    },
    clock: site.clock,
    faults: site.faults,
    traps: site.traps,
    requests: () => site.journal.all(),
    correlations: () => site.journal.correlations(),
    reset: (again = {}) => site.reset(again),
    stop: () => {
      site.callbacks.stop();
      return (stopped ??= listener.close());
    },
  };
}

/** The org; the port is given back when there is none. */
async function openOrg(options: SandboxOptions, listener: Listener): Promise<RunningOrg> {
  try {
    const { host = '127.0.0.1' } = options;
    return new RunningOrg(
      options,
      `http://${host.includes(':') ? `[${host}]` : host}:${String(listener.port)}`,
    );
  } catch (error) {
    await listener.close();
    throw error;
  }
}
