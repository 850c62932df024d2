/** Somebody else who works in a sandbox org while a test looks at it. */
import type { Sandbox } from '../../src/sandbox/index.ts';
import { ClientCredentialsSource, NodeTransport, SoapClient } from '../../src/soap/index.ts';
import { sandboxCredentials } from './org.ts';

export interface Colleague {
  readonly client: SoapClient;
  leave(): Promise<void>;
}

/** Signs in to the enterprise; whoever calls them in sends them away. */
export function callColleague(sandbox: Sandbox): Colleague {
  const transport = new NodeTransport();
  const tokens = new ClientCredentialsSource(sandboxCredentials(sandbox), { transport });
  return { client: new SoapClient({ tokens, transport }), leave: () => transport.close() };
}
