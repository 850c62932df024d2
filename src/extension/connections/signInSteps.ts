/** What is asked for each way of signing in: another way is one more row here. */
import * as l10n from '@vscode/l10n';
import { configuredConnections } from '../settings/settings.ts';
import {
  authAddressOf,
  signInWays,
  soapAddressOf,
  type OrgConnection,
  type SignInWay,
} from './connection.ts';
import type { Answers, Step, StepChoice } from './steps.ts';

const choices: Readonly<Record<SignInWay, Omit<StepChoice, 'id'>>> = {
  server: {
    label: l10n.t('Server-to-Server package'),
    detail: l10n.t(
      'Client id and client secret of an installed package. For integrations, and for most people.',
    ),
  },
  browser: {
    label: l10n.t('Sign in with your browser'),
    detail: l10n.t(
      'As yourself, by an installed package of type web app or public app (authorization code with PKCE).',
    ),
  },
  userName: {
    label: l10n.t('User name and password'),
    detail: l10n.t('The legacy way of API users: the password travels with every call.'),
  },
  legacyPackage: {
    label: l10n.t('Legacy package'),
    detail: l10n.t('Client id and client secret of a package of before August 2019, on a legacy endpoint.'),
  },
  token: {
    label: l10n.t('Access token'),
    detail: l10n.t(
      'One that you fetched elsewhere. It is good for some twenty minutes, and cannot be renewed.',
    ),
  },
};

const needed =
  (words: string) =>
  (value: string): string | undefined =>
    value.trim() === '' ? words : undefined;

/** What the connection of the same name has, for whoever signs in again. */
const asBefore =
  (key: keyof OrgConnection) =>
  ({ name }: Answers): string =>
    String(configuredConnections().find((org) => org.name === name?.trim())?.[key] ?? '');

const name: Step = {
  key: 'name',
  title: l10n.t('Name'),
  prompt: l10n.t('A name for this connection, e.g. “Acme Production”'),
  check: needed(l10n.t('A connection needs a name.')),
};

const way: Step = {
  key: 'signIn',
  title: l10n.t('Way to Sign In'),
  prompt: l10n.t('How do you sign in to this org?'),
  initial: asBefore('signIn'),
  choices: signInWays.map((id) => ({ id, ...choices[id] })),
};

const subdomain: Step = {
  key: 'subdomain',
  title: l10n.t('Subdomain'),
  prompt: l10n.t('The tenant’s subdomain, or the Authentication Base URI of the installed package'),
  placeHolder: 'mc1a2b3c4d5e6f7g8h9i0j1k2l3m',
  initial: asBefore('subdomain'),
  check: (value) =>
    authAddressOf(value) === undefined
      ? l10n.t('This is neither a subdomain nor an https:// address of a tenant.')
      : undefined,
};

const clientId: Step = {
  key: 'clientId',
  title: l10n.t('Client ID'),
  prompt: l10n.t('The Client Id of the installed package'),
  initial: asBefore('clientId'),
  check: needed(l10n.t('The client id is needed.')),
};

const secret = (texts: Pick<Step, 'title' | 'prompt'>, missing: string): Step => ({
  key: 'secret',
  ...texts,
  password: true,
  check: needed(missing),
});

const clientSecret = secret(
  {
    title: l10n.t('Client Secret'),
    prompt: l10n.t('The Client Secret. It is kept in the system’s keyring and nowhere else'),
  },
  l10n.t('The client secret is needed.'),
);
const password = secret(
  {
    title: l10n.t('Password'),
    prompt: l10n.t('The password. It is kept in the system’s keyring and nowhere else'),
  },
  l10n.t('The password is needed.'),
);
const accessToken = secret(
  {
    title: l10n.t('Access Token'),
    prompt: l10n.t('The access token. It is kept in the system’s keyring and nowhere else'),
  },
  l10n.t('The access token is needed.'),
);

const soapAddress: Step = {
  key: 'soapAddress',
  title: l10n.t('SOAP Address'),
  prompt: l10n.t('The tenant’s subdomain, a legacy instance such as s4, or the address of the SOAP service'),
  placeHolder: 'https://webservice.s4.exacttarget.com/Service.asmx',
  initial: asBefore('soapAddress'),
  check: (value) =>
    soapAddressOf(value) === undefined
      ? l10n.t('This is neither a subdomain, an instance such as s4, nor an https:// address.')
      : undefined,
};

