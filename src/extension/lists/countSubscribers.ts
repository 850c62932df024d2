/** Counts the subscribers of a list by status and says so in a message; large lists take a while, and can be left. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import { countByStatus, formatNumber } from '../../views/index.ts';
import { subjectOf } from '../commands/treeViews.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { chooseFirst } from '../errors/explained.ts';

/** @throws MarketingCloudError, `cancelled` when the person has left */
export async function countSubscribers(
  active: ActiveAccount,
  payload: TreePayload | undefined,
): Promise<void> {
  const list = subjectOf(payload, 'list');
  const { account } = active;
  if (list === undefined || account === undefined) throw chooseFirst(l10n.t('Choose a list first.'));
  const counts = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Counting {0}', list.name),
      cancellable: true,
    },
    async (progress, leaving) => {
      const stop = new AbortController();
      leaving.onCancellationRequested(() => stop.abort());
      const tell = (seen: ReadonlyMap<string, number>): void =>
        progress.report({ message: formatNumber(sumOf(seen)) });
      return countByStatus(await account.client(), list.id, tell, stop.signal);
    },
  );
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([status, count]) => `${formatNumber(count)} ${status}`);
  const sum = sumOf(counts);
  const total =
    sum === 1
      ? l10n.t('{0}: 1 subscriber.', list.name)
      : l10n.t('{0}: {1} subscribers.', list.name, formatNumber(sum));
  await vscode.window.showInformationMessage(parts.length === 0 ? total : `${total} ${parts.join(', ')}.`);
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
