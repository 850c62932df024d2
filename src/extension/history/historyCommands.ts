/** What can be done with a run of the history: look at it, run it again, hold two against each other, forget it. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { RequestPlace, TreePayload } from '../../shared/contributions.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import { prettyXml } from '../../language/index.ts';
import { subjectOf } from '../commands/treeViews.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { ExchangeDocuments } from '../requests/exchangeDocuments.ts';
import type { RunHistory } from './runHistory.ts';
import { isWhole, type RunRecord } from './runRecord.ts';
import { scratchOf } from './runScratch.ts';

interface Parts {
  readonly history: RunHistory;
  readonly documents: ExchangeDocuments;
  /** Runs a request of a scratch file, with all that is asked before. */
  readonly run: (place: RequestPlace) => Promise<void>;
}

/** Shows what was sent and what came back. */
export async function openRun(
  { history, documents }: Parts,
  payload: TreePayload | undefined,
): Promise<void> {
  const record = await chosen(history, payload);
  if (record !== undefined) await documents.open(record.title, 'run', textOf(record));
}

/** Opens the request of a run in a file of its own, from which it is run like any other. */
export async function openRunAsRequest({ history }: Parts, payload: TreePayload | undefined): Promise<void> {
  const record = await chosen(history, payload);
  if (record !== undefined) await openScratch(record);
}

/** Sends the request of a run once more, from a file of its own, asking whatever was asked the first time. */
export async function repeatRun({ history, run }: Parts, payload: TreePayload | undefined): Promise<void> {
  const record = await chosen(history, payload);
  if (record === undefined) return;
  const place = await openScratch(record);
  if (isWhole(record)) {
    await run(place);
    return;
  }
  throw new ExplainedError(
    l10n.t('“{0}” cannot be run again as it stands.', record.title),
    l10n.t(
      'The history keeps no secrets, and no more than the first 200,000 characters: fill in what is missing in the file that has opened, then run it there. Nothing was sent.',
    ),
  );
}

async function openScratch(record: RunRecord): Promise<RequestPlace> {
  const content = scratchOf(record);
  const document = await vscode.workspace.openTextDocument({ language: scratchLanguageId, content });
  const line = content.split('\n').findIndex((text) => text.startsWith('<'));
  const place = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
  return { uri: document.uri.toString(), line };
}

/**
 * Shows the answers of two runs side by side.
 * @param selected all that is selected in the tree; of two runs it is clear which are meant.
 */
export async function compareRuns(
  { history, documents }: Parts,
  payload: TreePayload | undefined,
  selected: readonly TreePayload[] = [],
): Promise<void> {
  const runs = selected.filter((node) => subjectOf(node, 'run') !== undefined);
  const [first = payload, second] = runs.length === 2 ? runs : [];
  const one = await chosen(history, first, l10n.t('Which run?'));
  if (one === undefined) return;
  const other =
    second === undefined
      ? await pick(history, l10n.t('Compare “{0}” with which run?', one.title), one.id)
      : await chosen(history, second);
  if (other === undefined) return;
  // The earlier one stands on the left.
  const [left, right] = one.at < other.at ? [one, other] : [other, one];
  await documents.compare(
    { title: labelOf(left), text: textOf(left) },
    { title: labelOf(right), text: textOf(right) },
  );
}

/** @param selected all that is selected in the tree; the runs among it go together. */
export async function deleteRuns(
  { history }: Parts,
  payload: TreePayload | undefined,
  selected: readonly TreePayload[] = [],
): Promise<void> {
  const ids = selected.flatMap((node) => subjectOf(node, 'run')?.id ?? []);
  if (ids.length > 1) {
    for (const id of ids) await history.delete(id);
    return;
  }
  const record = await chosen(history, payload);
  if (record !== undefined) await history.delete(record.id);
}

export async function clearHistory({ history }: Parts): Promise<void> {
  const clear = l10n.t('Clear');
  const message = l10n.t('Forget all runs of the history?');
  const detail = l10n.t(
    'What was sent and what came back is deleted from this machine. The orgs are not touched.',
  );
  if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, clear)) === clear)
    await history.clear();
}

/** The run that a menu belongs to, or one that the person picks. */
async function chosen(
  history: RunHistory,
  payload: TreePayload | undefined,
  placeHolder = l10n.t('Which run?'),
): Promise<RunRecord | undefined> {
  const id = subjectOf(payload, 'run')?.id;
  return id === undefined
    ? pick(history, placeHolder)
    : (await history.all()).find((record) => record.id === id);
}

async function pick(
  history: RunHistory,
  placeHolder: string,
  except?: string,
): Promise<RunRecord | undefined> {
  const records = (await history.all()).filter(({ id }) => id !== except);
  if (records.length === 0) {
    throw new ExplainedError(
      l10n.t('There is no run in the history.'),
      l10n.t('Run a request first; the setting marketingCloud.history.keep says how many are kept.'),
    );
  }
  const items = records.map((record) => ({
    label: record.title,
    description: `${new Date(record.at).toLocaleString()} · ${record.where}`,
    detail: record.reason ?? record.status,
    record,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.record;
}

function labelOf({ title, at }: RunRecord): string {
  return `${title} ${new Date(at).toLocaleTimeString()}`;
}

function textOf({ title, where, operation, status, at, reason, body, response }: RunRecord): string {
  const heading = l10n.t(
    '{0}: {1} in {2}, {3}: {4}',
    title,
    operation,
    where,
    new Date(at).toLocaleString(),
    status,
  );
  const why = reason === undefined ? '' : ` (${reason})`;
  return [`<!-- ${`${heading}${why}`.replaceAll('--', '- -')} -->`, prettyXml(body), response].join('\n\n');
}
