/** Starts what the Sends tree lists: an e-mail send definition, or a triggered send definition; after asking. */
import {
  formatNumber,
  readSendDefinition,
  sendDefinitionQuery,
  type Account,
  type StartedSend,
} from '../../views/index.ts';
import { confirmDanger } from '../danger/confirm.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { refused } from '../errors/explained.ts';

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
  const people =
    audience === undefined ? 'Nobody knows to how many people' : `To ${formatNumber(audience)} people`;
  const wanted = await confirmDanger(account, {
    question: `Start “${name}”?`,
    detail: `${people}, with the subject “${subject}”. Mail cannot be taken back.`,
    action: 'Start Send',
    name,
  });
  if (!wanted) return undefined;
  const [result] = (await client.perform('start', [definition])).results;
  if (result?.ok !== true) throw refused(`“${name}” was not started.`, result?.message);
  return { definitionKey: key, ...(result.taskId === undefined ? {} : { id: result.taskId }) };
}

/** Makes a triggered send definition send what is triggered, or hold it back. @returns false when that is not wanted. */
export async function setTriggered(
  account: Account,
  key: string,
  state: 'Active' | 'Inactive',
): Promise<boolean> {
  const verb = state === 'Active' ? 'Start' : 'Pause';
  const wanted = await confirmDanger(account, {
    question: `${verb} the triggered send “${key}”?`,
    detail:
      state === 'Active'
        ? 'What is triggered from now on, and what is queued, goes out.'
        : 'What is triggered from now on is queued until it is started again.',
    action: verb,
    name: key,
  });
  if (!wanted) return false;
  const client = await account.client();
  const change = { $type: 'TriggeredSendDefinition', CustomerKey: key, TriggeredSendStatus: state };
  const [result] = (await client.update([change])).results;
  if (result?.ok !== true) throw refused(`“${key}” was not changed.`, result?.message);
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

function gone(what: string, key: string): ExplainedError {
  return new ExplainedError(`There is no ${what} ${key} any more.`, 'Refresh the Sends view.');
}
