/** Subscribers of lists: finds one on every list, adds, takes off, and changes the status, each after asking. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import type { TypedObject } from '../../soap/index.ts';
import {
  addition,
  findMemberships,
  removal,
  statusChange,
  type Membership,
  type Account,
} from '../../views/index.ts';
import { subjectOf } from '../commands/treeViews.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { confirmDanger } from '../danger/confirm.ts';
import { askText } from '../dialogs/askText.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { chooseFirst } from '../errors/explained.ts';

interface Parts {
  readonly active: ActiveAccount;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
}

const statuses = ['Active', 'Unsubscribed', 'Held'];

/** Shows every list that a subscriber is on, and changes what is chosen there. */
export async function findSubscriber(parts: Parts): Promise<void> {
  const account = connected(parts.active);
  const text = await askText({
    title: l10n.t('Find a Subscriber in {0}', account.label),
    prompt: l10n.t('Subscriber key or e-mail address'),
    validateInput: (value) =>
      value.trim() === '' ? l10n.t('A subscriber key or an e-mail address is needed.') : undefined,
  });
  if (text === undefined) return;
  const { signal } = new AbortController();
  const found = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: l10n.t('Looking for {0}', text) },
    async () => findMemberships(await account.client(), text.trim(), signal),
  );
  if (found.length === 0)
    throw new ExplainedError(
      l10n.t('{0} is on no list of {1}.', text, account.label),
      l10n.t('Check the spelling and the business unit.'),
    );
  const item = await vscode.window.showQuickPick(
    found.map((membership) => ({
      label: membership.listName,
      description: `${membership.status} · ${membership.key}`,
      membership,
    })),
    {
      title: found.length === 1 ? l10n.t('{0}: 1 list', text) : l10n.t('{0}: {1} lists', text, found.length),
      placeHolder: l10n.t('Choose a list to change the status there'),
    },
  );
  if (item !== undefined) await changeMembership(parts, item.membership, item.label);
}

/** Changes what is chosen in the tree. */
export async function changeSubscriber(parts: Parts, payload: TreePayload | undefined): Promise<void> {
  const subject = subjectOf(payload, 'subscriber');
  if (subject === undefined) throw chooseFirst(l10n.t('Choose a subscriber first.'));
  await changeMembership(parts, subject, l10n.t('list {0}', subject.listId));
}

/** Puts somebody on a list. */
export async function addSubscriber(parts: Parts, payload: TreePayload | undefined): Promise<void> {
  const account = connected(parts.active);
  const list = subjectOf(payload, 'list');
  if (list === undefined) throw chooseFirst(l10n.t('Choose a list first.'));
  const title = l10n.t('Add to {0}', list.name);
  const email = await askText({
    title,
    prompt: l10n.t('E-mail address'),
    validateInput: (text) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? undefined : l10n.t('An e-mail address is needed.'),
  });
  if (email === undefined) return;
  const key = await askText({
    title,
    prompt: l10n.t('Subscriber key'),
    value: email.trim(),
  });
  if (key === undefined || key.trim() === '') return;
  const isMeant = await confirmDanger(account, {
    question: l10n.t('Add {0} to {1}?', key, list.name),
    detail: l10n.t(
      'The subscriber becomes active on list {0}, and is added to the account when not known there.',
      list.id,
    ),
    action: l10n.t('Add'),
    name: key,
  });
  if (isMeant) await write(parts, account, addition(key.trim(), email.trim(), list.id));
}

async function changeMembership(parts: Parts, membership: Membership, listName: string): Promise<void> {
  const account = connected(parts.active);
  const { key, status } = membership;
  const chosen = await vscode.window.showQuickPick(
    [
      ...statuses
        .filter((one) => one !== status)
        .map((one) => ({ label: l10n.t('Set to {0}', one), object: statusChange(membership, one) })),
      { label: l10n.t('Take off the list'), object: removal(membership) },
    ],
    { title: l10n.t('{0} on {1}', key, listName), placeHolder: l10n.t('Now {0}', status) },
  );
  if (chosen === undefined) return;
  const isMeant = await confirmDanger(account, {
    question: `${chosen.label}: ${key}?`,
    detail: l10n.t('This changes the subscriber on {0} alone (Update Subscriber).', listName),
    action: chosen.label,
    name: key,
  });
  if (isMeant) await write(parts, account, chosen.object);
}

/** @throws ExplainedError with the service's words when it refused. */
async function write({ changed }: Parts, account: Account, object: TypedObject): Promise<void> {
  const { upsert } = await import('../../soap/index.ts');
  const client = await account.client();
  const isNew = object['EmailAddress'] !== undefined;
  const { results } = await client.update([object], isNew ? { requestOptions: upsert } : {});
  const failed = results.find(({ ok }) => !ok);
  if (failed !== undefined)
    throw new ExplainedError(
      l10n.t('The service refused.'),
      l10n.t('It says: “{0}” Nothing was changed.', failed.message),
    );
  changed();
}

function connected({ account }: ActiveAccount): Account {
  if (account !== undefined) return account;
  throw new ExplainedError(l10n.t('No org is connected.'), l10n.t('Connect an org, or try the sandbox org.'));
}
