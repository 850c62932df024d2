/** Asks for an org's credentials step by step, tries them, and keeps them only when they work. */
import * as vscode from 'vscode';
import type { ClientCredentials } from '../../soap/index.ts';
import type { SecretStore } from '../credentials/secretStore.ts';
import { describeError } from '../errors/describeError.ts';
import { configuredConnections, saveConnections } from '../settings/settings.ts';
import type { Accounts } from './accounts.ts';
import { authAddressOf, connectionId, type OrgConnection } from './connection.ts';
import { askInSteps, type Answers, type Step } from './steps.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly secrets: SecretStore;
}

/** The questions. `mid` may be left empty. */
const steps: readonly Step[] = [
  {
    key: 'name',
    title: 'Name',
    prompt: 'A name for this connection, e.g. “Acme Production”',
    check: (value) => (value.trim() === '' ? 'A connection needs a name.' : undefined),
  },
  {
    key: 'subdomain',
    title: 'Subdomain',
    prompt: 'The tenant’s subdomain, or the Authentication Base URI of the installed package',
    placeHolder: 'mc1a2b3c4d5e6f7g8h9i0j1k2l3m',
    check: (value) =>
      authAddressOf(value) === undefined
        ? 'This is neither a subdomain nor an https:// address of a tenant.'
        : undefined,
  },
  {
    key: 'clientId',
    title: 'Client ID',
    prompt: 'The Client Id of the installed package (API Integration, Server-to-Server)',
    check: (value) => (value.trim() === '' ? 'The client id is needed.' : undefined),
  },
  {
    key: 'clientSecret',
    title: 'Client Secret',
    prompt: 'The Client Secret. It is kept in the system’s keyring and nowhere else',
    password: true,
    check: (value) => (value.trim() === '' ? 'The client secret is needed.' : undefined),
  },
  {
    key: 'mid',
    title: 'MID',
    prompt: 'MID of the business unit to begin with; leave it empty for the one of the package',
    check: (value) => (/^\s*\d*\s*$/.test(value) ? undefined : 'A MID is a number.'),
  },
];

/** The step to go back to for each error; the last one for all others. */
const stepOfError: Readonly<Record<string, string>> = {
  'host-not-found': 'subdomain',
  'not-soap': 'subdomain',
  'connection-failed': 'subdomain',
  'tls-failed': 'subdomain',
  'client-rejected': 'clientSecret',
  'business-unit-rejected': 'mid',
};

/** The id of the new connection; undefined when the person left. */
export async function connectOrg({ accounts, secrets }: Parts): Promise<string | undefined> {
  let answers: Answers = {};
  let first = 'name';
  for (;;) {
    const given = await askInSteps('Connect an Org', steps, answers, first);
    if (given === undefined) return undefined;
    answers = given;
    const failure = await tryOut(accounts, given);
    if (failure === undefined) break;
    const again = await offerToCorrect(failure);
    if (!again) return undefined;
    first = stepOfError[codeOf(failure)] ?? 'subdomain';
  }
  const org = toConnection(answers);
  const id = connectionId(org);
  await secrets.write(id, answers['clientSecret']?.trim() ?? '');
  const before = configuredConnections();
  const replaced = before.find(({ name }) => name === org.name);
  // Whoever enters credentials again means the same org: that it is production, or for reading only, stays.
  const guarded = { ...org, ...guardsOf(replaced) };
  await saveConnections([...before.filter((other) => other !== replaced), guarded]);
  accounts.forget();
  return id;
}

function guardsOf(org: OrgConnection | undefined): Pick<OrgConnection, 'production' | 'readOnly'> {
  return {
    ...(org?.production === true ? { production: true } : {}),
    ...(org?.readOnly === true ? { readOnly: true } : {}),
  };
}

function toConnection(answers: Answers): OrgConnection {
  const text = (key: string): string => answers[key]?.trim() ?? '';
  const mid = text('mid');
  return {
    name: text('name'),
    subdomain: text('subdomain'),
    clientId: text('clientId'),
    ...(mid === '' ? {} : { mid: Number(mid) }),
  };
}

/** The error that the credentials lead to; undefined when they work. */
async function tryOut(accounts: Accounts, answers: Answers): Promise<unknown> {
  const { name, subdomain, clientId, mid } = toConnection(answers);
  const credentials: ClientCredentials = {
    authAddress: authAddressOf(subdomain) ?? '',
    clientId,
    clientSecret: () => Promise.resolve(answers['clientSecret']?.trim() ?? ''),
    ...(mid === undefined ? {} : { accountId: mid }),
  };
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: `Connecting to ${name}…`,
    cancellable: true,
  };
  return vscode.window.withProgress(progress, async (_report, cancellation) => {
    const abort = new AbortController();
    cancellation.onCancellationRequested(() => abort.abort());
    try {
      const { verifyAccess } = await import('../../soap/index.ts');
      await verifyAccess(credentials, { transport: await accounts.sharedTransport(), signal: abort.signal });
      return undefined;
    } catch (error) {
      return error;
    }
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const correct = 'Correct';

async function offerToCorrect(failure: unknown): Promise<boolean> {
  const { title, advice, serverMessage } = describeError(failure);
  const detail = serverMessage === undefined ? advice : `${advice}\n\nThe service says: “${serverMessage}”`;
  const chosen = await vscode.window.showErrorMessage(title, { modal: true, detail }, correct);
  return chosen === correct;
}
