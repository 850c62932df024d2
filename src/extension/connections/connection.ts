/** What a connection is made of. There is no place for a secret in it: that is in the secret store alone. */
export { authAddressOf, soapAddressOf } from '../../soap/pure.ts';

/**
 * The ways to sign in: a package for servers; a person in the browser; a user name and its password; a package of
 * before 2019; a token that somebody else fetched.
 */
export const signInWays = ['server', 'browser', 'userName', 'legacyPackage', 'token'] as const;
export type SignInWay = (typeof signInWays)[number];

/** A connection to an org, as it stands in the settings. */
export interface OrgConnection {
  readonly name: string;
  /** `server` when left out. */
  readonly signIn?: SignInWay;
  /** The tenant's subdomain, or the base address of a service that speaks the same; '' where none is needed. */
  readonly subdomain: string;
  /** '' where there is no package. */
  readonly clientId: string;
  /** Where a browser brings a person back to: one of the addresses that the package names. */
  readonly redirectUri?: string;
  readonly userName?: string;
  /** Where the service is, for the older ways, which are not told. */
  readonly soapAddress?: string;
  /** MID that tokens are asked for; the one in which the package was made when left out. */
  readonly mid?: number;
  /** Real customers are reached from here: what is dangerous asks for the name typed. */
  readonly production?: boolean;
  /** Nothing is written through this connection. */
  readonly readOnly?: boolean;
}

/** A business unit that can be worked in. */
export interface BusinessUnit {
  readonly mid: number;
  readonly name: string;
}

/** Id of the sandbox org among the connections; no connection of a person can have it, since names are not empty. */
export const sandboxId = 'sandbox';

/** Name of the sandbox org for a person. */
export const sandboxName = 'Sandbox';

/** Connections are known by their name, which is unique. */
export function connectionId(connection: OrgConnection): string {
  return `org:${connection.name}`;
}

/** What each way cannot do without. */
const needed: Readonly<Record<SignInWay, readonly (keyof OrgConnection)[]>> = {
  server: ['subdomain', 'clientId'],
  browser: ['subdomain', 'clientId', 'redirectUri'],
  userName: ['soapAddress', 'userName'],
  legacyPackage: ['soapAddress', 'clientId'],
  token: ['soapAddress'],
};

/** Reads an entry of the settings; undefined when it is not a connection. */
export function readConnection(entry: unknown): OrgConnection | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const given = entry as Readonly<Record<string, unknown>>;
  const text = (key: string): string => {
    const value = given[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const signIn = signInWays.find((way) => way === (given['signIn'] ?? 'server'));
  if (signIn === undefined || ['name', ...needed[signIn]].some((key) => text(key) === '')) return undefined;
  const { mid, production, readOnly } = given;
  return {
    ...{ name: text('name'), subdomain: text('subdomain'), clientId: text('clientId') },
    ...(signIn === 'server' ? {} : { signIn }),
    ...Object.fromEntries(
      (['redirectUri', 'userName', 'soapAddress'] as const).flatMap((key) =>
        text(key) === '' ? [] : [[key, text(key)]],
      ),
    ),
    ...(typeof mid === 'number' ? { mid } : {}),
    ...(production === true ? { production } : {}),
    ...(readOnly === true ? { readOnly } : {}),
  };
}
