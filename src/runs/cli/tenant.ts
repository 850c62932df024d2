/** The account that a pipeline runs in: credentials come from environment variables, and are never shown. */
import {
  authAddressOf,
  ClientCredentialsSource,
  MarketingCloudError,
  SoapClient,
  type ErrorCode,
  type Transport,
} from '../../soap/index.ts';
import type { Placement, RunAccount } from '../model.ts';

/** A credential of the pipeline is missing, or cannot be one. */
class CredentialsError extends Error {
  override readonly name = 'CredentialsError';
}

/** What the service, or we, say when credentials are no good: nothing in a request file can put that right. */
const refusals: ReadonlySet<string> = new Set([
  'client-rejected',
  'business-unit-rejected',
  'token-refused',
  'login-failed',
] satisfies ErrorCode[]);

/** True when an error is about the credentials, not about a request. */
export function isAboutCredentials(error: unknown): boolean {
  return (
    error instanceof CredentialsError || (error instanceof MarketingCloudError && refusals.has(error.code))
  );
}

interface Parts {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly transport: Transport;
}

/** Finds accounts, one client for each. */
export class Tenants {
  private readonly parts: Parts;
  private readonly clients = new Map<string, SoapClient>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** @throws CredentialsError that names the variable that is missing or wrong. */
  find({ connection, businessUnit }: Placement): RunAccount {
    const prefix = prefixOf(connection);
    const tenant = this.variable(`${prefix}TENANT`);
    const authAddress = authAddressOf(tenant);
    if (authAddress === undefined) {
      throw new CredentialsError(`${prefix}TENANT is neither a subdomain nor an address of Marketing Cloud.`);
    }
    const mid = businessUnit ?? this.midOf(prefix);
    const label = connection ?? tenant;
    return {
      connectionId: prefix,
      label: mid === undefined ? label : `${label} · MID ${String(mid)}`,
      name: label,
      mid: mid ?? 0,
      isProduction: false,
      client: () => Promise.resolve(this.client(prefix, authAddress, mid)),
    };
  }

  private midOf(prefix: string): number | undefined {
    const text = this.parts.variables[`${prefix}MID`];
    if (text === undefined || text === '') return undefined;
    if (/^\d+$/.test(text)) return Number(text);
    throw new CredentialsError(`${prefix}MID is not a number.`);
  }

  private client(prefix: string, authAddress: string, mid: number | undefined): SoapClient {
    const key = `${prefix}${String(mid)}`;
    const known = this.clients.get(key);
    if (known !== undefined) return known;
    const { transport } = this.parts;
    const clientSecret = this.variable(`${prefix}CLIENT_SECRET`);
    const credentials = {
      authAddress,
      clientId: this.variable(`${prefix}CLIENT_ID`),
      clientSecret: () => Promise.resolve(clientSecret),
      ...(mid === undefined ? {} : { accountId: mid }),
    };
    const client = new SoapClient({
      tokens: new ClientCredentialsSource(credentials, { transport }),
      transport,
    });
    this.clients.set(key, client);
    return client;
  }

  private variable(name: string): string {
    const value = this.parts.variables[name];
    if (value !== undefined && value !== '') return value;
    throw new CredentialsError(`The environment variable ${name} is not set.`);
  }
}

/** `MC_`, or `MC_ACME_UK_` for the connection "Acme UK". */
function prefixOf(connection: string | undefined): string {
  if (connection === undefined) return 'MC_';
  return `MC_${connection
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')}_`;
}
