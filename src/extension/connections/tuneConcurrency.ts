/** The command that measures how many requests at once are best for an org, and offers to keep the number. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ConcurrencyAdvice, ConcurrencyStep } from '../../soap/index.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { requestSettings, saveMaxConcurrent } from '../settings/settings.ts';
import type { Accounts } from './accounts.ts';
import type { ActiveAccount } from './activeAccount.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
}

/** Cancelling it keeps the number as it is. */
export async function tuneConcurrency({ accounts, active }: Parts): Promise<void> {
  const { account } = active;
  if (account === undefined) {
    throw new ExplainedError(
      l10n.t('No org is connected.'),
      l10n.t('Connect an org, or try the sandbox org, then measure it.'),
    );
  }
  const go = l10n.t('Measure');
  const detail = l10n.t(
    'Some 200 small reads are sent to {0}, the last of them 20 at once. Nothing is changed there.',
    account.label,
  );
  const chosen = await vscode.window.showInformationMessage(
    l10n.t('Find out how many requests at once are best?'),
    { modal: true, detail },
    go,
  );
  if (chosen !== go) return;
  const advice = await measure(accounts, account);
  if (advice !== undefined) await offer(advice);
}

async function measure(
  accounts: Accounts,
  {
    connectionId,
    mid,
    label,
  }: { readonly connectionId: string; readonly mid: number; readonly label: string },
): Promise<ConcurrencyAdvice | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Measuring {0}', label),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancellation) => {
    const abort = new AbortController();
    cancellation.onCancellationRequested(() => abort.abort());
    const soap = await import('../../soap/index.ts');
    const client = await accounts.measuringClient(connectionId, mid);
    const call = (signal: AbortSignal | undefined): Promise<unknown> =>
      client.describe(['List'], { fresh: true, attempts: 1, ...(signal === undefined ? {} : { signal }) });
    const onStep = (step: ConcurrencyStep): void => progress.report({ message: stepText(step) });
    try {
      return await soap.tuneConcurrency({
        ...{ call, onStep, signal: abort.signal },
        ceiling: soap.concurrencyCeiling,
      });
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  });
}

async function offer({ proposal, steps }: ConcurrencyAdvice): Promise<void> {
  const step = steps.find(({ concurrency }) => concurrency === proposal);
  const found =
    step === undefined
      ? l10n.t('Best for this org: {0} at once.', proposal)
      : l10n.t('Best for this org: {0} at once ({1}).', proposal, stepText(step));
  if (proposal === requestSettings().maxConcurrent) {
    await vscode.window.showInformationMessage(l10n.t('{0} That is how it is set.', found));
    return;
  }
  const use = l10n.t('Use {0}', proposal);
  if ((await vscode.window.showInformationMessage(found, use)) === use) await saveMaxConcurrent(proposal);
}

function stepText({ concurrency, callsPerSecond, medianTime }: ConcurrencyStep): string {
  const calls = callsPerSecond < 10 ? callsPerSecond.toFixed(1) : callsPerSecond.toFixed(0);
  return l10n.t('{0} at once: {1} calls a second, {2} ms each', concurrency, calls, medianTime.toFixed(0));
}
