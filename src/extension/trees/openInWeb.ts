/** Opens what is chosen in a tree in the web application, as far as that has an address for it. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { askedOf, webPage, type Account, type NodeSubject } from '../../views/index.ts';
import { textAt, where } from '../../soap/pure.ts';
import type { Accounts } from '../connections/accounts.ts';
import { chooseFirst } from '../errors/explained.ts';

/** How long the note in the status bar stays, in milliseconds. */
const shownFor = 6000;

/** @throws MarketingCloudError when the org cannot be asked where it is */
export async function openInWeb(
  accounts: Accounts,
  account: Account | undefined,
  subject: NodeSubject | undefined,
): Promise<void> {
  if (account === undefined || subject === undefined) throw chooseFirst(l10n.t('Choose an object first.'));
  const place = await accounts.webPlace(account.connectionId, account.mid);
  if ('page' in place) {
    await vscode.env.openExternal(vscode.Uri.parse(place.page));
    return;
  }
  const id = subject.kind === 'dataExtension' ? await objectIdOf(account, subject) : undefined;
  await vscode.env.openExternal(vscode.Uri.parse(webPage(place.stack, subject.kind, id)));
  vscode.window.setStatusBarMessage(noteFor(place.stack, id, account), shownFor);
}

/** The web application keeps to the business unit that was last worked in there: no address says another one. */
function noteFor(stack: string | undefined, id: string | undefined, { label }: Account): string {
  if (stack === undefined)
    return l10n.t('The org does not say which stack it is on: log in, then look for it there.');
  return id === undefined
    ? l10n.t('It has no address of its own there: look for it in {0}.', label)
    : l10n.t('When it is not found there, switch to {0}.', label);
}

async function objectIdOf(
  account: Account,
  { key, owner }: Extract<NodeSubject, { readonly kind: 'dataExtension' }>,
): Promise<string | undefined> {
  const client = await account.client();
  const [object] = await client.retrieveAll({
    ...askedOf({ owner }),
    objectType: 'DataExtension',
    properties: ['ObjectID'],
    filter: where('CustomerKey', 'equals', key),
  });
  return object === undefined ? undefined : textAt(object, 'ObjectID');
}
