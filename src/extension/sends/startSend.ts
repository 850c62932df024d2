/** Starts what the Sends tree lists: an e-mail send definition, or a triggered send definition; after asking. */
import * as l10n from '@vscode/l10n';
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
  if (object === undefined) throw gone(key);
  const { name, subject } = readSendDefinition(object);
  const definition = { $type: 'EmailSendDefinition', CustomerKey: key } as const;
  const audience = await audienceOf(account, definition);

  const wanted = await confirmDanger(account, {
    question: l10n.t('Start “{0}”?', name),
    detail:
      audience === undefined
        ? l10n.t(
            'Nobody knows to how many people, with the subject “{0}”. Mail cannot be taken back.',
            subject,
          )
        : l10n.t(
            'To {0} people, with the subject “{1}”. Mail cannot be taken back.',
            formatNumber(audience),
            subject,
          ),
    action: l10n.t('Start Send'),
    name,
  });
  if (!wanted) return undefined;
  const [result] = (await client.perform('start', [definition])).results;
  if (result?.ok !== true) throw refused(l10n.t('“{0}” was not started.', name), result?.message);
  return { definitionKey: key, ...(result.taskId === undefined ? {} : { id: result.taskId }) };
}

/** Makes a triggered send definition send what is triggered, or hold it back. @returns false when that is not wanted. */
export async function setTriggered(
  account: Account,
  key: string,
  state: 'Active' | 'Inactive',
): Promise<boolean> {
  const starts = state === 'Active';
  const wanted = await confirmDanger(account, {
    question: starts
      ? l10n.t('Start the triggered send “{0}”?', key)
      : l10n.t('Pause the triggered send “{0}”?', key),
    detail: starts
      ? l10n.t('What is triggered from now on, and what is queued, goes out.')
      : l10n.t('What is triggered from now on is queued until it is started again.'),
    action: starts ? l10n.t('Start') : l10n.t('Pause'),
    name: key,
  });
  if (!wanted) return false;
  const client = await account.client();
  const change = { $type: 'TriggeredSendDefinition', CustomerKey: key, TriggeredSendStatus: state };
  const [result] = (await client.update([change])).results;
  if (result?.ok !== true) throw refused(l10n.t('“{0}” was not changed.', key), result?.message);
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

function gone(key: string): ExplainedError {
  return new ExplainedError(
    l10n.t('There is no e-mail send definition {0} any more.', key),
    l10n.t('Refresh the Sends view.'),
  );
}
