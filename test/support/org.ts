/**
 * The org that contract tests run against: the sandbox org, or a real tenant when MC_TENANT (its subdomain),
 * MC_CLIENT_ID and MC_CLIENT_SECRET are set, and MC_MID for another business unit than the package's.
 */
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import {
  ClientCredentialsSource,
  SoapClient,
  NodeTransport,
  type CallRecord,
  type ClientCredentials,
} from '../../src/soap/index.ts';
import { RecordingTransport } from './recordingTransport.ts';

export interface TestOrg {
  readonly credentials: ClientCredentials;
  readonly transport: RecordingTransport;
  readonly client: SoapClient;
  readonly records: CallRecord[];
  /** Undefined for a real tenant. */
  readonly sandbox: Sandbox | undefined;
  /** A client for another business unit. */
  clientFor(mid: number): SoapClient;
  close(): Promise<void>;
}

/** Opens the org; whoever opens it closes it. */
export async function openOrg(): Promise<TestOrg> {
  const sandbox = process.env['MC_TENANT'] === undefined ? await startSandbox() : undefined;
  const credentials = sandbox === undefined ? tenantCredentials() : sandboxCredentials(sandbox);
  const transport = new RecordingTransport(new NodeTransport());
  const records: CallRecord[] = [];
  const clientWith = (own: ClientCredentials): SoapClient =>
    new SoapClient({
      tokens: new ClientCredentialsSource(own, { transport }),
      transport,
      log: (record) => records.push(record),
    });
  return {
    credentials,
    transport,
    client: clientWith(credentials),
    records,
    sandbox,
    clientFor: (accountId) => clientWith({ ...credentials, accountId }),
    close: async () => {
      await transport.close();
      await sandbox?.stop();
    },
  };
}

/** The run's canary is the sandbox's client secret, so that everything written can be searched for it. */
function startSandbox(): Promise<Sandbox> {
  const canary = process.env['MC_CANARY'];
  return createSandbox(canary === undefined ? {} : { clientSecret: canary });
}

/** Credentials of the enterprise of a sandbox org. */
export function sandboxCredentials({ address, connection }: Sandbox): ClientCredentials {
  return {
    authAddress: `${address}/`,
    clientId: connection.clientId,
    clientSecret: () => Promise.resolve(connection.clientSecret),
    accountId: connection.enterpriseId,
  };
}

function tenantCredentials(): ClientCredentials {
  const variable = (name: string): string => {
    const value = process.env[name];
    if (value === undefined) throw new Error(`MC_TENANT is set, so ${name} must be set too.`);
    return value;
  };
  const mid = process.env['MC_MID'];
  const clientSecret = variable('MC_CLIENT_SECRET');
  return {
    authAddress: `https://${variable('MC_TENANT')}.auth.marketingcloudapis.com/`,
    clientId: variable('MC_CLIENT_ID'),
    clientSecret: () => Promise.resolve(clientSecret),
    ...(mid === undefined ? {} : { accountId: Number(mid) }),
  };
}
