/** Asks for what signing in to an org takes, tries it, and keeps it only when it works. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  givenToken,
  MarketingCloudError,
  verifyAccess,
  verifyTokens,
  type Transport,
} from '../../soap/index.ts';
import type { SecretKind, SecretStore } from '../credentials/secretStore.ts';
import { describeError, isCancellation } from '../errors/describeError.ts';
import { configuredConnections, saveConnections } from '../settings/settings.ts';
import { accessTo, signInApp, type SecretBox } from './access.ts';
import type { Accounts } from './accounts.ts';
import { defaultRedirect, signInByBrowser } from './browserSignIn.ts';
import { connectionId, type OrgConnection } from './connection.ts';
import { signInSteps, stepFor, toConnection } from './signInSteps.ts';
import { askInSteps, type Answers } from './steps.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly secrets: SecretStore;
}

/** What is known of a way in that has not been tried, or has been and works. */
interface Attempt {
  readonly org: OrgConnection;
  readonly secrets: Map<SecretKind, string>;
}

/** The id of the new connection; undefined when the person left. */
export async function connectOrg({ accounts, secrets }: Parts): Promise<string | undefined> {
  const steps = signInSteps(await defaultRedirect());
  let answers: Answers = {};
  let first = 'name';
  for (;;) {
    const given = await askInSteps(l10n.t('Connect an Org'), steps, answers, first);
    if (given === undefined) return undefined;
    answers = given;
    const attempt = attemptOf(given);
    const failure = await tryOut(attempt, await accounts.sharedTransport());
    if (failure === undefined) {
      await keep(attempt, secrets);
      accounts.forget();
      return connectionId(attempt.org);
    }
    // Who pressed Cancel while it was under way knows what happened.
    if (!isCancellation(failure) && !(await offerToCorrect(failure))) return undefined;
    first = stepFor(codeOf(failure), given);
  }
}

function attemptOf(answers: Answers): Attempt {
  const secret = answers['secret']?.trim() ?? '';
  return {
    org: toConnection(answers),
    secrets: new Map(secret === '' ? [] : [['clientSecret', secret]]),
  };
}

/** What was kept of a connection of the same name is replaced, its secrets too. */
async function keep({ org, secrets: tried }: Attempt, secrets: SecretStore): Promise<void> {
  const id = connectionId(org);
  await secrets.remove(id);
  for (const [kind, secret] of tried) await secrets.write(id, secret, kind);
  const before = configuredConnections();
  const replaced = before.find(({ name }) => name === org.name);
  // Whoever enters credentials again means the same org: that it is production, or for reading only, stays.
  const guarded = { ...org, ...guardsOf(replaced) };
  await saveConnections([...before.filter((other) => other !== replaced), guarded]);
}

function guardsOf(org: OrgConnection | undefined): Pick<OrgConnection, 'production' | 'readOnly'> {
  return {
    ...(org?.production === true ? { production: true } : {}),
    ...(org?.readOnly === true ? { readOnly: true } : {}),
  };
}

/** The error that the attempt leads to; undefined when it works. */
async function tryOut(attempt: Attempt, transport: Transport): Promise<unknown> {
  const { org } = attempt;
  const title =
    org.signIn === 'browser'
      ? l10n.t('Sign in to {0} in your browser…', org.name)
      : l10n.t('Connecting to {0}…', org.name);
  const progress = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(progress, async (_report, cancellation) => {
    const abort = new AbortController();
    cancellation.onCancellationRequested(() => abort.abort());
    try {
      const over = { transport, signal: abort.signal };
      await (org.signIn === 'browser' ? signIn(attempt, over) : verify(attempt, over));
      return undefined;
    } catch (error) {
      return error;
    }
  });
}

interface Over {
  readonly transport: Transport;
  readonly signal: AbortSignal;
}

async function signIn(attempt: Attempt, over: Over): Promise<void> {
  const { org, secrets } = attempt;
  const clientSecret = secrets.get('clientSecret');
  const app = signInApp(org, clientSecret === undefined ? undefined : () => Promise.resolve(clientSecret));
  const { refreshToken, token } = await signInByBrowser(app, over);
  secrets.set('refreshToken', refreshToken);
  await verifyTokens(givenToken(token), over);
  if (org.mid === undefined) return;
  try {
    await accessTo(org, boxOf(secrets)).tokens(org.mid, over.transport).token(over.signal);
  } catch (error) {
    if (!(error instanceof MarketingCloudError) || error.code === 'cancelled') throw error;
    const message = l10n.t('The sign-in is good, but not for the business unit {0}.', org.mid);
    throw new MarketingCloudError('business-unit-rejected', message, error.facts, error);
  }
}

async function verify({ org, secrets }: Attempt, over: Over): Promise<void> {
  const access = accessTo(org, boxOf(secrets));
  const { authAddress = '' } = access;
  const { clientId, mid, signIn: way = 'server' } = org;
  if (way !== 'server') return verifyTokens(access.tokens(mid, over.transport), over);
  const clientSecret = (): Promise<string> => Promise.resolve(secrets.get('clientSecret') ?? '');
  const credentials = { authAddress, clientId, clientSecret };
  await verifyAccess(mid === undefined ? credentials : { ...credentials, accountId: mid }, over);
}

function boxOf(secrets: Map<SecretKind, string>): SecretBox {
  return {
    read: (kind) => Promise.resolve(secrets.get(kind)),
    write: (kind, secret) => Promise.resolve(void secrets.set(kind, secret)),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const correct = l10n.t('Correct');

async function offerToCorrect(failure: unknown): Promise<boolean> {
  const { title, advice, serverMessage } = describeError(failure);
  const detail =
    serverMessage === undefined ? advice : `${advice}\n\n${l10n.t('The service says: “{0}”', serverMessage)}`;
  const chosen = await vscode.window.showErrorMessage(title, { modal: true, detail }, correct);
  return chosen === correct;
}
