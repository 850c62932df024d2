/** Opens new scratch files: empty ones with a first request, and ones made from a node of a tree. */
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import { textAt, where } from '../../soap/pure.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { recentSendsRequest, rowsRequest, subscribersRequest } from '../requests/templates.ts';
import { subjectOf } from './treeViews.ts';

export async function newRequest(): Promise<void> {
  await openScratch(recentSendsRequest());
}

/** A retrieve of the rows of a data extension, with all its columns. */
export async function newRowsRequest(active: ActiveAccount, payload: TreePayload | undefined): Promise<void> {
  const subject = subjectOf(payload, 'dataExtension');
  const { account } = active;
  if (subject === undefined || account === undefined) throw fromTree('a data extension');
  const client = await account.client();
  const fields = await client.retrieveAll({
    objectType: 'DataExtensionField',
    properties: ['Name', 'Ordinal'],
    filter: where('DataExtension.CustomerKey', 'equals', subject.key),
  });
  const columns = fields
    .sort((a, b) => Number(a['Ordinal']) - Number(b['Ordinal']))
    .flatMap((field) => textAt(field, 'Name') ?? []);
  await openScratch(rowsRequest(subject.name, { key: subject.key, columns, filter: '' }));
}

/** A retrieve of the subscribers of a list. */
export async function newSubscribersRequest(payload: TreePayload | undefined): Promise<void> {
  const subject = subjectOf(payload, 'list');
  if (subject === undefined) throw fromTree('a list');
  await subscribersOf(subject.name, subject.id);
}

/** The same for a list that was found elsewhere. */
export async function subscribersOf(name: string, listId: number): Promise<void> {
  await openScratch(subscribersRequest(name, listId));
}

/** Opens a text as a new scratch file. */
export async function openScratch(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: scratchLanguageId, content });
  await vscode.window.showTextDocument(document);
}

function fromTree(what: string): ExplainedError {
  return new ExplainedError(
    `Choose ${what} first.`,
    `This command belongs to the menu of ${what} in the side bar.`,
  );
}
