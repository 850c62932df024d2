/** What a connection is made of. There is no place for a secret in it: that is in the secret store alone. */
export { authAddressOf } from '../../soap/pure.ts';

/** A connection to an org, as it stands in the settings. */
export interface OrgConnection {
  readonly name: string;
  /** The tenant's subdomain, or the base address of a service that speaks the same. */
  readonly subdomain: string;
  readonly clientId: string;
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

/** Reads an entry of the settings; undefined when it is not a connection. */
export function readConnection(entry: unknown): OrgConnection | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { name, subdomain, clientId, mid, production, readOnly } = entry as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || typeof subdomain !== 'string' || typeof clientId !== 'string')
    return undefined;
  if (name.trim() === '' || subdomain.trim() === '') return undefined;
  return {
    ...{ name, subdomain, clientId },
    ...(typeof mid === 'number' ? { mid } : {}),
    ...(production === true ? { production } : {}),
    ...(readOnly === true ? { readOnly } : {}),
  };
}
