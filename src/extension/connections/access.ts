/** How tokens for a connection are had, whatever its way of signing in. Loaded when a connection is first used. */
import * as l10n from '@vscode/l10n';
import {
  ClientCredentialsSource,
  givenToken,
  legacyPackageToken,
  SharedToken,
  SignedInPerson,
  userNameToken,
  type SignInApp,
  type TokenKeeper,
  type TokenSource,
  type Transport,
} from '../../soap/index.ts';
import type { SecretKind } from '../credentials/secretStore.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { authAddressOf, type OrgConnection, type SignInWay } from './connection.ts';
import { onceEach } from './onceEach.ts';

export interface Access {
  /** Where the token service is; undefined for the ways that ask none, or another one. */
  readonly authAddress?: string;
  /** True when there is a token for each business unit; false when there is the one that the credentials are for. */
  readonly reachesBusinessUnits: boolean;
  /** Whose tokens they are: the package's, at its token service. Undefined for ways that ask nobody for any. */
  readonly tokensOf?: string;
  /** @param mid of the business unit; that of the credentials themselves when undefined. */
  readonly tokens: (mid: number | undefined, transport: Transport) => TokenSource;
}

/** Where the secrets of one connection are. */
export interface SecretBox {
  readonly read: (kind: SecretKind) => Promise<string | undefined>;
  readonly write: (kind: SecretKind, secret: string) => Promise<void>;
}

/** @throws ExplainedError when an address in the settings is none. */
export function accessTo(org: OrgConnection, secrets: SecretBox): Access {
  return ways[org.signIn ?? 'server'](org, secrets);
}

/** The same, with tokens that are kept for others who sign in in the same way. */
export function sharing(access: Access, keeperOf: (place: string) => TokenKeeper): Access {
  const { tokensOf, tokens } = access;
  if (tokensOf === undefined) return access;
  return {
    ...access,
    tokens: (mid, transport) =>
      new SharedToken(tokens(mid, transport), keeperOf(`${tokensOf} ${String(mid ?? '')}`)),
  };
}

/** The package that a person signs in to. */
export function signInApp(org: OrgConnection, clientSecret: (() => Promise<string>) | undefined): SignInApp {
  return {
    authAddress: tokenService(org),
    clientId: org.clientId,
    redirectUri: org.redirectUri ?? '',
    ...(clientSecret === undefined ? {} : { clientSecret }),
  };
}

const ways: Readonly<Record<SignInWay, (org: OrgConnection, secrets: SecretBox) => Access>> = {
  server: (org, secrets) => {
    const authAddress = tokenService(org);
    const credentials = { authAddress, clientId: org.clientId, clientSecret: () => secretOf(org, secrets) };
    return {
      ...{ authAddress, reachesBusinessUnits: true, tokensOf: packageOf(org) },
      tokens: (mid, transport) =>
        new ClientCredentialsSource(mid === undefined ? credentials : { ...credentials, accountId: mid }, {
          transport,
        }),
    };
  },
  browser: (org, secrets) => {
    const store = {
      read: () => secrets.read('refreshToken'),
      write: (token: string) => secrets.write('refreshToken', token),
    };
    // One for each transport: refresh tokens are used one after another.
    const people = new Map<Transport, Promise<SignedInPerson>>();
    const personOver = async (transport: Transport): Promise<SignedInPerson> => {
      const clientSecret = await secrets.read('clientSecret');
      const app = signInApp(
        org,
        clientSecret === undefined ? undefined : () => Promise.resolve(clientSecret),
      );
      return new SignedInPerson(app, store, { transport });
    };
    const personFor = (transport: Transport): Promise<SignedInPerson> =>
      onceEach(people, transport, () => personOver(transport));
    return {
      ...{ authAddress: tokenService(org), reachesBusinessUnits: true, tokensOf: packageOf(org) },
      tokens: (mid, transport) => later(async () => (await personFor(transport)).tokens(mid)),
    };
  },
  userName: (org, secrets) => ({
    reachesBusinessUnits: false,
    tokens: () =>
      userNameToken({
        ...{ userName: org.userName ?? '', soapAddress: org.soapAddress ?? '' },
        password: () => secretOf(org, secrets),
      }),
  }),
  legacyPackage: (org, secrets) => ({
    ...{ reachesBusinessUnits: false, tokensOf: packageOf(org) },
    tokens: (_mid, transport) =>
      legacyPackageToken(
        {
          ...{ clientId: org.clientId, soapAddress: org.soapAddress ?? '' },
          clientSecret: () => secretOf(org, secrets),
          ...(org.subdomain === '' ? {} : { authAddress: tokenService(org) }),
        },
        { transport },
      ),
  }),
  token: (org, secrets) => ({
    reachesBusinessUnits: false,
    tokens: () =>
      later(async () =>
        givenToken({ value: await secretOf(org, secrets), soapAddress: org.soapAddress ?? '' }),
      ),
  }),
};

/** A source that is made with the first token that is asked for, since secrets are not read before. */
function later(make: () => Promise<TokenSource>): TokenSource {
  let made: Promise<TokenSource> | undefined;
  let ready: TokenSource | undefined;
  return {
    token: async (signal) => {
      made ??= make();
      // What failed, such as a keyring that is locked, is tried anew the next time.
      made.catch(() => (made = undefined));
      ready = await made;
      return ready.token(signal);
    },
    reject: (token) => ready?.reject(token),
  };
}

function packageOf({ clientId, subdomain, soapAddress = '' }: OrgConnection): string {
  return [clientId, subdomain, soapAddress].join(' ');
}

function tokenService({ name, subdomain }: OrgConnection): string {
  const address = authAddressOf(subdomain);
  if (address !== undefined) return address;
  throw new ExplainedError(
    l10n.t('The subdomain of {0} is not one.', name),
    l10n.t('Correct it in the setting marketingCloud.connections.'),
  );
}

async function secretOf({ name, signIn = 'server' }: OrgConnection, secrets: SecretBox): Promise<string> {
  const secret = await secrets.read('clientSecret');
  if (secret !== undefined) return secret;
  const titles: Partial<Record<SignInWay, string>> = {
    userName: l10n.t('The password of {0} is not on this machine.', name),
    token: l10n.t('The access token of {0} is not on this machine.', name),
  };
  throw new ExplainedError(
    titles[signIn] ?? l10n.t('The client secret of {0} is not on this machine.', name),
    l10n.t('Run Marketing Cloud: Connect an Org… and enter it again under the same name.'),
  );
}
