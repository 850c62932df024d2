/** The installed packages of the sandbox: one for each way to get a token. */

export interface PackageClient {
  readonly id: string;
  /** Public apps have none. */
  readonly secret: string | undefined;
  /** The grants that it may use. */
  readonly grants: readonly string[];
}

const signIn = ['authorization_code', 'refresh_token'];

/** The identifiers of the packages; their secrets are all the one that the sandbox is given. */
export const clientIds = {
  server: 'sandbox0client0id0000000',
  webApp: 'sandbox0web0app00000000',
  publicApp: 'sandbox0public0app00000',
} as const;

/** The package with this identifier. */
export function clientWith(id: string | undefined, secret: string): PackageClient | undefined {
  switch (id) {
    case clientIds.server:
      return { id, secret, grants: ['client_credentials'] };
    case clientIds.webApp:
      return { id, secret, grants: signIn };
    case clientIds.publicApp:
      return { id, secret: undefined, grants: signIn };
    default:
      return undefined;
  }
}

/**
 * Where the sandbox sends somebody who signed in: to a program on this machine, or to the editor. A package of the
 * real service has a list of such addresses.
 */
export function isRegistered(redirectUri: string): boolean {
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  if (url?.hash !== '') return false;
  if (/^vscode(?:-insiders)?:$/.test(url.protocol)) return true;
  return /^https?:$/.test(url.protocol) && /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
}
