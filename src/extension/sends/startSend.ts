/** Starts what the Sends tree lists: an e-mail send definition, or a triggered send definition; after asking. */
import * as vscode from 'vscode';
import type { ObjectResult } from '../../soap/index.ts';
import {
  formatNumber,
  readSendDefinition,
  sendDefinitionQuery,
  type Account,
  type StartedSend,
} from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';

/**
 * Asks, starts, and tells what was started.
 * @returns undefined when the person did not want to.
 * @throws ExplainedError with the service's words when it refuses; MarketingCloudError
 */
export async function startDefinition(account: Account, key: string): Promise<StartedSend | undefined> {
  const client = await account.client();
  const [object] = await client.retrieveAll(sendDefinitionQuery(key));
  if (object === undefined) throw gone('e-mail send definition', key);
  const { name, subject } = readSendDefinition(object);
  const definition = { $type: 'EmailSendDefinition', CustomerKey: key } as const;
  const audience = await audienceOf(account, definition);
  const wanted = await confirm(`Start “${name}”?`, 'Start Send', [
    `In: ${account.label} (MID ${String(account.mid)})`,
    `Subject: ${subject}`,
    `Audience: ${audience === undefined ? 'not known' : `${formatNumber(audience)} people`}`,
    '',
    'Mail goes out to them, and cannot be taken back.',
  ]);
  if (!wanted) return undefined;
  const [result] = (await client.perform('start', [definition])).results;
  if (result?.ok !== true) throw refused(`“${name}” was not started.`, result);
  return { definitionKey: key, ...(result.taskId === undefined ? {} : { id: result.taskId }) };
}

/** Makes a triggered send definition send what is triggered, or hold it back. @returns false when that is not wanted. */
export async function setTriggered(
  account: Account,
  key: string,
  state: 'Active' | 'Inactive',
): Promise<boolean> {
  const verb = state === 'Active' ? 'Start' : 'Pause';
  const wanted = await confirm(`${verb} the triggered send “${key}”?`, verb, [
    `In: ${account.label} (MID ${String(account.mid)})`,
    '',
    state === 'Active'
      ? 'Whatever is triggered from now on, and what is queued, goes out.'
      : 'What is triggered from now on is queued until it is started again.',
  ]);
  if (!wanted) return false;
  const client = await account.client();
  const change = { $type: 'TriggeredSendDefinition', CustomerKey: key, TriggeredSendStatus: state };
  const [result] = (await client.update([change])).results;
  if (result?.ok !== true) throw refused(`“${key}” was not changed.`, result);
  return true;
}

/** The count that the service gives before a start; undefined when it gives none. */
async function audienceOf(
  account: Account,
  definition: { readonly $type: 'EmailSendDefinition'; readonly CustomerKey: string },
): Promise<number | undefined> {
  const client = await account.client();
  const [result] = (await client.perform('GetMaxCount', [definition])).results;
  const count = result?.ok === true ? Number(result.taskMessage) : NaN;
  return Number.isInteger(count) ? count : undefined;
}

async function confirm(question: string, yes: string, lines: readonly string[]): Promise<boolean> {
  const detail = lines.join('\n');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

function gone(what: string, key: string): ExplainedError {
  return new ExplainedError(`There is no ${what} ${key} any more.`, 'Refresh the Sends view.');
}

function refused(title: string, result: ObjectResult | undefined): ExplainedError {
  const words = result?.message ?? '';
  return new ExplainedError(
    title,
    words === '' ? 'The service does not say why.' : `The service says: “${words}”`,
  );
}
