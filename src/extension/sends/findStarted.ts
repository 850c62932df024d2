/** Finds the send that a start has made, for services whose task does not name it. */
import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import { newestSince, sendsOfDefinitionQuery, type Account } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';

/** How often it is looked for, and how long to wait between, in milliseconds: two minutes in all. */
const looks = 24;
const interval = 5000;

/**
 * @param startedAt milliseconds since the epoch
 * @returns the send's ID
 * @throws ExplainedError when it does not appear; MarketingCloudError
 */
export async function findStarted(
  account: Account,
  definitionKey: string,
  startedAt: number,
): Promise<string> {
  const client = await account.client();
  for (let look = 0; look < looks; look += 1) {
    const sends = await client.retrieveAll(sendsOfDefinitionQuery(definitionKey));
    const found = newestSince(sends, startedAt);
    if (found !== undefined) return found;
    await delay(interval);
  }
  throw new ExplainedError(
    l10n.t('The send of {0} was started, but does not appear among the sends.', definitionKey),
    l10n.t('Look for it in the Sends view, and watch it from there.'),
  );
}
