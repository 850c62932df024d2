/** Opens new scratch files: empty ones with a first request, and ones made from a node of a tree. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import type { Column } from '../../shared/orgFacts.ts';
import type { Account, NodeSubject } from '../../views/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { chooseFirst } from '../errors/explained.ts';
import { columnsOf } from '../language/orgFacts.ts';
import type { upsertRequest } from '../requests/rowTemplates.ts';
import { recentSendsRequest, rowsRequest, subscribersRequest } from '../requests/templates.ts';
import { subjectOf } from './treeViews.ts';

export async function newRequest(): Promise<void> {
  await openScratch(recentSendsRequest());
}

/** A retrieve of the rows of a data extension, with all its columns. */
export async function newRowsRequest(active: ActiveAccount, payload: TreePayload | undefined): Promise<void> {
  const { account, subject } = chosenExtension(active, payload);
  await openScratch(await rowsRequestFor(account, subject));
}

/** An update that adds a row or changes it, or a delete of one. */
export async function newRowRequest(
  active: ActiveAccount,
  payload: TreePayload | undefined,
  write: typeof upsertRequest,
): Promise<void> {
  const { account, subject } = chosenExtension(active, payload);
  await openScratch(write({ ...subject, columns: await columnsIn(account, subject) }));
}

/** The same retrieve, as text. */
export async function rowsRequestFor(account: Account, subject: Extension): Promise<string> {
  const columns = await columnsIn(account, subject);
  return rowsRequest(subject.name, {
    ...subject,
    columns: columns.map((column) => column.name),
    filter: '',
  });
}

type Extension = Pick<Extract<NodeSubject, { readonly kind: 'dataExtension' }>, 'key' | 'name' | 'owner'>;

function chosenExtension(
  { account }: ActiveAccount,
  payload: TreePayload | undefined,
): { readonly account: Account; readonly subject: Extension } {
  const subject = subjectOf(payload, 'dataExtension');
  if (subject === undefined || account === undefined)
    throw chooseFirst(l10n.t('Choose a data extension first.'));
  return { account, subject };
}

/** @throws ExplainedError when there are none; MarketingCloudError */
async function columnsIn(account: Account, subject: Extension): Promise<readonly Column[]> {
  const columns = await columnsOf(await account.client(), subject);
  if (columns.length > 0) return columns;
  throw new ExplainedError(
    l10n.t('{0} has no fields.', subject.key),
    l10n.t('It may have been deleted meanwhile: refresh the side bar.'),
  );
}

/** A retrieve of the subscribers of a list. */
export async function newSubscribersRequest(payload: TreePayload | undefined): Promise<void> {
  const subject = subjectOf(payload, 'list');
  if (subject === undefined) throw chooseFirst(l10n.t('Choose a list first.'));
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
