/** Starts an import, after asking, and watches it to its end. */
import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import type { SoapClient } from '../../soap/index.ts';
import {
  countsText,
  hasImportFailed,
  importRunQuery,
  isImportOver,
  readImportRun,
  type ImportRun,
} from '../../views/index.ts';
import { subjectOf } from '../commands/treeViews.ts';
import { showFailure } from '../commands/registerCommand.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { confirmDanger } from '../danger/confirm.ts';
import { isCancellation } from '../errors/describeError.ts';
import { chooseFirst, refused } from '../errors/explained.ts';
import type { OutputLog } from '../log/outputLog.ts';

interface Parts {
  readonly active: ActiveAccount;
  readonly log: OutputLog;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
}

/** Time between two looks at a run, in milliseconds; it grows, since a long import is in no hurry. */
const firstLook = 1000;
const longestPause = 30_000;

/** @throws ExplainedError with the service's words when it refuses; MarketingCloudError */
export async function startImport(parts: Parts, payload: TreePayload | undefined): Promise<void> {
  const subject = subjectOf(payload, 'importDefinition');
  const { account } = parts.active;
  if (subject === undefined || account === undefined)
    throw chooseFirst(l10n.t('Choose an import definition first.'));
  const { key, name } = subject;
  const isMeant = await confirmDanger(account, {
    question: l10n.t('Start the import “{0}”?', name),
    detail: l10n.t(
      '{0} reads its file and writes the rows (Perform start). What it overwrites cannot be brought back.',
      key,
    ),
    action: l10n.t('Start Import'),
    name,
  });
  if (!isMeant) return;
  const client = await account.client();
  const definition = { $type: 'ImportDefinition', CustomerKey: key };
  const [result] = (await client.perform('start', [definition])).results;
  if (result?.ok !== true || result.taskId === undefined) {
    throw refused(l10n.t('“{0}” was not started.', name), result?.message);
  }
  parts.changed();
  // A command that is under way for as long as the import would keep its menu from saying anything else.
  watch(parts, client, { name, taskId: result.taskId }).catch((error: unknown) => {
    if (!isCancellation(error)) showFailure(error, parts.log).then(undefined, () => undefined);
  });
}

async function watch(
  { changed }: Parts,
  client: SoapClient,
  { name, taskId }: { readonly name: string; readonly taskId: string },
): Promise<void> {
  let run: ImportRun | undefined;
  try {
    run = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: l10n.t('Import {0}', name),
        cancellable: true,
      },
      async (progress, leaving) => {
        const stop = new AbortController();
        leaving.onCancellationRequested(() => stop.abort());
        progress.report({ message: l10n.t('started; the × only stops watching') });
        return follow(client, taskId, {
          signal: stop.signal,
          seen: (seen) => progress.report({ message: `${seen.status} · ${countsText(seen)}` }),
        });
      },
    );
  } finally {
    changed();
  }
  if (run !== undefined) await tell(name, run);
}

/** Looks again and again until the run is over; undefined when the person does not want to know any more. */
async function follow(
  client: SoapClient,
  taskId: string,
  { seen, signal }: { readonly seen: (run: ImportRun) => void; readonly signal: AbortSignal },
): Promise<ImportRun | undefined> {
  let pause = firstLook;
  while (!signal.aborted) {
    const [object] = await client.retrieveAll(importRunQuery(taskId), { signal });
    const run = object && readImportRun(object);
    if (run !== undefined) {
      seen(run);
      if (isImportOver(run)) return run;
    }
    // Whoever stops watching waits for nothing.
    await delay(pause, undefined, { signal }).catch(() => undefined);
    pause = Math.min(pause * 1.5, longestPause);
  }
  return undefined;
}

async function tell(name: string, run: ImportRun): Promise<void> {
  const text = l10n.t('Import {0}: {1}. {2}.', name, run.status, countsText(run));
  const hasTrouble = hasImportFailed(run) || run.errors > 0;
  const advice = l10n.t(
    'The service writes the lines that failed, with the reason, into the Export folder of the FTP site.',
  );
  if (hasTrouble) await vscode.window.showWarningMessage(`${text} ${advice}`);
  else await vscode.window.showInformationMessage(text);
}
