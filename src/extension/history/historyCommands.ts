/** What can be done with a run of the history: look at it, run it again, hold two against each other, forget it. */
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import { prettyXml } from '../../language/index.ts';
import { subjectOf } from '../commands/treeViews.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { ExchangeDocuments } from '../requests/exchangeDocuments.ts';
import type { RunHistory } from './runHistory.ts';
import type { RunRecord } from './runRecord.ts';

interface Parts {
  readonly history: RunHistory;
  readonly documents: ExchangeDocuments;
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
export async function repeatRun({ history }: Parts, payload: TreePayload | undefined): Promise<void> {
  const record = await chosen(history, payload);
  if (record === undefined) return;
  const content = scratchOf(record);
  const document = await vscode.workspace.openTextDocument({ language: scratchLanguageId, content });
  const line = content.split('\n').findIndex((text) => text.startsWith('<'));
  const place = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
}

/** Shows the answers of two runs side by side. */
export async function compareRuns(
  { history, documents }: Parts,
  payload: TreePayload | undefined,
): Promise<void> {
  const one = await chosen(history, payload, 'Which run?');
  if (one === undefined) return;
  const other = await pick(history, `Compare “${one.title}” with which run?`, one.id);
  if (other === undefined) return;
  // The earlier one stands on the left.
  const [left, right] = one.at < other.at ? [one, other] : [other, one];
  await documents.compare(
    { title: labelOf(left), text: textOf(left) },
    { title: labelOf(right), text: textOf(right) },
  );
}

export async function deleteRun({ history }: Parts, payload: TreePayload | undefined): Promise<void> {
  const record = await chosen(history, payload);
  if (record !== undefined) await history.delete(record.id);
}

export async function clearHistory({ history }: Parts): Promise<void> {
  const clear = 'Clear';
  const message = 'Forget all runs of the history?';
  const detail = 'What was sent and what came back is deleted from this machine. The orgs are not touched.';
  if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, clear)) === clear)
    await history.clear();
}

/** The run that a menu belongs to, or one that the person picks. */
async function chosen(
  history: RunHistory,
  payload: TreePayload | undefined,
  placeHolder = 'Which run?',
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
      'There is no run in the history.',
      'Run a request first; the setting marketingCloud.history.keep says how many are kept.',
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
  const heading = `${title}: ${operation} in ${where}, ${new Date(at).toLocaleString()}: ${status}`;
  const why = reason === undefined ? '' : ` (${reason})`;
  return [`<!-- ${`${heading}${why}`.replaceAll('--', '- -')} -->`, prettyXml(body), response].join('\n\n');
}

function scratchOf({ title, body, mid, connection }: RunRecord): string {
  const lines = [
    `### ${title.replaceAll(/\s+/g, ' ')}`,
    '# From the history. What was a secret is not kept: look for •••.',
  ];
  return [...lines, `# @connection ${connection}`, `# @bu ${String(mid)}`, prettyXml(body), ''].join('\n');
}
