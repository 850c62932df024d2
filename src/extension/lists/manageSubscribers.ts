/** Subscribers of lists: finds one on every list, adds, takes off, and changes the status, each after asking. */
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
import { ExplainedError } from '../errors/describeError.ts';
import { chooseFirst } from '../errors/explained.ts';

interface Parts {
  readonly active: ActiveAccount;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
}

const statuses = ['Active', 'Unsubscribed', 'Held'];
const takeOff = 'Take off the list';

/** Shows every list that a subscriber is on, and changes what is chosen there. */
export async function findSubscriber(parts: Parts): Promise<void> {
  const account = connected(parts.active);
  const text = await vscode.window.showInputBox({
    title: `Find a Subscriber in ${account.label}`,
    prompt: 'Subscriber key or e-mail address',
    validateInput: (value) =>
      value.trim() === '' ? 'A subscriber key or an e-mail address is needed.' : undefined,
  });
  if (text === undefined) return;
  const { signal } = new AbortController();
  const found = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: `Looking for ${text}` },
    async () => findMemberships(await account.client(), text.trim(), signal),
  );
  if (found.length === 0)
    throw new ExplainedError(
      `${text} is on no list of ${account.label}.`,
      'Check the spelling and the business unit.',
    );
  const item = await vscode.window.showQuickPick(
    found.map((membership) => ({
      label: membership.listName,
      description: `${membership.status} · ${membership.key}`,
      membership,
    })),
    {
      title: `${text}: ${String(found.length)} lists`,
      placeHolder: 'Choose a list to change the status there',
    },
  );
  if (item !== undefined) await changeMembership(parts, item.membership, item.label);
}

/** Changes what is chosen in the tree. */
export async function changeSubscriber(parts: Parts, payload: TreePayload | undefined): Promise<void> {
  const subject = subjectOf(payload, 'subscriber');
  if (subject === undefined) throw chooseFirst('a subscriber');
  await changeMembership(parts, subject, `list ${String(subject.listId)}`);
}

/** Puts somebody on a list. */
export async function addSubscriber(parts: Parts, payload: TreePayload | undefined): Promise<void> {
  const account = connected(parts.active);
  const list = subjectOf(payload, 'list');
  if (list === undefined) throw chooseFirst('a list');
  const title = `Add to ${list.name}`;
  const email = await vscode.window.showInputBox({
    title,
    prompt: 'E-mail address',
    validateInput: (text) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? undefined : 'An e-mail address is needed.',
  });
  if (email === undefined) return;
  const key = await vscode.window.showInputBox({ title, prompt: 'Subscriber key', value: email.trim() });
  if (key === undefined || key.trim() === '') return;
  const isMeant = await confirmDanger(account, {
    question: `Add ${key} to ${list.name}?`,
    detail: `The subscriber becomes active on list ${String(list.id)}, and is added to the account when not known there.`,
    action: 'Add',
    name: key,
  });
  if (isMeant) await write(parts, account, addition(key.trim(), email.trim(), list.id));
}

async function changeMembership(parts: Parts, membership: Membership, listName: string): Promise<void> {
  const account = connected(parts.active);
  const { key, status } = membership;
  const chosen = await vscode.window.showQuickPick(
    [...statuses.filter((one) => one !== status).map((one) => `Set to ${one}`), takeOff],
    { title: `${key} on ${listName}`, placeHolder: `Now ${status}` },
  );
  if (chosen === undefined) return;
  const isMeant = await confirmDanger(account, {
    question: `${chosen}: ${key}?`,
    detail: `This changes the subscriber on ${listName} alone (Update Subscriber).`,
    action: chosen,
    name: key,
  });
  if (!isMeant) return;
  const object =
    chosen === takeOff ? removal(membership) : statusChange(membership, chosen.replace('Set to ', ''));
  await write(parts, account, object);
}

/** @throws ExplainedError with the service's words when it refused. */
async function write({ changed }: Parts, account: Account, object: TypedObject): Promise<void> {
  const { upsert } = await import('../../soap/index.ts');
  const client = await account.client();
  const isNew = object['EmailAddress'] !== undefined;
  const { results } = await client.update([object], isNew ? { requestOptions: upsert } : {});
  const failed = results.find(({ ok }) => !ok);
  if (failed !== undefined)
    throw new ExplainedError('The service refused.', `It says: “${failed.message}” Nothing was changed.`);
  changed();
}

function connected({ account }: ActiveAccount): Account {
  if (account !== undefined) return account;
  throw new ExplainedError('No org is connected.', 'Connect an org, or try the sandbox org.');
}