const midOf = (prompt: string, empty: RegExp): Step => ({
  key: 'mid',
  title: l10n.t('MID'),
  prompt,
  initial: asBefore('mid'),
  check: (value) =>
    /^\s*\d+\s*$/.test(value) || empty.test(value) ? undefined : l10n.t('A MID is a number.'),
});

const mid = midOf(
  l10n.t('MID of the business unit to begin with; leave it empty for the one of the package'),
  /^\s*$/,
);
/** The older ways have no one to ask which business unit they are for. */
const ownMid = midOf(
  l10n.t('MID of the business unit that this is for: Marketing Cloud shows it under your name'),
  /^$a/,
);

/** @param defaultRedirect where the browser of this window can come back to. */
function stepsOfWay(defaultRedirect: string): Readonly<Record<SignInWay, readonly Step[]>> {
  const redirectUri: Step = {
    key: 'redirectUri',
    title: l10n.t('Redirect URL'),
    prompt: l10n.t('The installed package must name this address, to the letter, among its Redirect URIs'),
    initial: (answers) => asBefore('redirectUri')(answers) || defaultRedirect,
    check: (value) =>
      /^https?:/.test(value.trim()) && URL.canParse(value.trim())
        ? undefined
        : l10n.t('This is not an address.'),
  };
  const optionalSecret: Step = {
    ...clientSecret,
    prompt: l10n.t(
      'The Client Secret of a web app; leave it empty for a public app. It is kept in the system’s keyring',
    ),
    check: () => undefined,
  };
  const legacyTokens: Step = {
    ...subdomain,
    title: l10n.t('Token Address'),
    prompt: l10n.t('Where its tokens come from; leave it empty for auth.exacttargetapis.com'),
    placeHolder: 'https://auth.exacttargetapis.com/',
    check: (value) => (value.trim() === '' ? undefined : subdomain.check?.(value)),
  };
  const userName: Step = {
    key: 'userName',
    title: l10n.t('User Name'),
    prompt: l10n.t('The user name of an API user'),
    initial: asBefore('userName'),
    check: needed(l10n.t('The user name is needed.')),
  };
  return {
    server: [subdomain, clientId, clientSecret, mid],
    browser: [subdomain, clientId, optionalSecret, redirectUri, mid],
    userName: [soapAddress, userName, password, ownMid],
    legacyPackage: [soapAddress, legacyTokens, clientId, clientSecret, ownMid],
    token: [soapAddress, accessToken, ownMid],
  };
}

/** The questions, which depend on the way. @param defaultRedirect where the browser of this window can come back to. */
export function signInSteps(defaultRedirect: string): (answers: Answers) => readonly Step[] {
  const ofWay = stepsOfWay(defaultRedirect);
  return (answers) => [name, way, ...ofWay[wayOf(answers)]];
}

function wayOf(answers: Answers): SignInWay {
  return signInWays.find((id) => id === answers['signIn']) ?? 'server';
}

/** The connection that the answers describe; the secret is no part of it. */
export function toConnection(answers: Answers): OrgConnection {
  const text = (key: string): string => answers[key]?.trim() ?? '';
  const signIn = wayOf(answers);
  const asks = new Set(stepsOfWay('')[signIn].map(({ key }) => key));
  const given = (key: string): string => (asks.has(key) ? text(key) : '');
  const address = soapAddressOf(given('soapAddress'));
  return {
    ...{ name: text('name'), subdomain: given('subdomain'), clientId: given('clientId') },
    ...(signIn === 'server' ? {} : { signIn }),
    ...(given('redirectUri') === '' ? {} : { redirectUri: given('redirectUri') }),
    ...(given('userName') === '' ? {} : { userName: given('userName') }),
    ...(address === undefined ? {} : { soapAddress: address }),
    ...(text('mid') === '' ? {} : { mid: Number(text('mid')) }),
  };
}

/** The step to go back to for each error; the first of the way for all others. */
const stepOfError: Readonly<Record<string, string>> = {
  'client-rejected': 'secret',
  'login-failed': 'secret',
  'token-expired': 'secret',
  'business-unit-rejected': 'mid',
  cancelled: 'redirectUri',
  'sign-in-denied': 'redirectUri',
  'sign-in-abandoned': 'redirectUri',
  'sign-in-mismatched': 'redirectUri',
  'sign-in-needed': 'redirectUri',
  'token-refused': 'redirectUri',
};

/** Where an error can be corrected. */
export function stepFor(code: string, answers: Answers): string {
  const steps = stepsOfWay('')[wayOf(answers)];
  const wanted = stepOfError[code];
  return steps.find(({ key }) => key === wanted)?.key ?? steps[0]?.key ?? 'name';
}
