/** Choosing what to work with: the sandbox org, an org, a business unit. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { ExplainedError } from '../errors/describeError.ts';
import { startWith } from '../settings/settings.ts';
import type { Accounts } from './accounts.ts';
import type { ActiveAccount } from './activeAccount.ts';
import { sandboxId, sandboxName, type BusinessUnit } from './connection.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
}

/** Connects, with progress, to the business unit given, or the first. Fails without changing what is chosen. */
export async function connect(parts: Parts, connectionId: string, mid?: number): Promise<void> {
  const name = parts.accounts.nameOf(connectionId) ?? '';
  const title =
    connectionId === sandboxId ? l10n.t('Starting the sandbox org…') : l10n.t('Connecting to {0}…', name);
  const units = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title },
    () => parts.accounts.businessUnits(connectionId),
  );
  const unit = units.find((candidate) => candidate.mid === mid) ?? units[0];
  if (unit === undefined)
    throw new ExplainedError(l10n.t('{0} has no business unit.', name), l10n.t('Check its credentials.'));
  await parts.active.choose(connectionId, unit);
}

/** The connection that the settings name for a window in which none was chosen yet. */
export async function connectAtStart(parts: Parts): Promise<void> {
  const wanted = startWith();
  if (parts.active.account !== undefined || wanted === undefined) return;
  const found =
    wanted.toLowerCase() === sandboxName.toLowerCase()
      ? { id: sandboxId }
      : parts.accounts.list().find(({ name }) => name === wanted);
  if (found === undefined) {
    throw new ExplainedError(
      l10n.t('There is no connection named {0}.', wanted),
      l10n.t('Correct the setting marketingCloud.startWith, or connect an org under that name.'),
    );
  }
  await connect(parts, found.id);
}

interface Choice extends vscode.QuickPickItem {
  readonly chosen?: () => Promise<void>;
}

/** Business units of the connection in use, the other connections, and ways to more. */
export async function pickConnection(
  parts: Parts,
  more: { readonly connectOrg: () => Promise<void>; readonly check: () => Promise<void> },
): Promise<void> {
  const { accounts, active } = parts;
  const { account } = active;
  const units = account === undefined ? [] : await accounts.businessUnits(account.connectionId);
  const choices: Choice[] = [
    ...(account === undefined ? [] : unitChoices(parts, account.connectionId, units)),
    { label: l10n.t('Connections'), kind: vscode.QuickPickItemKind.Separator },
    ...accounts.list().map(({ id, name }): Choice => ({
      label: `$(${id === sandboxId ? 'beaker' : 'cloud'}) ${name}`,
      description: id === account?.connectionId ? l10n.t('in use') : '',
      chosen: () => connect(parts, id),
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: `$(add) ${l10n.t('Connect an Org…')}`, chosen: more.connectOrg },
    ...(account === undefined
      ? []
      : [{ label: `$(pulse) ${l10n.t('Check the Connection')}`, chosen: more.check }]),
  ];
  const placeHolder = l10n.t('Choose a business unit or a connection');
  const picked = await vscode.window.showQuickPick(choices, { placeHolder, matchOnDescription: true });
  await picked?.chosen?.();
}

/** Business units of the connection in use alone. */
export async function pickBusinessUnit(parts: Parts): Promise<void> {
  const { account } = parts.active;
  if (account === undefined) {
    throw new ExplainedError(
      l10n.t('No org is connected.'),
      l10n.t('Connect an org, or try the sandbox org, first.'),
    );
  }
  const units = await parts.accounts.businessUnits(account.connectionId);
  const placeHolder = l10n.t('Choose a business unit');
  const picked = await vscode.window.showQuickPick(unitChoices(parts, account.connectionId, units), {
    placeHolder,
    matchOnDescription: true,
  });
  await picked?.chosen?.();
}

function unitChoices({ active }: Parts, connectionId: string, units: readonly BusinessUnit[]): Choice[] {
  return [
    { label: l10n.t('Business units'), kind: vscode.QuickPickItemKind.Separator },
    ...units.map((unit) => ({
      label: `$(organization) ${unit.name}`,
      description:
        unit.mid === active.account?.mid ? l10n.t('MID {0} · in use', unit.mid) : l10n.t('MID {0}', unit.mid),
      chosen: () => active.choose(connectionId, unit),
    })),
  ];
}
